import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** A page of someone's shop, as it is sent. */
export interface HostPage {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface HostPages {
  readonly origin: string
  /** Serves a page at `path` from now on and gives its address. */
  put(path: string, page: HostPage): string
  close(): Promise<void>
}

const folder = join(import.meta.dirname, '../fixtures/host-pages')

/** A page of `test/fixtures/host-pages/` with `{{name}}` filled in. */
export async function readHostPage(name: string, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(join(folder, `${name}.html`), 'utf8')
  return text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole)
}

/** Serves the fixtures' scripts as files and whatever pages a test puts up, as an origin of its own. */
export async function serveHostPages(): Promise<HostPages> {
  const pages = new Map<string, HostPage>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid')
    const page = pages.get(pathname)
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
      return
    }
    const script = /^\/(?<name>[a-z-]+)\.js$/.exec(pathname)?.groups?.['name']
    readFile(join(folder, `${script}.js`)).then(
      (text) => response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(text),
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found'),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the host pages have no port')
  const origin = `http://localhost:${address.port}`
  return {
    origin,
    put(path, page) {
      pages.set(path, page)
      return origin + path
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

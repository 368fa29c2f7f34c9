import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { buffer } from 'node:stream/consumers'

/** One way to misbehave, for every request whose path begins with `path`. */
export type Trouble = { readonly path: string } & (
  | { readonly by: 'silence' }
  | { readonly by: 'delay'; readonly ms: number }
  /** Half of the body, well-formed as HTTP: what a broken cache hands out. */
  | { readonly by: 'cutting' }
  | { readonly by: 'refusal'; readonly status: number; readonly headers?: OutgoingHttpHeaders }
)

export interface TroubledEdge {
  readonly url: string
  /** Passes on to this origin. */
  standBefore(origin: string): void
  /** Path and query of every request, oldest first. */
  readonly requests: readonly string[]
  /** Misbehaves like this from now on, and no other way; without arguments everything passes. */
  misbehave(...troubles: readonly Trouble[]): void
  /** Lets every held answer of `silence` and `delay` go on its way. */
  release(): void
  /** Connections are refused from now on. */
  goDown(): Promise<void>
  /** Answers again, at the same address. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

const fetchFrom = async (behind: string, request: IncomingMessage): Promise<IncomingMessage> => {
  const passedOn = ask(new URL(request.url ?? '/', behind), {
    method: request.method,
    headers: { ...request.headers, host: new URL(behind).host },
  })
  request.pipe(passedOn)
  const [answer] = (await once(passedOn, 'response')) as [IncomingMessage]
  return answer
}

/** A server that stands in front of the real worker and passes everything on, except what it was told to spoil. */
export async function startTroubledEdge(): Promise<TroubledEdge> {
  const requests: string[] = []
  let behind = ''
  let troubles: readonly Trouble[] = []
  let held = new AbortController()

  const holdFor = (ms: number | undefined): Promise<void> =>
    new Promise((resolve) => {
      held.signal.addEventListener('abort', () => resolve(), { once: true })
      if (ms !== undefined) setTimeout(resolve, ms)
    })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    requests.push(path)
    const trouble = troubles.find((one) => path.startsWith(one.path))
    if (trouble?.by === 'silence') await holdFor(undefined)
    if (trouble?.by === 'delay') await holdFor(trouble.ms)
    if (trouble?.by === 'refusal') {
      response.writeHead(trouble.status, { 'access-control-allow-origin': '*', ...trouble.headers })
      response.end('{"error":{"code":"unavailable","message":"Scripted trouble."}}')
      return
    }
    const real = await fetchFrom(behind, request)
    if (trouble?.by !== 'cutting') {
      response.writeHead(real.statusCode ?? 502, real.headers)
      real.pipe(response)
      return
    }
    const whole = await buffer(real)
    const half = whole.subarray(0, whole.length / 2)
    response.writeHead(real.statusCode ?? 502, { ...real.headers, 'content-length': half.length })
    response.end(half)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const stop = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the troubled edge has no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    standBefore(origin) {
      behind = origin
    },
    misbehave(...next) {
      troubles = next
    },
    release() {
      held.abort()
      held = new AbortController()
    },
    goDown: stop,
    comeBack: async () => {
      if (!server.listening) await listen(address.port)
    },
    close: stop,
  }
}

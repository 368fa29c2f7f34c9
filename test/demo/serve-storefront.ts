/** The two demo shops as a real web server of their own, so that the widget is cross-origin as in life. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StorefrontKeys } from './storefront/respond.ts'
import { respond } from './storefront/respond.ts'

export interface ServedStorefront {
  /** Where it listens; differs from the asked one only when that was 0. */
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves both shops on 127.0.0.1, whatever host name the browser used. `edge` is the origin of the service;
 * `shops` holds the public key each shop has pasted. Rejects when the port is taken.
 */
export async function serveStorefront({
  port,
  ...keys
}: StorefrontKeys & { readonly port: number }): Promise<ServedStorefront> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const url = URL.parse(request.url ?? '/', 'http://storefront.invalid')
    if (url === null) {
      response.writeHead(400).end()
      return
    }
    const { status, headers, body } = respond(url, keys)
    response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: isAddressInfo(address) ? address.port : port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

const isAddressInfo = (
  address: ReturnType<ReturnType<typeof createServer>['address']>,
): address is AddressInfo => address !== null && typeof address !== 'string'

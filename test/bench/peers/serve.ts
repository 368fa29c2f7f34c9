import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { FlatProduct } from '../systems/compared-system.ts'
import { engines, type Engine, type EngineName } from './engines.ts'

/**
 * One npm engine behind HTTP, in a process of its own: `DELETE /` empties it, `POST /` adds JSON Lines, `GET /?q=`
 * searches. Tells its parent the port it listens on.
 */
const name = process.argv[2] as EngineName
let engine: Engine = await engines[name]()
const titles = new Map<string, string>()

const server = createServer((request, response) => {
  const respond = async (): Promise<unknown> => {
    if (request.method === 'DELETE') {
      engine = await engines[name]()
      titles.clear()
      return {}
    }
    if (request.method === 'POST') {
      const products = (await text(request)).split('\n').map((line) => JSON.parse(line) as FlatProduct)
      for (const { id, title } of products) titles.set(id, title)
      await engine.add(products)
      return {}
    }
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams
    const maxPrice = asked.get('max_price')
    const { ids, total } = await engine.find(
      asked.get('q') ?? '',
      maxPrice === null ? undefined : Number(maxPrice),
      Number(asked.get('limit') ?? 20),
    )
    return { hits: ids.map((id) => ({ id, title: titles.get(id) })), total }
  }
  respond().then(
    (answer) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer)),
    (error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    },
  )
})
server.listen(0, '127.0.0.1', () => {
  const at = server.address()
  process.send?.(typeof at === 'object' && at ? at.port : 0)
})
// The parent is gone: nobody will ask any more.
process.on('disconnect', () => process.exit(0))

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { meaningVector } from './meaning-vector.ts'

const embeddingsBody = z.object({ model: z.string(), input: z.array(z.string()) }).loose()

/** One request as the server saw it. */
export interface SeenEmbedding {
  readonly model: string
  readonly input: readonly string[]
  readonly authorization: string | undefined
  readonly fields: readonly string[]
}

export interface ScriptedEmbeddingServer {
  /** For `EMBED_BASE_URL`: up to and without `/embeddings`. */
  readonly url: string
  readonly requests: readonly SeenEmbedding[]
  close(): Promise<void>
}

const DIMS = 64

interface Play {
  readonly response: ServerResponse
  readonly input: readonly string[]
  readonly argument: string
  readonly closing: AbortSignal
}

const base64 = (vector: Float32Array): string => {
  const bytes = Buffer.alloc(vector.length * 4)
  vector.forEach((number, index) => bytes.writeFloatLE(number, index * 4))
  return bytes.toString('base64')
}

function answer(response: ServerResponse, embeddings: readonly unknown[], extra: object = {}): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const data = embeddings.map((embedding, index) => ({ object: 'embedding', index, embedding, ...extra }))
  response.end(
    JSON.stringify({
      object: 'list',
      data,
      usage: { prompt_tokens: data.length, total_tokens: data.length * 3 },
    }),
  )
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ error: { message: 'no, and your key is …', code: `e${status}` } }))
}

const vectors = (input: readonly string[], dims = DIMS) => input.map((text) => meaningVector(text, dims))
const numbers = (input: readonly string[], dims = DIMS) => vectors(input, dims).map((vector) => [...vector])

/** What the server may do with a request; `=` hands a script an argument. */
const scripts: Readonly<Record<string, (play: Play) => void | Promise<void>>> = {
  ok: ({ response, input }) => answer(response, numbers(input)),
  base64: ({ response, input }) => answer(response, vectors(input).map(base64)),
  /** Other dimensions than the rest. */
  dims: ({ response, input, argument }) => answer(response, numbers(input, Number(argument))),
  /** Vectors of two lengths in one answer. */
  uneven: ({ response, input }) =>
    answer(
      response,
      numbers(input).map((vector, index) => vector.slice(index % 2)),
    ),
  /** In another order, as their indices say. */
  shuffled: ({ response, input }) => {
    const data = numbers(input).map((embedding, index) => ({ index, embedding }))
    response.writeHead(200).end(JSON.stringify({ data: data.toReversed() }))
  },
  short: ({ response, input }) => answer(response, numbers(input).slice(1)),
  holes: ({ response, input }) =>
    answer(
      response,
      numbers(input).map(([, ...rest]) => [null, ...rest]),
    ),
  zeros: ({ response, input }) =>
    answer(
      response,
      input.map(() => Array.from({ length: DIMS }, () => 0)),
    ),
  prose: ({ response }) => void response.writeHead(200).end('<html>not what you asked for</html>'),
  busy: ({ response, argument }) => refuse(response, 429, { 'retry-after': argument }),
  status: ({ response, argument }) => refuse(response, Number(argument)),
  /** Objects to one text and with it to the whole batch. */
  picky: ({ response, input, argument }) =>
    input.some((text) => text.includes(argument)) ? refuse(response, 400) : answer(response, numbers(input)),
  slow: async ({ response, input, argument, closing }) => {
    await pause(Number(argument), undefined, { signal: closing })
    answer(response, numbers(input))
  },
  redirect: ({ response }) => void response.writeHead(307, { location: 'http://127.0.0.1:9/v1' }).end(),
}

/**
 * A server of OpenAI's `POST /embeddings` on loopback that answers by script, over real HTTP. The model names the
 * script: `script:ok`. Several by comma are played request by request, the last one for ever; `#` and anything behind
 * it makes a model unique, so that tests that share a server do not share its counters: `script:busy=1,ok#7f3a`.
 *
 * `GET /requests?model=…` gives what was seen of one model, for tests that live in another process.
 */
export async function startScriptedEmbeddingServer(): Promise<ScriptedEmbeddingServer> {
  const requests: SeenEmbedding[] = []
  const played = new Map<string, number>()
  const closing = new AbortController()

  async function embed(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = embeddingsBody.parse(await json(request))
    const { model, input } = body
    requests.push({ model, input, authorization: request.headers.authorization, fields: Object.keys(body) })
    const turn = played.get(model) ?? 0
    played.set(model, turn + 1)
    const names = (model.replace(/^script:/, '').split('#')[0] ?? '').split(',')
    const [name = '', argument = ''] = (names[Math.min(turn, names.length - 1)] ?? '').split('=')
    const play = scripts[name]
    if (play) await play({ response, input, argument, closing: closing.signal })
    else response.writeHead(404).end(`no script is named ${name}`)
  }

  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'GET' && address.pathname === '/requests') {
      const model = address.searchParams.get('model')
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(requests.filter((seen) => seen.model === model)))
    } else if (request.method === 'POST' && address.pathname === '/v1/embeddings') {
      embed(request, response).catch(() => response.destroy())
    } else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the embedding server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    async close() {
      closing.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

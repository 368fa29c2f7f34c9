import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands between the worker and a model that is slower than any shopper waits: what it was asked is brought to its end
 * and remembered, so that the same question is answered at once the next time. With it the order a small model gives
 * can be told apart from the time this machine takes for it.
 */
export interface PatientModel {
  /** Base of an OpenAI-compatible API. */
  readonly url: string
  /** Resolves when nothing is under way, with whether anything was. */
  idle(): Promise<boolean>
  /** Milliseconds each answer took, in the order they came. */
  readonly took: readonly number[]
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()))

/** `upstream`: up to and without `/chat/completions`. Answers that are no success are not remembered. */
export async function startPatientModel(upstream: string): Promise<PatientModel> {
  const underWay = new Map<string, Promise<Answer>>()
  const known = new Map<string, Answer>()
  const took: number[] = []

  async function forward(path: string, body: string, key: string | undefined): Promise<Answer> {
    const begun = performance.now()
    const response = await fetch(upstream + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: key }) },
      body,
    })
    const answer = {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json',
      body: Buffer.from(await response.arrayBuffer()),
    }
    took.push(performance.now() - begun)
    return answer
  }

  /** One call at a time for the same question; a server that cannot be reached counts as one that answers 502. */
  function ask(path: string, body: string, key: string | undefined): Promise<Answer> {
    const name = createHash('sha256').update(path).update(body).digest('hex')
    const remembered = known.get(name)
    if (remembered) return Promise.resolve(remembered)
    const begun =
      underWay.get(name) ??
      forward(path, body, key)
        .catch((): Answer => ({ status: 502, type: 'application/json', body: Buffer.from('{}') }))
        .then((answer) => {
          if (answer.status === 200) known.set(name, answer)
          return answer
        })
        .finally(() => underWay.delete(name))
    underWay.set(name, begun)
    return begun
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await readBody(request)
      const path = (request.url ?? '').replace(/^\/v1/u, '')
      const answer = await ask(path, body, request.headers.authorization)
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
    })()
  })
  await listen(server)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    took,
    async idle() {
      const wasBusy = underWay.size > 0
      while (underWay.size > 0) await Promise.allSettled(underWay.values())
      return wasBusy
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

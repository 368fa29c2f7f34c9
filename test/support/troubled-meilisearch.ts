import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { trouble, type Trouble } from './meilisearch-trouble.ts'
import { RecordedMeilisearch, type Answer, type Exchange, type Recordings } from './recorded-meilisearch.ts'

/**
 * Stands where Meilisearch stands: a real server behind it when one is given, else recorded answers. Every request is
 * passed on, except what a test told it to spoil, for one shop at a time: tests share it.
 */

const RECORDINGS = 'test/fixtures/meilisearch/answers.json'

const control = z.discriminatedUnion('do', [
  /** Spoils a shop's traffic from now on, and in no other way. */
  z.object({ do: z.literal('trouble'), shop: z.string(), troubles: z.array(trouble) }),
  /** Passes a request by, with the master key. */
  z.object({ do: z.literal('pass'), method: z.string(), path: z.string(), body: z.unknown().optional() }),
  /** How many requests of a kind a shop has made. */
  z.object({ do: z.literal('count'), shop: z.string() }),
])

interface Options {
  readonly url: string | undefined
  readonly key: string | undefined
  readonly records: boolean
}

export interface TroubledMeilisearch {
  readonly url: string
  readonly key: string
  close(): Promise<void>
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Kind = 'search' | 'documents' | 'tasks' | 'swap' | 'other'

function kindOf(path: string): Kind {
  if (path.startsWith('/multi-search')) return 'search'
  if (path.startsWith('/tasks')) return 'tasks'
  if (path.startsWith('/swap-indexes')) return 'swap'
  return /^\/indexes\/[^/]+\/documents/.test(path) ? 'documents' : 'other'
}

const touches = ({ on }: Trouble, kind: Kind): boolean =>
  on === 'all' || (on === 'write' ? kind !== 'search' : on === kind)

/** Index names hold the shop's id; keys and swaps name indexes, task look-ups name tasks. */
const shopIn = (content: string): string | undefined => /aisle_([a-z0-9]+)_/.exec(content)?.[1]

/** Starts it on loopback. */
export async function startTroubledMeilisearch({ url, key, records }: Options): Promise<TroubledMeilisearch> {
  const masterKey = key ?? 'the-master-key-of-the-tests'
  const recordings = JSON.parse(await readFile(RECORDINGS, 'utf8').catch(() => '{}')) as Recordings
  const recorded = new RecordedMeilisearch(masterKey, recordings)
  const fresh: Recordings = {}
  const troubles = new Map<string, (Trouble & { left: number })[]>()
  const counts = new Map<string, Record<string, number>>()
  const shopOfTask = new Map<string, string>()
  const closing = new AbortController()

  async function askReal(exchange: Exchange): Promise<Answer> {
    const { method, path, body } = exchange
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(exchange.key === '' ? {} : { authorization: `Bearer ${exchange.key}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const content = await answer.text()
    return { status: answer.status, body: content === '' ? null : (JSON.parse(content) as unknown) }
  }

  /** An answer is recorded for what the index holds: first everything on its way must have arrived. */
  async function settle(body: unknown): Promise<void> {
    const uids = [...new Set(JSON.stringify(body).match(/aisle_[a-z0-9]+_[a-z]+/g) ?? [])]
    for (let turn = 0; turn < 200; turn++) {
      const path = `/tasks?statuses=enqueued,processing&indexUids=${uids.join(',')}`
      const { body: list } = await askReal({ method: 'GET', path, body: undefined, key: masterKey })
      if ((list as { total?: number }).total === 0) return
      await pause(25)
    }
  }

  async function ask(exchange: Exchange): Promise<Answer> {
    if (url === undefined) return recorded.answer(exchange)
    const isSearch = kindOf(exchange.path) === 'search'
    if (records && isSearch) await settle(exchange.body)
    const answer = await askReal(exchange)
    if (!records) return answer
    if (isSearch && answer.status === 200) {
      const { results } = answer.body as { results: readonly Record<string, unknown>[] }
      fresh[recorded.digestOf(exchange.body)] = results.map(({ hits, estimatedTotalHits }) => ({
        hits,
        estimatedTotalHits,
      }))
    }
    // The memory goes along, so that it knows what an index holds.
    if (!isSearch && exchange.method !== 'GET' && answer.status < 300) recorded.answer(exchange)
    return answer
  }

  const send = (response: ServerResponse, { status, body }: Answer) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === null ? '' : JSON.stringify(body))
  }

  async function answerControl(response: ServerResponse, content: string): Promise<void> {
    const asked = control.parse(JSON.parse(content))
    if (asked.do === 'trouble') {
      troubles.set(
        asked.shop,
        asked.troubles.map((one) => ({ ...one, left: one.times ?? Number.POSITIVE_INFINITY })),
      )
      return send(response, { status: 200, body: {} })
    }
    if (asked.do === 'count') return send(response, { status: 200, body: counts.get(asked.shop) ?? {} })
    const { method, path, body } = asked
    send(response, await ask({ method, path, body, key: masterKey }))
  }

  const wait = (ms: number | undefined) =>
    new Promise<void>((resolve) => {
      closing.signal.addEventListener('abort', () => resolve(), { once: true })
      if (ms !== undefined) setTimeout(resolve, ms)
    })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    const content = await text(request)
    if (path === '/__control') return answerControl(response, content)
    const kind = kindOf(path)
    const shop =
      shopIn(path) ??
      shopIn(content) ??
      (/uids=([\d,%C]+)/.exec(path)?.[1] ?? '')
        .split(/,|%2C/)
        .flatMap((uid) => shopOfTask.get(uid) ?? [])[0] ??
      ''
    const seen = counts.get(shop) ?? {}
    seen[kind] = (seen[kind] ?? 0) + 1
    counts.set(shop, seen)
    const met = troubles.get(shop)?.find((one) => one.left > 0 && touches(one, kind))
    if (met) met.left -= 1
    if (met?.by === 'silence') await wait(met.ms)
    if (met?.by === 'closing') return void response.destroy()
    if (met?.by === 'refusal') {
      const code = met.code ?? 'scripted'
      return send(response, { status: met.status ?? 503, body: { message: code, code, type: 'x', link: '' } })
    }
    const body: unknown = content === '' ? undefined : JSON.parse(content)
    const answer = await ask({
      method: request.method ?? 'GET',
      path,
      body: met?.by === 'spoiling' && kind === 'documents' ? [{ no: 'key' }] : body,
      key: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
    })
    const task = (answer.body as { taskUid?: number } | null)?.taskUid
    if (task !== undefined) shopOfTask.set(String(task), shop)
    if (met?.by === 'losing') return void response.destroy()
    send(response, answer)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error))
    })
  })
  // Longer than any pause of a test: a connection that closes under a request is a trouble of its own.
  server.keepAliveTimeout = 120_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    key: masterKey,
    async close() {
      closing.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      if (records && url !== undefined) {
        const sorted = Object.entries({ ...recordings, ...fresh }).toSorted(([left], [right]) =>
          left < right ? -1 : 1,
        )
        await writeFile(RECORDINGS, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`)
      }
    },
  }
}

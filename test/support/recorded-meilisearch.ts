import { createHash, randomUUID } from 'node:crypto'

/**
 * A Meilisearch for tests in memory: indexes, documents, tasks, swaps and keys behave as the real server's do, as far
 * as this project uses them; what a search finds is not worked out but looked up among recorded answers of a real
 * server. An answer belongs to the documents that were searched, the index's settings and the question.
 */

export interface Exchange {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly body: unknown
  /** The bearer token, or an empty text. */
  readonly key: string
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Recorded answers to multi-searches by the digest of what was asked of what. */
export type Recordings = Record<string, unknown>

interface Index {
  readonly createdAt: string
  readonly documents: ReadonlyMap<string, unknown>
  readonly settings: unknown
}

interface Task {
  readonly uid: number
  readonly indexUid: string | null
  readonly type: string
  readonly readyAt: number
  readonly error: string | null
  readonly swaps: readonly { readonly indexes: readonly string[] }[]
}

interface Key {
  readonly uid: string
  readonly key: string
  readonly indexes: readonly string[]
}

/** A task is seen waiting before it is seen done. */
const TASK_MS = 15

const refusal = (status: number, code: string): Answer => ({
  status,
  body: { message: code, code, type: 'invalid_request', link: '' },
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export class RecordedMeilisearch {
  readonly #masterKey: string
  readonly #recordings: Recordings
  readonly #indexes = new Map<string, Index>()
  readonly #tasks: Task[] = []
  readonly #keys = new Map<string, Key>()
  #made = 0

  constructor(masterKey: string, recordings: Recordings) {
    this.#masterKey = masterKey
    this.#recordings = recordings
  }

  answer(exchange: Exchange): Answer {
    const { method, path, body, key } = exchange
    const { pathname, searchParams } = new URL(path, 'http://meilisearch')
    const [, first = '', uid = '', rest = '', more = ''] = pathname.split('/').map(decodeURIComponent)
    if (pathname === '/health') return { status: 200, body: { status: 'available' } }
    if (pathname === '/multi-search') return this.#search(body, key)
    if (key !== this.#masterKey) return refusal(403, 'invalid_api_key')
    const route = `${method} /${first}${uid === '' ? '' : '/*'}${rest === '' ? '' : `/${rest}`}${more === '' ? '' : `/${more}`}`
    switch (route) {
      case 'POST /indexes':
        return this.#createIndex(body)
      case 'GET /indexes':
        return { status: 200, body: { results: [...this.#indexes.keys()].map((name) => ({ uid: name })) } }
      case 'GET /indexes/*': {
        const index = this.#indexes.get(uid)
        return index
          ? {
              status: 200,
              body: { uid, createdAt: index.createdAt, updatedAt: index.createdAt, primaryKey: 'key' },
            }
          : refusal(404, 'index_not_found')
      }
      case 'DELETE /indexes/*': {
        const error = this.#indexes.delete(uid) ? null : 'index_not_found'
        return this.#enqueue('indexDeletion', uid, error)
      }
      case 'PATCH /indexes/*/settings':
        this.#indexes.set(uid, { ...this.#indexOf(uid), settings: body })
        return this.#enqueue('settingsUpdate', uid)
      case 'POST /indexes/*/documents':
        return this.#putDocuments(uid, listOf(body))
      case 'POST /indexes/*/documents/delete-batch': {
        const index = this.#indexOf(uid)
        const gone = new Set(listOf(body))
        const documents = new Map([...index.documents].filter(([id]) => !gone.has(id)))
        this.#indexes.set(uid, { ...index, documents })
        return this.#enqueue('documentDeletion', uid)
      }
      case 'POST /swap-indexes':
        return this.#swap(listOf(body))
      case 'GET /tasks':
        return this.#listTasks(searchParams)
      case 'POST /keys':
        return this.#createKey(body)
      case 'GET /keys':
        return { status: 200, body: { results: [...this.#keys.values()], total: this.#keys.size } }
      case 'GET /keys/*': {
        const held = this.#keys.get(uid)
        return held ? { status: 200, body: held } : refusal(404, 'api_key_not_found')
      }
      case 'DELETE /keys/*':
        return this.#keys.delete(uid) ? { status: 204, body: null } : refusal(404, 'api_key_not_found')
      default:
        return refusal(404, 'not_found')
    }
  }

  /** What names a search in the recordings: everything its answer depends on, and nothing of this run. */
  digestOf(body: unknown): string {
    const queries = listOf(isRecord(body) ? body['queries'] : undefined)
    const uids = [
      ...new Set(queries.flatMap((query) => (isRecord(query) ? [String(query['indexUid'])] : []))),
    ]
    const contents = uids.map((uid) => {
      const index = this.#indexes.get(uid)
      return index
        ? [[...index.documents].toSorted(([left], [right]) => (left < right ? -1 : 1)), index.settings]
        : null
    })
    const asked = uids.reduce(
      (text, uid, place) => text.replaceAll(uid, `index-${place}`),
      JSON.stringify([queries, contents]),
    )
    return createHash('sha256').update(asked).digest('hex').slice(0, 24)
  }

  #indexOf(uid: string): Index {
    const held = this.#indexes.get(uid)
    if (held) return held
    this.#made += 1
    const created: Index = {
      createdAt: `2030-01-01T00:00:00.${String(this.#made).padStart(9, '0')}Z`,
      documents: new Map(),
      settings: {},
    }
    this.#indexes.set(uid, created)
    return created
  }

  #enqueue(
    type: string,
    indexUid: string | null,
    error: string | null = null,
    swaps: Task['swaps'] = [],
  ): Answer {
    const uid = this.#tasks.length
    this.#tasks.push({ uid, indexUid, type, readyAt: Date.now() + TASK_MS, error, swaps })
    return {
      status: 202,
      body: { taskUid: uid, indexUid, status: 'enqueued', type, enqueuedAt: '2030-01-01T00:00:00Z' },
    }
  }

  #createIndex(body: unknown): Answer {
    const uid = isRecord(body) ? String(body['uid']) : ''
    if (this.#indexes.has(uid)) return this.#enqueue('indexCreation', uid, 'index_already_exists')
    this.#indexOf(uid)
    return this.#enqueue('indexCreation', uid)
  }

  #putDocuments(uid: string, rows: readonly unknown[]): Answer {
    const keyed = rows.flatMap((row) =>
      isRecord(row) && typeof row['key'] === 'string' ? [[row['key'], row] as const] : [],
    )
    if (keyed.length < rows.length) {
      return this.#enqueue('documentAdditionOrUpdate', uid, 'missing_document_id')
    }
    const index = this.#indexOf(uid)
    this.#indexes.set(uid, { ...index, documents: new Map([...index.documents, ...keyed]) })
    return this.#enqueue('documentAdditionOrUpdate', uid)
  }

  #swap(pairs: readonly unknown[]): Answer {
    const swaps = pairs.map((pair) => ({
      indexes: listOf(isRecord(pair) ? pair['indexes'] : undefined).map(String),
    }))
    for (const { indexes } of swaps) {
      const [left = '', right = ''] = indexes
      const [held, other] = [this.#indexes.get(left), this.#indexes.get(right)]
      if (!held || !other) return this.#enqueue('indexSwap', null, 'index_not_found', swaps)
      this.#indexes.set(left, other)
      this.#indexes.set(right, held)
    }
    return this.#enqueue('indexSwap', null, null, swaps)
  }

  #listTasks(parameters: URLSearchParams): Answer {
    const among = (name: string, value: string) => {
      const wanted = parameters.get(name)
      return wanted === null || wanted.split(',').includes(value)
    }
    const results = this.#tasks
      .map(({ uid, indexUid, type, readyAt, error, swaps }) => ({
        uid,
        indexUid,
        type,
        status: Date.now() < readyAt ? 'enqueued' : error === null ? 'succeeded' : 'failed',
        error: error === null ? null : { message: error, code: error, type: 'invalid_request', link: '' },
        details: type === 'indexSwap' ? { swaps } : {},
      }))
      .filter(
        ({ uid, status, type }) =>
          among('uids', String(uid)) && among('statuses', status) && among('types', type),
      )
      .toReversed()
    return { status: 200, body: { results, total: results.length, limit: 20, from: 0, next: null } }
  }

  #createKey(body: unknown): Answer {
    if (!isRecord(body)) return refusal(400, 'bad_request')
    const uid = String(body['uid'])
    if (this.#keys.has(uid)) return refusal(409, 'api_key_already_exists')
    const key: Key = { uid, key: randomUUID(), indexes: listOf(body['indexes']).map(String) }
    this.#keys.set(uid, key)
    return { status: 201, body: key }
  }

  #search(body: unknown, key: string): Answer {
    const queries = listOf(isRecord(body) ? body['queries'] : undefined)
    const uids = queries.flatMap((query) => (isRecord(query) ? [String(query['indexUid'])] : []))
    const opens = [...this.#keys.values()].find((held) => held.key === key)
    const mayAll = key === this.#masterKey
    if (!mayAll && !(opens && uids.every((uid) => opens.indexes.includes(uid)))) {
      return refusal(403, 'invalid_api_key')
    }
    if (!uids.every((uid) => this.#indexes.has(uid))) return refusal(404, 'index_not_found')
    const digest = this.digestOf(body)
    const results = this.#recordings[digest]
    if (results === undefined) {
      return refusal(500, `no_recording: ${digest} (see test/fixtures/meilisearch/README.md)`)
    }
    return { status: 200, body: { results } }
  }
}

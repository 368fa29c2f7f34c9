import { createExecutionContext, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { createApp } from '../../../worker/app.ts'
import { compose } from '../../../worker/compose.ts'
import { importAccepted, importStatus, type ImportStatus } from '../../../worker/contract/catalogue.ts'
import { errorResponse, type ErrorResponse } from '../../../worker/contract/error.ts'
import { searchResponse, type SearchResponse } from '../../../worker/contract/search.ts'
import {
  createShopResponse,
  type CreateShopRequest,
  type CreateShopResponse,
  type SettingsPatch,
} from '../../../worker/contract/shops.ts'
import { paths, type ImportKind } from '../../../worker/contract/vocabulary.ts'
import type { Bindings } from '../../../worker/bindings.ts'
import type { Services } from '../../../worker/ports/services.ts'
import type { ShopObject } from '../../../worker/shop/shop-object.ts'

/** A real shop in a real object, reached the way the outside reaches it. */

/** Where requests go: the worker as deployed, or an app composed by the test. */
export type Send = (request: Request) => Promise<Response>

const toWorker: Send = (request) => exports.default.fetch(request)

/** The worker with another environment: limits on, or a model to ask. Its shops are the same objects. */
export function sendTo(
  variables: Readonly<Record<string, string>>,
  platform: Pick<Bindings, 'AI'> = {},
): Send {
  const bindings = { ...env, ...variables, ...platform }
  return sendThrough(compose(bindings), bindings)
}

/** The worker with services that the test has joined. */
export function sendThrough(services: Services, bindings: Bindings): Send {
  const app = createApp(() => services)
  return async (request) => app.fetch(request, bindings, createExecutionContext())
}

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>

export type Row = Readonly<Record<string, unknown>>

export const address = (path: string, parameters: Parameters = {}): string => {
  const url = new URL(path, 'https://aisle.example')
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      url.searchParams.append(name, String(one))
    }
  }
  return url.href
}

export const operator = { Authorization: `Bearer ${env.OPERATOR_TOKEN}` }

/** Sends one request to the worker. */
export const call = (
  path: string,
  { parameters, ...init }: RequestInit & { parameters?: Parameters } = {},
): Promise<Response> => toWorker(new Request(address(path, parameters), init))

/** The error of an answer; fails when the answer does not have the one shape errors have. */
export async function errorOf(response: Response): Promise<ErrorResponse['error']> {
  return errorResponse.parse(await response.json()).error
}

export interface StreamedEvent {
  readonly event: string
  readonly data: unknown
  /** Milliseconds after the request. */
  readonly at: number
}

export interface TestShop {
  readonly id: string
  readonly keys: CreateShopResponse
  /** A new one at each look: an old one does not outlive its object. */
  readonly stub: DurableObjectStub<ShopObject>
  /** A call of the shop's own, with its secret. */
  admin(path: string, init?: RequestInit & { parameters?: Parameters }): Promise<Response>
  settings(patch: SettingsPatch): Promise<void>
  /** Posts a file and returns its import's id, without doing any of the work. */
  post(kind: ImportKind, body: BodyInit, parameters?: Parameters): Promise<string>
  /** Drives the shop's alarm until the import is not running any more. */
  finish(id: string): Promise<ImportStatus>
  status(id: string): Promise<ImportStatus>
  /** Posts rows as JSON Lines, or a file as it stands, and finishes the import. */
  importRows(
    kind: ImportKind,
    rows: readonly Row[] | string | Uint8Array<ArrayBuffer>,
    parameters?: Parameters,
  ): Promise<ImportStatus>
  searchRaw(query: string, parameters?: Parameters, init?: RequestInit): Promise<Response>
  /** A search that must succeed; its answer is checked against the contract. */
  search(query: string, parameters?: Parameters): Promise<SearchResponse>
  /** Ids of the hits, in order. */
  find(query: string, parameters?: Parameters): Promise<string[]>
  searchStream(query: string, parameters?: Parameters): Promise<StreamedEvent[]>
  inside<T>(look: (object: ShopObject, state: DurableObjectState) => T | Promise<T>): Promise<T>
}

/** Alarms after which an import that still runs counts as stuck. */
const ALARMS_MOST = 200

const jsonLines = (rows: readonly Row[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

/** Creates a shop through the API: Korean and won unless the test says otherwise. */
export async function createShop(
  options: Partial<CreateShopRequest> = {},
  send: Send = toWorker,
): Promise<TestShop> {
  const request = { name: 'Test shop', locale: 'ko', currency: 'KRW', origins: [], ...options }
  const created = await send(
    new Request(address(paths.shops), { method: 'POST', headers: operator, body: JSON.stringify(request) }),
  )
  if (created.status !== 201) throw new Error(`no shop: ${created.status} ${await created.text()}`)
  return reachShop(createShopResponse.parse(await created.json()), send)
}

/** A shop that exists, through a worker of the test's choice. */
export function reachShop(keys: CreateShopResponse, send: Send = toWorker): TestShop {
  const shop: TestShop = {
    id: keys.shop,
    keys,
    get stub() {
      return env.SHOP.getByName(keys.shop)
    },
    admin(path, { parameters, headers, ...init } = {}) {
      const authorized = new Headers(headers)
      authorized.set('Authorization', `Bearer ${keys.secret_key}`)
      return send(new Request(address(path, parameters), { ...init, headers: authorized }))
    },
    async settings(patch) {
      const changed = await shop.admin(paths.settings, { method: 'PATCH', body: JSON.stringify(patch) })
      if (!changed.ok) throw new Error(`settings refused: ${await changed.text()}`)
      await changed.body?.cancel()
    },
    async post(kind, body, parameters = {}) {
      const answer = await shop.admin(paths.imports, {
        method: 'POST',
        body,
        parameters: { kind, ...parameters },
      })
      if (answer.status !== 202) throw new Error(`import refused: ${answer.status} ${await answer.text()}`)
      return importAccepted.parse(await answer.json()).import
    },
    async status(id) {
      return importStatus.parse(await (await shop.admin(`${paths.imports}/${id}`)).json())
    },
    async finish(id) {
      for (let turn = 0; turn < ALARMS_MOST; turn++) {
        await runDurableObjectAlarm(shop.stub)
        const status = await shop.status(id)
        if (status.status !== 'running') return status
      }
      throw new Error(`import ${id} is still running: ${JSON.stringify(await shop.status(id))}`)
    },
    async importRows(kind, rows, parameters) {
      const body = typeof rows === 'string' || rows instanceof Uint8Array ? rows : jsonLines(rows)
      return shop.finish(await shop.post(kind, body, parameters))
    },
    searchRaw: (query, parameters = {}, init = {}) =>
      send(new Request(address(paths.search, { key: keys.public_key, q: query, ...parameters }), init)),
    async search(query, parameters) {
      const answer = await shop.searchRaw(query, parameters)
      if (answer.status !== 200) throw new Error(`search refused: ${answer.status} ${await answer.text()}`)
      return searchResponse.strict().parse(await answer.json())
    },
    async find(query, parameters) {
      return (await shop.search(query, parameters)).hits.map(({ id }) => id)
    },
    async searchStream(query, parameters) {
      const began = Date.now()
      const answer = await shop.searchRaw(query, parameters, { headers: { Accept: 'text/event-stream' } })
      if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`)
      const events: StreamedEvent[] = []
      const parser = createParser({
        onEvent: ({ event = '', data }: EventSourceMessage) =>
          events.push({ event, data: JSON.parse(data) as unknown, at: Date.now() - began }),
      })
      const decoder = new TextDecoder()
      for await (const bytes of answer.body) parser.feed(decoder.decode(bytes, { stream: true }))
      return events
    },
    inside: (look) => runInDurableObject(shop.stub, look),
  }
  return shop
}

/** A shop with these products; fails unless every one of them was taken. */
export async function shopWith(
  rows: readonly Row[],
  options: Partial<CreateShopRequest> = {},
): Promise<TestShop> {
  const shop = await createShop(options)
  const status = await shop.importRows('products', rows)
  if (status.accepted !== rows.length) throw new Error(`rows refused: ${JSON.stringify(status.errors)}`)
  return shop
}

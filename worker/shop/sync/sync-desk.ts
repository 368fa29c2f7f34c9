import { locales, type Locale } from '../../contract/vocabulary.ts'
import type { SyncStatus } from '../../contract/sync.ts'
import type { OutsideTrouble, SearchLinks } from '../../ports/outside-finds.ts'
import type { IndexEmbedder } from '../../ports/search-index.ts'
import type { SyncOrder, SyncReport } from '../../ports/sync-store.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import {
  SYNC_JOB,
  askForSync,
  clearChanges,
  countChanges,
  dropOutbox,
  lastChange,
  marketsOf,
} from '../tables/outbox.ts'
import { abandonBuild, applyReport, beginBuild, newIndexState, type IndexState } from './index-state.ts'
import { outsideEmbedder, wantedEmbedders } from './index-vectors.ts'
import { nextStep, type Step } from './next-step.ts'
import { readCataloguePage, readChangesPage } from './read-documents.ts'
import { readStates, writeState } from './stored-states.ts'

/** A consumer that has not been heard of for so long is gone. */
const LEASE_MS = 45_000

/** Searches that are refused right after a key was made may still have used the old one. */
const KEY_SETTLES_MS = 2_000

type Server = { endpoint: string; lease: string; lease_until: number }

const serverOf = (sql: SqlStorage): Server | undefined =>
  sql.exec<Server>('SELECT endpoint, lease, lease_until FROM search_server').toArray()[0]

const shopId = (sql: SqlStorage): string => sql.exec<{ id: string }>('SELECT id FROM shop').one().id

/** The index a language of this shop is searched in: the same name for ever, whatever stands in it. */
const liveUid = (sql: SqlStorage, policy: Locale) => `aisle_${shopId(sql)}_${policy}`

/**
 * Tells the shop which search server this installation has; called whenever the object starts. A new or another
 * server gets everything anew; without one all bookkeeping ends.
 */
export function pointAtServer(sql: SqlStorage, endpoint: string | undefined): void {
  const held = serverOf(sql)
  if (endpoint === undefined) {
    if (held) dropOutbox(sql)
    return
  }
  if (held?.endpoint !== endpoint) {
    dropOutbox(sql)
    sql.exec('INSERT INTO search_server (only, endpoint) VALUES (1, ?)', endpoint)
  }
  ensureIndexes(sql)
}

/** One index for each language the shop's markets speak. */
export function ensureIndexes(sql: SqlStorage): void {
  if (!serverOf(sql)) return
  const held = new Set(readStates(sql).map(({ policy }) => policy))
  for (const policy of locales) {
    if (marketsOf(sql, policy).length > 0 && !held.has(policy)) writeState(sql, newIndexState(policy))
  }
  askForSync(sql)
}

/** A language no market speaks any more: its index goes, then its row. */
function retire(sql: SqlStorage, state: IndexState): IndexState | null {
  const without = abandonBuild({ ...state, key: null, tasks: [], sentUpTo: null })
  const leftovers = without.live ? [...without.leftovers, liveUid(sql, state.policy)] : without.leftovers
  if (leftovers.length > 0) return { ...without, live: null, leftovers }
  sql.exec('DELETE FROM search_index WHERE policy = ?', state.policy)
  return null
}

/** How an index stands, with what has become due begun. Null: it is not wanted any more, or there are no goods. */
function currentState(sql: SqlStorage, before: IndexState, version: number): IndexState | null {
  const markets = marketsOf(sql, before.policy)
  const live = liveCatalogue(sql)
  if (!live) return null
  const state =
    markets.length === 0
      ? retire(sql, before)
      : beginBuild(
          before,
          { version, catalogue: live.id, markets, embedders: wantedEmbedders(sql, before) },
          {
            uid: `${liveUid(sql, before.policy)}_${Date.now().toString(36)}`,
            lastChange: lastChange(sql),
          },
        )
  if (state && state !== before) writeState(sql, state)
  return state
}

const stepOf = (sql: SqlStorage, state: IndexState, lease: string | null, now: number): Step =>
  nextStep(state, { now, lease, hasChanges: countChanges(sql, marketsOf(sql, state.policy)) > 0 })

/** The embedders a build was begun for, as far as the shop still has vectors of theirs. */
function embeddersOf(sql: SqlStorage, build: IndexState['build']): IndexEmbedder[] {
  const embedder = outsideEmbedder(sql)
  return embedder && build?.embedders.includes(embedder.name) ? [embedder] : []
}

/** A step as an order the consumer can carry out. */
function orderOf(sql: SqlStorage, state: IndexState, step: Step): SyncOrder {
  const { policy, build, tasks } = state
  const live = liveUid(sql, policy)
  const uid = build?.uid ?? live
  switch (step.kind) {
    case 'rest':
    case 'later':
      return step
    case 'inspect':
      return { kind: 'inspect', policy, uid: step.which === 'live' ? live : uid }
    case 'create':
      return { kind: 'create', policy, live, uid, embedders: embeddersOf(sql, build) }
    case 'fill': {
      const { catalogue, markets, embedders } = build ?? { catalogue: 0, markets: [], embedders: [] }
      return {
        kind: 'send',
        policy,
        uid,
        ...readCataloguePage(sql, { catalogue, markets, policy, embedders }, step.after),
      }
    }
    case 'changes': {
      const catalogue = liveCatalogue(sql)?.id ?? 0
      const embedders = state.live?.embedders ?? []
      const place = { catalogue, markets: marketsOf(sql, policy), policy, embedders }
      return { kind: 'send', policy, uid: live, ...readChangesPage(sql, place) }
    }
    case 'check':
      return { kind: 'check', policy, tasks }
    case 'swap':
      return { kind: 'swap', policy, live, uid, createdAt: build?.createdAt ?? '' }
    case 'key': {
      // Named before it is made, so that a repeat makes no second one.
      const key = state.key ?? { uid: crypto.randomUUID(), value: null, madeAt: 0 }
      writeState(sql, { ...state, key })
      return { kind: 'key', policy, keyUid: key.uid, uid: live }
    }
    case 'discard':
      return { kind: 'discard', policy, uid: step.uid }
  }
}

/** The next order for a consumer; see `SyncStore`. */
export function nextOrder(sql: SqlStorage, lease: string, version: number, now: number): SyncOrder {
  const server = serverOf(sql)
  if (!server) return { kind: 'rest' }
  if (server.lease !== lease && server.lease_until > now) return { kind: 'busy' }
  sql.exec('UPDATE search_server SET lease = ?, lease_until = ?', lease, now + LEASE_MS)
  let later: number | null = null
  for (const before of readStates(sql)) {
    const state = currentState(sql, before, version)
    if (!state) continue
    const step = stepOf(sql, state, lease, now)
    if (step.kind === 'later') later = Math.min(later ?? step.at, step.at)
    else if (step.kind !== 'rest') return orderOf(sql, state, step)
  }
  return later === null ? { kind: 'rest' } : { kind: 'later', at: later }
}

/** Takes in what a consumer did. One that has lost its lease is not listened to: another is at it. */
export function takeReport(
  sql: SqlStorage,
  lease: string,
  policy: Locale,
  report: SyncReport,
  now: number,
): void {
  const before = readStates(sql).find((state) => state.policy === policy)
  if (!before || serverOf(sql)?.lease !== lease) return
  const { state, clearUpTo } = applyReport(before, report, { lease, now })
  writeState(sql, state)
  if (clearUpTo !== null) clearChanges(sql, marketsOf(sql, policy), clearUpTo)
}

/** The consumer has stopped: says when there is more to do, milliseconds since the epoch; null: nothing. */
export function endLease(sql: SqlStorage, lease: string, version: number, now: number): number | null {
  if (serverOf(sql)?.lease !== lease) return null
  sql.exec(`UPDATE search_server SET lease = '', lease_until = 0`)
  let due: number | null = null
  for (const before of readStates(sql)) {
    const state = currentState(sql, before, version)
    const step = state && stepOf(sql, state, null, now)
    if (!step || step.kind === 'rest') continue
    const at = step.kind === 'later' ? step.at : now
    due = Math.min(due ?? at, at)
  }
  sql.exec('DELETE FROM job WHERE name = ?', SYNC_JOB)
  if (due !== null) askForSync(sql, Math.max(0, due - now))
  return due
}

/** Where this shop's markets are searched by a worker that knows settings of this version. */
export function readLinks(sql: SqlStorage, version: number): SearchLinks {
  const links: Record<string, SearchLinks[string]> = {}
  const products = liveCatalogue(sql)?.indexed ?? 0
  for (const { policy, live, key, lastSuccessAt } of readStates(sql)) {
    if (lastSuccessAt !== null) for (const market of marketsOf(sql, policy)) links[market] = null
    if (!live) continue
    // Made with other settings: this worker's queries may not fit, and the index may be due.
    if (live.version !== version) askForSync(sql, 0)
    else if (key && key.value !== null) {
      for (const market of live.markets) {
        links[market] = {
          index: liveUid(sql, policy),
          policy,
          key: key.value,
          version: live.version,
          products,
          embedders: live.embedders,
        }
      }
    }
  }
  return links
}

/** A search met a refused key or a missing index: the next sync looks into it. */
export function noteTrouble(sql: SqlStorage, market: string, trouble: OutsideTrouble, now: number): void {
  const state = readStates(sql).find(({ live }) => live?.markets.includes(market))
  if (!state) return
  if (trouble === 'key_refused' && state.key && now - state.key.madeAt > KEY_SETTLES_MS)
    writeState(sql, { ...state, key: null })
  askForSync(sql, 0)
}

/** Has every index built anew beside the one in use. False: there is no search server. */
export function wantReindex(sql: SqlStorage): boolean {
  if (!serverOf(sql)) return false
  for (const state of readStates(sql))
    writeState(sql, { ...abandonBuild(state), wanted: true, retryAt: 0, attempts: 0 })
  sql.exec('DELETE FROM job WHERE name = ?', SYNC_JOB)
  askForSync(sql, 0)
  return true
}

/** How the indexes stand, for the merchant. */
export function readSyncStatus(sql: SqlStorage): SyncStatus {
  const states = readStates(sql)
  if (!serverOf(sql)) {
    return {
      engine: 'embedded',
      index: null,
      pending: 0,
      syncing: false,
      progress: 1,
      indexed: 0,
      last_success_at: null,
      settings_version: null,
    }
  }
  const countPublic = (markets: readonly string[]) =>
    sql
      .exec<{ n: number }>(
        `SELECT count(*) AS n FROM product p JOIN catalogue c ON c.id = p.catalogue AND c.state = 'live'
         WHERE p.visibility = 'public' AND p.market IN (SELECT value FROM json_each(?))`,
        JSON.stringify(markets),
      )
      .one().n
  let pending = 0
  let total = 0
  let indexed = 0
  for (const { policy, live, build } of states) {
    const markets = marketsOf(sql, policy)
    const goods = countPublic(markets)
    const changes = countChanges(sql, markets)
    const missing = live && !build ? changes : Math.max(0, goods - (build?.documents ?? 0))
    total += goods
    pending += missing
    if (live) indexed += Math.max(0, goods - changes)
  }
  const failures = states.flatMap(({ error }) => error ?? []).toSorted((left, right) => right.at - left.at)
  const successes = states.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? [])
  const first = sql
    .exec<{ locale: string }>('SELECT locale FROM market ORDER BY position LIMIT 1')
    .toArray()[0]?.locale
  const main = states.find(({ policy }) => policy === first)
  const isWorking = states.some(({ build, tasks }) => build !== null || tasks.length > 0)
  return {
    engine: 'meilisearch',
    index: main?.live ? liveUid(sql, main.policy) : null,
    pending,
    syncing: isWorking || pending > 0,
    progress: total === 0 ? 1 : Math.max(0, 1 - pending / Math.max(total, pending)),
    indexed,
    ...(failures[0]
      ? {
          last_error: {
            code: failures[0].code,
            message: failures[0].message,
            at: new Date(failures[0].at).toISOString(),
          },
        }
      : {}),
    last_success_at: successes.length > 0 ? new Date(Math.max(...successes)).toISOString() : null,
    settings_version: main?.live?.version ?? null,
  }
}

import type { IndexFailure, SearchIndex } from '../ports/search-index.ts'
import type { SyncOrder, SyncReport, SyncStore } from '../ports/sync-store.ts'
import { err, ok, type Result } from '../result.ts'

export interface SyncPorts {
  readonly index: SearchIndex
  readonly store: SyncStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** One message does so much and hands the rest to the next, so that a large shop does not hold up the others. */
const MESSAGE_MS = 20_000
const MESSAGE_STEPS = 200

/** Between two looks at tasks that are not done. */
const LOOK_AGAIN_MS = 150

type WorkOrder = Exclude<SyncOrder, { kind: 'rest' | 'later' | 'busy' }>

/** A failure in the words the merchant reads: what happened, what stayed safe, what to do. */
function wordsFor(failure: IndexFailure): string {
  switch (failure.kind) {
    case 'unreachable':
      return `Meilisearch does not answer (${failure.detail}). Searches use the shop's own index; changes are kept and sent when it is back.`
    case 'busy':
      return `Meilisearch is overloaded or broken (${failure.detail}). Changes are kept and sent again later.`
    case 'refused':
      return `Meilisearch refused the key in MEILI_KEY (${failure.detail}). Set a key that may manage indexes, documents, tasks and keys.`
    case 'index_missing':
      return 'The index is not there any more; it is built anew.'
    case 'rejected':
      return `Meilisearch did not take what was sent (${failure.detail}). Changes are kept and sent again later.`
  }
}

async function swap(
  index: SearchIndex,
  order: Extract<WorkOrder, { kind: 'swap' }>,
): Promise<Result<SyncReport, IndexFailure>> {
  // Swapping twice would bring the old content back, and an answer may have got lost: first see whether it is done.
  const now = await index.createdAt(order.live)
  if (!now.ok) return now
  if (now.value === order.createdAt) return ok({ kind: 'swapped', task: null })
  const underWay = await index.swapUnderWay(order.live)
  if (!underWay.ok) return underWay
  if (underWay.value !== null) return ok({ kind: 'swapped', task: underWay.value })
  const task = await index.swap(order.live, order.uid)
  return task.ok ? ok({ kind: 'swapped', task: task.value }) : task
}

async function create(
  index: SearchIndex,
  order: Extract<WorkOrder, { kind: 'create' }>,
): Promise<Result<SyncReport, IndexFailure>> {
  const tasks: number[] = []
  // There must be something to swap with.
  const live = await index.createdAt(order.live)
  if (!live.ok) return live
  for (const uid of live.value === null ? [order.live, order.uid] : [order.uid]) {
    const created = await index.create(uid, order.policy, order.embedders)
    if (!created.ok) return created
    tasks.push(...created.value)
  }
  return ok({ kind: 'created', tasks })
}

async function send(
  index: SearchIndex,
  { uid, documents, removals, upTo }: Extract<WorkOrder, { kind: 'send' }>,
): Promise<Result<SyncReport, IndexFailure>> {
  const tasks: number[] = []
  for (const request of [
    ...(documents.length > 0 ? [() => index.upsert(uid, documents)] : []),
    ...(removals.length > 0 ? [() => index.remove(uid, removals)] : []),
  ]) {
    const task = await request()
    if (!task.ok) return task
    tasks.push(task.value)
  }
  return ok({ kind: 'sent', tasks, upTo, documents: documents.length })
}

/** Does one order. A failure of the server is a report like any other. */
async function carryOut(index: SearchIndex, order: WorkOrder): Promise<SyncReport> {
  const outcome = await attempt(index, order)
  if (outcome.ok) return outcome.value
  return { kind: 'failed', code: outcome.error.kind, message: wordsFor(outcome.error) }
}

async function attempt(index: SearchIndex, order: WorkOrder): Promise<Result<SyncReport, IndexFailure>> {
  switch (order.kind) {
    case 'inspect': {
      const found = await index.createdAt(order.uid)
      return found.ok ? ok({ kind: 'inspected', createdAt: found.value }) : found
    }
    case 'create':
      return create(index, order)
    case 'send':
      return send(index, order)
    case 'check': {
      const states = await index.tasks(order.tasks)
      return states.ok ? ok({ kind: 'checked', tasks: states.value }) : states
    }
    case 'swap':
      return swap(index, order)
    case 'key': {
      const key = await index.searchKey(order.keyUid, order.uid)
      return key.ok ? ok({ kind: 'keyed', keyUid: order.keyUid, key: key.value }) : key
    }
    case 'discard': {
      const gone = await index.discard(order.uid)
      return gone.ok ? ok({ kind: 'discarded', uid: order.uid }) : err(gone.error)
    }
  }
}

const isWaiting = (report: SyncReport): boolean =>
  report.kind === 'checked' &&
  report.tasks.some(({ state }) => state === 'waiting') &&
  report.tasks.every(({ state }) => state !== 'failed' && state !== 'lost')

/**
 * Brings one shop's indexes towards its catalogue, for a bounded time. Every step is recorded by the shop before the
 * next begins, so it may break off anywhere; the shop then asks again. Nothing is thrown for what a server does.
 */
export async function runSync({ index, store, now, pause }: SyncPorts, shop: string): Promise<void> {
  const lease = crypto.randomUUID()
  const end = now() + MESSAGE_MS
  try {
    for (let steps = 0; steps < MESSAGE_STEPS && now() < end; steps++) {
      const order = await store.next(shop, lease, index.version)
      if (order.kind === 'rest' || order.kind === 'later' || order.kind === 'busy') break
      const report = await carryOut(index, order)
      await store.report(shop, lease, order.policy, report)
      if (isWaiting(report)) await pause(LOOK_AGAIN_MS)
    }
  } finally {
    await store.release(shop, lease, index.version)
  }
}

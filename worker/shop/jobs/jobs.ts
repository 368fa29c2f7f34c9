import { SYNC_JOB } from '../tables/outbox.ts'
import { expireDays } from '../ledger/day-sums.ts'
import { expireCalls } from '../ledger/model-calls.ts'
import { fillWords } from '../tables/catalogue-words.ts'
import { expireUploads } from '../tables/finish-upload.ts'
import { buildIndex } from '../tables/index-parts.ts'
import { oldestRunning } from '../tables/imports.ts'
import { expireVisits } from '../tables/query-visits.ts'
import { expireChoices } from '../tables/query-choices.ts'
import { expireSearches } from '../tables/search-log.ts'
import { expireEvents } from '../events/expire-events.ts'
import { foldEvents } from '../events/fold-events.ts'
import { EVENTS_JOB } from '../events/fold-job.ts'
import { refreshEvidence } from './import-evidence.ts'
import { ENRICH_JOB, askForEnrichment } from '../enrichment/enrich-job.ts'
import { LEADERBOARD_JOB } from '../leaderboard/leaderboard-job.ts'
import { pruneRecommender } from '../recommend/prune-recommender.ts'
import { expireOrders } from '../tables/warm-orders.ts'
import { WARM_JOB, askForWarming } from '../warming/warm-job.ts'
import { VECTORS_JOB, askForVectors } from '../vectors/vector-job.ts'
import type { HistoryStoring } from '../events/store-events.ts'
import type { JobSlice } from './job-queue.ts'
import { runImportSlice } from './run-import.ts'

/** `sync`, `vectors`, `enrich`, `leaderboard` and `warm` have no slice: they are messages to the queue. */
export const jobs = {
  imports: 'imports',
  evidence: 'evidence',
  index: 'index',
  expire: 'expire',
  words: 'words',
  events: EVENTS_JOB,
  sync: SYNC_JOB,
  vectors: VECTORS_JOB,
  enrich: ENRICH_JOB,
  leaderboard: LEADERBOARD_JOB,
  warm: WARM_JOB,
} as const

const HOUR_MS = 3600 * 1000

/** Imports run one after the other, in the order they came: what came last is what stands. */
function runImports(sql: SqlStorage, storing: HistoryStoring, now: number): number | null {
  const id = oldestRunning(sql)
  if (buildIndex(sql, id !== null)) return now
  if (id === null) {
    // Products may have come that have no vector yet, or that no model has read.
    askForVectors(sql, now)
    askForEnrichment(sql, now)
    askForWarming(sql, now)
    return null
  }
  runImportSlice(sql, storing, id, now)
  return now
}

/** While others still change products, their parts of the index would only be built to be built again. */
const INDEX_WAIT_MS = 5_000

function runIndex(sql: SqlStorage, now: number): number | null {
  const others = sql
    .exec<{ n: number }>(
      'SELECT count(*) AS n FROM job WHERE name IN (?, ?) AND due_at <= ?',
      jobs.imports,
      jobs.evidence,
      now,
    )
    .one()
  if (others.n > 0) return now + INDEX_WAIT_MS
  return buildIndex(sql, false) ? now : null
}

function expire(sql: SqlStorage, now: number): number {
  expireSearches(sql, now)
  expireVisits(sql, now)
  expireChoices(sql, now)
  expireUploads(sql, now)
  expireDays(sql, now)
  expireOrders(sql, now)
  // What is searched for most is known anew.
  askForWarming(sql, now)
  const more = [expireCalls(sql, now), expireEvents(sql, now), pruneRecommender(sql, now)]
  return more.includes(true) ? now : now + HOUR_MS
}

/** `storing`: what an import of events needs besides the database. */
export function jobSlice(sql: SqlStorage, storing: HistoryStoring, name: string): JobSlice | null {
  switch (name) {
    case jobs.imports:
      return (now) => runImports(sql, storing, now)
    case jobs.evidence:
      return (now) => (refreshEvidence(sql, now) ? now : null)
    case jobs.words:
      return (now) => (fillWords(sql) ? now : null)
    case jobs.events:
      return (now) => (foldEvents(sql) ? now : null)
    case jobs.index:
      return (now) => runIndex(sql, now)
    case jobs.expire:
      return (now) => expire(sql, now)
    default:
      return null
  }
}

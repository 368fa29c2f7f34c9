import { shop } from './migrations/001-shop.ts'
import { catalogue } from './migrations/002-catalogue.ts'
import { imports } from './migrations/003-import.ts'
import { jobsAndLog } from './migrations/004-jobs-and-log.ts'
import { indexByTerms } from './migrations/005-index-by-terms.ts'
import { typing } from './migrations/006-typing.ts'
import { tags } from './migrations/007-tags.ts'
import { merchandising } from './migrations/008-merchandising.ts'
import { outbox } from './migrations/009-outbox.ts'
import { vectors } from './migrations/010-vectors.ts'
import { models } from './migrations/011-models.ts'
import { expansions } from './migrations/012-expansions.ts'
import { ledger } from './migrations/013-ledger.ts'
import { enrichment } from './migrations/014-enrichment.ts'
import { leaderboard } from './migrations/015-leaderboard.ts'
import { readingOrder } from './migrations/016-reading-order.ts'
import { warming } from './migrations/017-warming.ts'
import { rerankGate } from './migrations/018-rerank-gate.ts'
import { events } from './migrations/019-events.ts'
import { recommender } from './migrations/020-recommender.ts'
import type { Migration } from './migrations/migration.ts'

/**
 * The shop's schema as an append-only list: a migration that has landed is never edited, and its place never changes.
 * Full-text tables are made per catalogue (see tables/product-index.ts), not here.
 */
export const migrations: readonly Migration[] = [
  shop,
  catalogue,
  imports,
  jobsAndLog,
  indexByTerms,
  typing,
  tags,
  merchandising,
  outbox,
  vectors,
  models,
  expansions,
  ledger,
  enrichment,
  leaderboard,
  readingOrder,
  warming,
  rerankGate,
  events,
  recommender,
]

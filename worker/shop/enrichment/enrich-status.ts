import type { EnrichmentStatus } from '../../contract/enrichment.ts'
import { runOf } from '../../enrichment/enrichment-key.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { readEnrichState } from './enrich-state.ts'

/** How far the enrichment is. Counts every product of the live catalogue: for a person to look at, not for each search. */
export function enrichmentStatus(
  sql: SqlStorage,
  model: string | null,
  now: number,
): Omit<EnrichmentStatus, 'configured' | 'enabled'> {
  const state = readEnrichState(sql)
  const counts = sql
    .exec<{ total: number; done: number; failed: number; tags: number; wishes: number }>(
      `SELECT count(*) AS total,
         count(CASE WHEN e.failed = 0 AND e.run = ? AND e.seen = p.digest THEN 1 END) AS done,
         count(CASE WHEN e.failed = 1 AND e.run = ? AND e.seen = p.digest THEN 1 END) AS failed,
         coalesce(sum(json_array_length(e.tags)), 0) AS tags,
         coalesce(sum(json_array_length(e.wishes)), 0) AS wishes
       FROM product p LEFT JOIN product_enrichment e ON e.market = p.market AND e.id = p.id
       WHERE p.catalogue = ? AND p.visibility = 'public' AND p.adult = 0`,
      model === null ? (state?.run ?? '') : runOf(model),
      model === null ? (state?.run ?? '') : runOf(model),
      liveCatalogue(sql)?.id ?? 0,
    )
    .one()
  return {
    ...counts,
    ...(state && state.paused_until > now
      ? { paused_until: new Date(state.paused_until).toISOString() }
      : {}),
    ...(state?.last_error ? { last_error: state.last_error } : {}),
  }
}

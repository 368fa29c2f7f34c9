import type { VectorStatus } from '../../contract/vectors.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { isComparedHere } from './vector-index.ts'
import { readVectorState } from './vector-state.ts'

/** How far the back-fill is. Counts every product of the live catalogue: for a person to look at, not for each search. */
export function vectorStatus(sql: SqlStorage, now: number): Omit<VectorStatus, 'configured'> {
  const state = readVectorState(sql)
  const counts = sql
    .exec<{ total: number; done: number; failed: number }>(
      `SELECT count(*) AS total, count(v.slot) AS done, count(v.id) - count(v.slot) AS failed
       FROM product p LEFT JOIN product_vector v ON v.market = p.market AND v.id = p.id
       WHERE p.catalogue = ? AND p.visibility = 'public'`,
      liveCatalogue(sql)?.id ?? 0,
    )
    .one()
  return {
    model: state?.model ?? null,
    dims: state?.dims ?? null,
    ...counts,
    ...(state && state.paused_until > now
      ? { paused_until: new Date(state.paused_until).toISOString() }
      : {}),
    ...(state?.last_error ? { last_error: state.last_error } : {}),
    scan: state && !isComparedHere(state) ? 'too_many' : 'all',
  }
}

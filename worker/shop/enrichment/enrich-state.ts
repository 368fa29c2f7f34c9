import { fullBudget, type RateBudget, type Rates } from '../../embeddings/rate-budget.ts'

/** Where the enrichment of a shop stands. Times are milliseconds since the epoch. */
export interface EnrichState {
  /** See `runOf`: another model, prompt or vocabulary is another run. */
  readonly run: string
  /** The last product that is done, by `placeOf`; empty before the first. */
  readonly looked_to: string
  /** Products of the next batch: halved when the model cannot cope with one. */
  readonly batch: number
  /** Calls in a row that brought nothing. */
  readonly failures: number
  readonly paused_until: number
  readonly leased_until: number
  readonly last_error: string | null
  /** A `RateBudget`. */
  readonly budget: string | null
  /** Tokens the batch that is out was thought to take. */
  readonly estimated: number
}

type Columns = { [Name in keyof EnrichState]: EnrichState[Name] }

export const readEnrichState = (sql: SqlStorage): EnrichState | null =>
  sql.exec<Columns>('SELECT * FROM enrich_state').toArray()[0] ?? null

/** Begins with a model. What another one wrote stays in use until this one has read the product. */
export function beginEnrichment(sql: SqlStorage, run: string, batch: number): EnrichState {
  sql.exec('DELETE FROM enrich_state')
  return sql
    .exec<Columns>('INSERT INTO enrich_state (only, run, batch) VALUES (1, ?, ?) RETURNING *', run, batch)
    .one()
}

export function changeEnrichState(sql: SqlStorage, changes: Partial<EnrichState>): void {
  const names = Object.keys(changes) as (keyof EnrichState)[]
  // Names come from the interface above, never from a caller's text.
  const set = names.map((name) => `${name} = ?`).join(', ')
  sql.exec(`UPDATE enrich_state SET ${set}`, ...names.map((name) => changes[name] ?? null))
}

export const budgetOf = ({ budget }: EnrichState, rates: Rates, now: number): RateBudget =>
  budget === null ? fullBudget(rates, now) : (JSON.parse(budget) as RateBudget)

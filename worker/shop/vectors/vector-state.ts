import { fullBudget, type RateBudget, type Rates } from '../../embeddings/rate-budget.ts'

/** Where the back-fill of a shop's vectors stands. Times are milliseconds since the epoch. */
export interface VectorState {
  readonly model: string
  /** null until the first vectors came. */
  readonly dims: number | null
  /** The first slot that was never used. */
  readonly next_slot: number
  /** The last product row looked at for missing vectors; 0 before the first. */
  readonly looked_to: number
  /** Texts of the next batch: halved when one is refused, so that the text at fault is found. */
  readonly batch: number
  /** Batches in a row that the service refused. */
  readonly failures: number
  readonly paused_until: number
  readonly leased_until: number
  readonly last_error: string | null
  /** A `RateBudget`. */
  readonly budget: string | null
  /** Tokens the batch that is out was thought to have. */
  readonly estimated: number
}

type Columns = { [Name in keyof VectorState]: VectorState[Name] }

export function readVectorState(sql: SqlStorage): VectorState | null {
  return sql.exec<Columns>('SELECT * FROM vector_state').toArray()[0] ?? null
}

/** Begins with a model: whatever there is of another one is dropped. */
export function beginVectors(sql: SqlStorage, model: string, batch: number): VectorState {
  sql.exec('DELETE FROM vector_state')
  sql.exec('DELETE FROM vector_block')
  sql.exec('DELETE FROM vector_free')
  sql.exec('DELETE FROM product_vector')
  return sql
    .exec<Columns>('INSERT INTO vector_state (only, model, batch) VALUES (1, ?, ?) RETURNING *', model, batch)
    .one()
}

export function changeVectorState(sql: SqlStorage, changes: Partial<VectorState>): void {
  const names = Object.keys(changes) as (keyof VectorState)[]
  // Names come from the interface above, never from a caller's text.
  const set = names.map((name) => `${name} = ?`).join(', ')
  sql.exec(`UPDATE vector_state SET ${set}`, ...names.map((name) => changes[name] ?? null))
}

export const budgetOf = ({ budget }: VectorState, rates: Rates, now: number): RateBudget =>
  budget === null ? fullBudget(rates, now) : (JSON.parse(budget) as RateBudget)

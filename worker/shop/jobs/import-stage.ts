import type { HistoryStoring } from '../events/store-events.ts'
import type { ImportRow } from '../tables/imports.ts'

/** What a stage's slice leaves: the columns to write, and the stage to go on with (`null`: finished). */
export interface SliceOutcome {
  readonly changes: Partial<ImportRow>
  readonly next: string | null
}

/** A file that is not what it says: refused whole, what was there stays. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly line: number
  readonly field: string

  constructor(message: string, line = 0, field = '') {
    super(message)
    this.line = line
    this.field = field
  }
}

export type Stage = (sql: SqlStorage, row: ImportRow, now: number, storing: HistoryStoring) => SliceOutcome

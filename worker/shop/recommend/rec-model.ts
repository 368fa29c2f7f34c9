import { newPool, type PresetPool } from '../../recommend/preset-pool.ts'
import { presets } from '../../recommend/presets.ts'
import { newGate, type RepeatGate } from '../../recommend/repeat-gate.ts'

/** What a shop's events have taught about how to recommend; see `RepeatGate` and `PresetPool`. */
export interface RecModel {
  readonly gate: RepeatGate
  readonly pool: PresetPool
  /** Sessions learnt so far, those pruned since included. */
  readonly sessions: number
}

const KEY = 'adaptation'

export function readModel(sql: SqlStorage): RecModel {
  const [row] = sql.exec<{ v: string }>('SELECT v FROM rec_model WHERE k = ?', KEY).toArray()
  return row
    ? (JSON.parse(row.v) as RecModel)
    : { gate: newGate, pool: newPool(presets[0].name), sessions: 0 }
}

export function writeModel(sql: SqlStorage, model: RecModel): void {
  sql.exec('INSERT OR REPLACE INTO rec_model (k, v) VALUES (?, ?)', KEY, JSON.stringify(model))
}

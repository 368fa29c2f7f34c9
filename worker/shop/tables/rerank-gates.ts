import type { LearntGate } from '../../ports/rerank-gate.ts'

/** What comparisons have taught, one entry for each endpoint. */
export const readGates = (sql: SqlStorage): LearntGate[] =>
  sql
    .exec<{ gate: string }>('SELECT gate FROM rerank_gate ORDER BY endpoint')
    .toArray()
    .map(({ gate }) => JSON.parse(gate) as LearntGate)

/** Keeps what a comparison has taught; of endpoints that are gone nothing is kept. Must run in a transaction. */
export function writeGates(sql: SqlStorage, gates: readonly LearntGate[]): void {
  for (const gate of gates) {
    sql.exec(
      'INSERT OR REPLACE INTO rerank_gate (endpoint, model, gate) VALUES (?, ?, ?)',
      gate.endpoint,
      gate.model,
      JSON.stringify(gate),
    )
  }
  sql.exec(`DELETE FROM rerank_gate
    WHERE endpoint <> 'default' AND endpoint NOT IN (SELECT id FROM model_endpoint)`)
}

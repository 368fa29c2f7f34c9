import type { IndexState } from './index-state.ts'

export function readStates(sql: SqlStorage): IndexState[] {
  return sql
    .exec<{ state: string }>('SELECT state FROM search_index ORDER BY policy')
    .toArray()
    .map(({ state }) => JSON.parse(state) as IndexState)
}

export function writeState(sql: SqlStorage, state: IndexState): void {
  sql.exec(
    'INSERT OR REPLACE INTO search_index (policy, state) VALUES (?, ?)',
    state.policy,
    JSON.stringify(state),
  )
}

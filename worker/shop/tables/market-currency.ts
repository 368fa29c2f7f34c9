/**
 * The currency of a market; null when the shop does not have it: a worker may still ask for one that was taken out of
 * the settings a moment ago.
 */
export const marketCurrency = (sql: SqlStorage, market: string): string | null =>
  sql.exec<{ currency: string }>('SELECT currency FROM market WHERE id = ?', market).toArray()[0]?.currency ??
  null

import { digest } from '../../catalogue/digest.ts'
import { judgeReplace } from '../../catalogue/judge-replace.ts'
import { foldParts, type ProductPart } from '../../catalogue/normalise-product.ts'
import {
  applyDelta,
  createCatalogue,
  dropCatalogue,
  liveCatalogue,
  makeLive,
  noDelta,
  readCatalogue,
  setState,
} from '../tables/catalogues.ts'
import { TOO_LARGE, fitsARow } from '../tables/fits-a-row.ts'
import { addErrors, type ImportRow } from '../tables/imports.ts'
import { readProduct, writeProduct } from '../tables/products.ts'
import { ImportRefused, type SliceOutcome } from './import-stage.ts'

/** Products written in one slice. */
const GROUPS_A_SLICE = 50

interface Checkpoint {
  /** The last group that is done. */
  readonly after: string
  /** `groups` of the file; then, in a shop of several markets, the other markets' products are carried over. */
  readonly phase: 'groups' | 'carry'
  readonly lastRow: number
}

const checkpointOf = ({ checkpoint }: ImportRow): Checkpoint => ({
  after: '',
  phase: 'groups',
  lastRow: 0,
  ...(JSON.parse(checkpoint) as Partial<Checkpoint>),
})

/** Where the products go: into the live catalogue, or for a `replace` into one that is built beside it. */
function targetOf(sql: SqlStorage, row: ImportRow, now: number): number {
  if (row.catalogue !== null) return row.catalogue
  if (row.mode === 'replace') return createCatalogue(sql, 'building', row.id, now).id
  return (liveCatalogue(sql) ?? createCatalogue(sql, 'live', row.id, now)).id
}

const partsOf = (sql: SqlStorage, importId: string, key: string): ProductPart[] =>
  sql
    .exec<{ body: string }>(
      'SELECT body FROM import_part WHERE import = ? AND group_key = ? ORDER BY seq',
      importId,
      key,
    )
    .toArray()
    .map(({ body }) => JSON.parse(body) as ProductPart)

/** Folds a few groups of rows into products and writes those that differ. */
export function foldStage(sql: SqlStorage, row: ImportRow, now: number): SliceOutcome {
  const at = checkpointOf(row)
  const catalogue = targetOf(sql, row, now)
  if (at.phase === 'carry') return carry(sql, row, catalogue, at, now)

  const keys = sql
    .exec<{ group_key: string }>(
      'SELECT DISTINCT group_key FROM import_part WHERE import = ? AND group_key > ? ORDER BY group_key LIMIT ?',
      row.id,
      at.after,
      GROUPS_A_SLICE,
    )
    .toArray()
    .map(({ group_key }) => group_key)
  const delta = noDelta()
  let { accepted, rejected, changed } = row
  for (const key of keys) {
    const parts = partsOf(sql, row.id, key)
    const absorbed = new Set(parts.flatMap((part) => part.absorbs ?? []).filter((other) => other !== key))
    const folded = foldParts([...parts, ...[...absorbed].flatMap((other) => partsOf(sql, row.id, other))])
    if (!folded.ok) {
      rejected += parts.length
      const lines = new Set(parts.map(({ line }) => line))
      // Absorbed rows are products of their own, and answer for themselves.
      addErrors(
        sql,
        row.id,
        folded.error.filter(({ line }) => lines.has(line)),
      )
      continue
    }
    const body = JSON.stringify(folded.value)
    if (!fitsARow(body)) {
      rejected += parts.length
      addErrors(sql, row.id, [{ line: parts[0]?.line ?? 0, field: 'id', message: TOO_LARGE }])
      continue
    }
    accepted += parts.length
    const entry = { product: folded.value, digest: digest(body), now }
    if (row.mode === 'replace' && !differsFromLive(sql, row.market, entry)) {
      writeProduct(sql, { catalogue, market: row.market }, entry, delta)
    } else if (writeProduct(sql, { catalogue, market: row.market }, entry, delta) !== 'same') changed += 1
  }
  applyDelta(sql, catalogue, delta)

  const changes = {
    catalogue,
    accepted,
    rejected,
    changed,
    progress: row.read === 0 ? 1 : (accepted + rejected) / row.read,
  }
  const last = keys.at(-1)
  if (last !== undefined && keys.length === GROUPS_A_SLICE) {
    return { changes: { ...changes, checkpoint: JSON.stringify({ ...at, after: last }) }, next: 'folding' }
  }
  if (row.mode === 'upsert') return { changes, next: null }
  return { changes: { ...changes, checkpoint: JSON.stringify({ ...at, phase: 'carry' }) }, next: 'folding' }
}

function differsFromLive(
  sql: SqlStorage,
  market: string,
  entry: { product: { id: string }; digest: string },
): boolean {
  const live = liveCatalogue(sql)
  return !live || readProduct(sql, live.id, market, entry.product.id)?.digest !== entry.digest
}

/** A replacement of one market leaves the others as they are: their products come along, then the new catalogue is judged. */
function carry(
  sql: SqlStorage,
  row: ImportRow,
  catalogue: number,
  at: Checkpoint,
  now: number,
): SliceOutcome {
  const live = liveCatalogue(sql)
  const others = live
    ? sql
        .exec<{ row: number; market: string; id: string }>(
          'SELECT row, market, id FROM product WHERE catalogue = ? AND market <> ? AND row > ? ORDER BY row LIMIT ?',
          live.id,
          row.market,
          at.lastRow,
          GROUPS_A_SLICE,
        )
        .toArray()
    : []
  const delta = noDelta()
  for (const other of others) {
    const held = live && readProduct(sql, live.id, other.market, other.id)
    if (held)
      writeProduct(
        sql,
        { catalogue, market: other.market },
        { product: held.product, digest: held.digest, now },
        delta,
      )
  }
  applyDelta(sql, catalogue, delta)
  const last = others.at(-1)
  if (last && others.length === GROUPS_A_SLICE) {
    return {
      changes: { checkpoint: JSON.stringify({ ...at, lastRow: last.row }), progress: 1 },
      next: 'folding',
    }
  }
  return finishReplace(sql, row, catalogue)
}

/** What would be gone, lose its price, or jump in price: numbers over the market that is replaced. */
function compare(sql: SqlStorage, market: string, before: number, after: number) {
  const one = (query: string, ...values: (string | number)[]) =>
    sql.exec<{ n: number }>(query, ...values).one().n
  const both = `FROM product o JOIN product n ON n.catalogue = ? AND n.market = o.market AND n.id = o.id
    WHERE o.catalogue = ? AND o.market = ?`
  return {
    before: one('SELECT count(*) AS n FROM product WHERE catalogue = ? AND market = ?', before, market),
    after: one('SELECT count(*) AS n FROM product WHERE catalogue = ? AND market = ?', after, market),
    removed: one(
      `SELECT count(*) AS n FROM product o WHERE o.catalogue = ? AND o.market = ? AND NOT EXISTS
        (SELECT 1 FROM product n WHERE n.catalogue = ? AND n.market = o.market AND n.id = o.id)`,
      before,
      market,
      after,
    ),
    zeroPriced: one(
      `SELECT count(*) AS n ${both} AND o.price > 0 AND (n.price IS NULL OR n.price = 0)`,
      after,
      before,
      market,
    ),
    priceJumps: one(
      `SELECT count(*) AS n ${both} AND o.price > 0 AND n.price > 0 AND (n.price >= o.price * 5 OR o.price >= n.price * 5)`,
      after,
      before,
      market,
    ),
  }
}

function finishReplace(sql: SqlStorage, row: ImportRow, catalogue: number): SliceOutcome {
  if (readCatalogue(sql, catalogue)?.products === 0) {
    dropCatalogue(sql, catalogue)
    throw new ImportRefused('No row of the file could be used: the catalogue stays as it was.')
  }
  const live = liveCatalogue(sql)
  if (!live) {
    makeLive(sql, catalogue)
    return { changes: {}, next: null }
  }
  const counts = compare(sql, row.market, live.id, catalogue)
  if (row.changed === 0 && counts.removed === 0) {
    dropCatalogue(sql, catalogue)
    return { changes: { removed: 0, catalogue: null }, next: null }
  }
  const because = judgeReplace(counts)
  if (because !== null) {
    setState(sql, catalogue, 'held')
    return { changes: { status: 'held', held_because: because, removed: counts.removed }, next: null }
  }
  makeLive(sql, catalogue)
  return { changes: { removed: counts.removed }, next: null }
}

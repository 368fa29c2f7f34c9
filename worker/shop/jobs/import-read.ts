import { digest } from '../../catalogue/digest.ts'
import { detectFormat } from '../../catalogue/detect-format.ts'
import { mapColumns } from '../../catalogue/field-names.ts'
import { normaliseProduct } from '../../catalogue/normalise-product.ts'
import { mapReviewColumns, normaliseReview } from '../../catalogue/normalise-review.ts'
import { readRecords, startReading, type RawRecord, type ReaderState } from '../../catalogue/read-records.ts'
import type { ImportStatus, RowError } from '../../contract/catalogue.ts'
import { readHistory } from '../../events/read-history.ts'
import { EVENTS } from '../../contract/vocabulary.ts'
import { textFrom, utf8Length } from '../tables/import-file.ts'
import { TOO_LARGE, fitsARow } from '../tables/fits-a-row.ts'
import { addErrors, type ImportRow } from '../tables/imports.ts'
import { removeReviewsNotIn, writeReview } from '../tables/reviews.ts'
import { storeEvents, type HistoryStoring } from '../events/store-events.ts'
import { readShop } from '../tables/shop-record.ts'
import { ImportRefused, type SliceOutcome } from './import-stage.ts'

/** Bytes of the file read in one slice: some tens of milliseconds of work, of which an event makes most. */
const windowBytes = (kind: ImportRow['kind']): number => (kind === 'events' ? 24 : 96) * 1024
/** A record longer than this is not a product. */
const WINDOW_MOST_BYTES = 8 * 1024 * 1024

const DAY_MS = 24 * 3600 * 1000

interface Checkpoint {
  readonly position: number
  readonly window: number
  readonly reader: ReaderState | null
}

type Detected = NonNullable<ImportStatus['detected']>

const checkpointOf = ({ checkpoint, kind }: ImportRow): Checkpoint => ({
  position: 0,
  window: windowBytes(kind),
  reader: null,
  ...(JSON.parse(checkpoint) as Partial<Checkpoint>),
})

function begin(row: ImportRow, text: string): { reader: ReaderState; detected: Detected } {
  const found = detectFormat(text, row.format)
  if (!found.ok) throw new ImportRefused(found.error)
  const { encoding } = JSON.parse(row.detected ?? '{"encoding":"utf-8"}') as { encoding: string }
  return { reader: startReading(found.value), detected: { encoding, ...found.value } }
}

const withColumns = (
  detected: Detected,
  kind: ImportRow['kind'],
  records: readonly RawRecord[],
): Detected => {
  const first = records[0]
  if (detected.columns || !first || kind === 'events') return detected
  const mapOf = kind === 'reviews' ? mapReviewColumns : mapColumns
  return { ...detected, columns: mapOf(Object.keys(first.fields)) }
}

/** Reads one window of the file: products go to the parts table to be folded, reviews and events straight to theirs. */
export function readStage(
  sql: SqlStorage,
  row: ImportRow,
  now: number,
  storing: HistoryStoring,
): SliceOutcome {
  const at = checkpointOf(row)
  const { text, isLast } = textFrom(sql, row.id, {
    from: at.position,
    bytes: at.window,
    fileBytes: row.bytes,
  })
  const begun = at.reader ? null : begin(row, text)
  const reader = at.reader ?? begun?.reader
  if (!reader) throw new Error('an import without a reader')
  const slice = readRecords(reader, text, isLast)
  if (slice.refused) {
    const why = slice.errors.at(-1)
    throw new ImportRefused(why?.message ?? 'The file cannot be read.', why?.line, why?.field)
  }
  const consumed = utf8Length(text.slice(0, slice.consumedChars))
  if (consumed === 0 && !isLast && at.window >= WINDOW_MOST_BYTES) {
    throw new ImportRefused('One record is longer than 8 MB: the file may have an unclosed quote or bracket.')
  }
  const detected = begun?.detected ?? (JSON.parse(row.detected ?? '{}') as Detected)
  const taken = take(sql, row, slice.records, now, storing)
  addErrors(sql, row.id, [...slice.errors, ...taken.errors])

  const next: Checkpoint = {
    position: at.position + consumed,
    window: consumed === 0 ? at.window * 4 : windowBytes(row.kind),
    reader: slice.state,
  }
  const changes = {
    checkpoint: JSON.stringify(next),
    detected: JSON.stringify(withColumns(detected, row.kind, slice.records)),
    bytes_read: next.position,
    read: row.read + slice.records.length + slice.errors.length,
    accepted: row.accepted + taken.accepted,
    rejected: row.rejected + slice.errors.length + taken.rejected,
    changed: row.changed + taken.changed,
    progress: row.bytes === 0 ? 1 : next.position / row.bytes,
  }
  if (!isLast) return { changes, next: 'reading' }
  if (changes.read === 0) throw new ImportRefused('The file holds no records: nothing was changed.')
  if (row.kind === 'products') return { changes: { ...changes, checkpoint: '{}' }, next: 'folding' }
  if (row.kind === 'events') return { changes, next: null }
  const removed = row.mode === 'replace' && changes.accepted > 0 ? removeReviewsNotIn(sql, row.id) : 0
  return { changes: { ...changes, removed }, next: 'evidence' }
}

interface Taken {
  readonly accepted: number
  readonly rejected: number
  readonly changed: number
  readonly errors: readonly RowError[]
}

function currencyOf(sql: SqlStorage, market: string): string {
  const markets = readShop(sql)?.settings.markets ?? []
  return (markets.find(({ id }) => id === market) ?? markets[0])?.currency ?? 'USD'
}

function take(
  sql: SqlStorage,
  row: ImportRow,
  records: readonly RawRecord[],
  now: number,
  storing: HistoryStoring,
): Taken {
  switch (row.kind) {
    case 'products':
      return takeProducts(sql, row, records, now)
    case 'reviews':
      return takeReviews(sql, row, records, now)
    case 'events':
      return takeEvents(sql, row, records, now, storing)
  }
}

/** Products are counted as accepted when they are folded: only then is it known whether they stand. */
function takeProducts(sql: SqlStorage, row: ImportRow, records: readonly RawRecord[], now: number): Taken {
  const currency = currencyOf(sql, row.market)
  const errors: RowError[] = []
  let rejected = 0
  records.forEach((record, index) => {
    const part = normaliseProduct(record, { currency, now })
    if (!part.ok) {
      rejected += 1
      errors.push(...part.error)
      return
    }
    const body = JSON.stringify(part.value)
    if (!fitsARow(body)) {
      rejected += 1
      errors.push({ line: record.line, field: 'id', message: TOO_LARGE })
      return
    }
    sql.exec(
      'INSERT INTO import_part (import, group_key, seq, line, body) VALUES (?, ?, ?, ?, ?)',
      row.id,
      part.value.groupKey,
      row.read + index,
      record.line,
      body,
    )
  })
  return { accepted: 0, rejected, changed: 0, errors }
}

function takeReviews(sql: SqlStorage, row: ImportRow, records: readonly RawRecord[], now: number): Taken {
  const errors: RowError[] = []
  let accepted = 0
  let changed = 0
  for (const record of records) {
    const review = normaliseReview(record, { now })
    if (!review.ok) {
      errors.push(...review.error)
      continue
    }
    accepted += 1
    if (writeReview(sql, review.value, digest(JSON.stringify(review.value)), row.id)) changed += 1
  }
  return { accepted, rejected: records.length - accepted, changed, errors }
}

/** Every line is stored by itself: the same file again, whole or cut short, changes nothing that is there. */
function takeEvents(
  sql: SqlStorage,
  row: ImportRow,
  records: readonly RawRecord[],
  now: number,
  storing: HistoryStoring,
): Taken {
  const lateMs = (readShop(sql)?.settings.events.retention_days ?? EVENTS.retentionDays) * DAY_MS
  const errors: RowError[] = []
  let changed = 0
  for (const { line, fields } of records) {
    const read = readHistory(fields, { market: row.market, now, lateMs })
    if (!read.ok) errors.push({ line, ...read.error })
    else changed += storeEvents(sql, read.value, { ...storing, gate: null, visitorHash: null }).fresh
  }
  return { accepted: records.length - errors.length, rejected: errors.length, changed, errors }
}

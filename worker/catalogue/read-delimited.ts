// An ambient declaration cannot be imported, and the tests' program would not find it by itself.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse'
import type { RowError } from '../contract/catalogue.ts'
import { preambleLength } from './detect-format.ts'
import type { RawRecord, Slice } from './read-records.ts'
import { countLines } from './record-of.ts'

export interface DelimitedState {
  readonly format: 'csv' | 'tsv'
  readonly delimiter: string
  /** `\n` also reads `\r\n`; `\r` is for files from an old Mac. */
  readonly newline: '\n' | '\r'
  /** Line at which the next text begins. */
  readonly line: number
  /** Column names; null until the header is read. */
  readonly header: readonly string[] | null
  /** True inside a line that was already refused for its length. */
  readonly skipping: boolean
}

const MAX_ROW_CHARS = 256 * 1024

/** What one pass of the CSV library found at `from`. */
interface Row {
  readonly cells: readonly string[]
  readonly end: number
  /** A quote that is never closed has swallowed what follows it. */
  readonly broken: boolean
}

/** The first line end outside quotes; undefined while it cannot be told. */
const detectNewline = (text: string, from: number, isLast: boolean): '\n' | '\r' | undefined => {
  let quoted = false
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '"') quoted = !quoted
    else if (char === '\n' && !quoted) return '\n'
    else if (char === '\r' && !quoted) {
      if (at + 1 < text.length) return text.charAt(at + 1) === '\n' ? '\n' : '\r'
      return isLast ? '\r' : undefined
    }
  }
  return isLast ? '\n' : undefined
}

const withoutReturn = (cells: readonly string[]): readonly string[] => {
  const last = cells.at(-1)
  return last?.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
}

/** Hands over each complete row from `from` on until `visit` returns false or the text ends. */
const eachRow = (
  text: string,
  from: number,
  dialect: Pick<DelimitedState, 'delimiter' | 'newline'>,
  isLast: boolean,
  visit: (row: Row) => boolean,
): void => {
  let start = from
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: dialect.newline,
    step: ({ data, errors, meta }) => {
      const end = from + meta.cursor
      const severalLines = text.slice(start, end - 1).includes(dialect.newline)
      const unclosed = errors.some((error) => error.code === 'MissingQuotes')
      const broken = unclosed || (errors.length > 0 && severalLines) || end - start > MAX_ROW_CHARS
      start = end
      if (!visit({ cells: withoutReturn(data[0] ?? []), end, broken })) parser.abort()
    },
  })
  parser.parse(text.slice(from), 0, !isLast)
}

/** Cells by column name; a name that occurs several times (additional_image_link) holds an array. */
const fieldsOf = (header: readonly string[], cells: readonly string[]): Record<string, unknown> => {
  const fields = new Map<string, string | string[]>()
  for (const [index, name] of header.entries()) {
    const cell = cells[index] ?? ''
    const before = fields.get(name)
    if (name === '') continue
    if (before === undefined) fields.set(name, cell)
    else if (cell !== '') fields.set(name, before === '' ? cell : [before, cell].flat())
  }
  return Object.fromEntries(fields)
}

/**
 * Reads CSV or TSV with a header. Empty rows are passed over, missing cells are empty, surplus cells are an
 * error. A quote that is never closed costs its own line and no other: that line is read again without
 * quoting, and reading goes on with the next.
 */
export const readDelimited = (
  start: DelimitedState,
  text: string,
  isLast: boolean,
): Slice<DelimitedState> => {
  const records: RawRecord[] = []
  const errors: RowError[] = []
  let { newline, line, header, skipping } = start
  let at = 0

  const slice = (refused = false): Slice<DelimitedState> => ({
    records,
    errors,
    consumedChars: refused ? text.length : at,
    state: { ...start, newline, line, header, skipping },
    refused,
  })
  const moveTo = (end: number): void => {
    line += countLines(text, at, end, newline)
    at = end
  }
  const take = (cells: readonly string[], columns: readonly string[]): void => {
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      const message = `This row has ${cells.length} cells but the header names ${columns.length}: a cell that contains the delimiter must stand in quotes`
      errors.push({ line, field: '', message })
    } else records.push({ line, fields: fieldsOf(columns, cells) })
  }

  /** False when the header is not complete yet. */
  const readHeader = (): boolean => {
    const from = preambleLength(text)
    newline = detectNewline(text, from, isLast) ?? newline
    if (detectNewline(text, from, isLast) === undefined) return false
    eachRow(text, from, { delimiter: start.delimiter, newline }, isLast, ({ cells, end, broken }) => {
      if (!broken) {
        header = cells.map((cell) => cell.replace(/^\ufeff/, '').trim())
        moveTo(end)
      }
      return false
    })
    return header !== null
  }

  /** Reads the line at which a broken row begins on its own, without quoting. */
  const recover = (columns: readonly string[]): void => {
    const found = text.indexOf(newline, at)
    const end = found === -1 ? text.length : found
    if (end - at > MAX_ROW_CHARS) {
      errors.push({ line, field: '', message: `This line is longer than ${MAX_ROW_CHARS} characters` })
      skipping = true
      return
    }
    const cells = withoutReturn(text.slice(at, end).split(start.delimiter))
    if (cells.length === columns.length) take(cells, columns)
    else
      errors.push({
        line,
        field: '',
        message: 'A quote that opens on this line is never closed: double every quote inside a quoted cell',
      })
    moveTo(Math.min(end + 1, text.length))
  }

  const skipLine = (): void => {
    const found = text.indexOf(newline, at)
    skipping = found === -1
    moveTo(found === -1 ? text.length : found + 1)
  }

  if (header === null && !readHeader()) {
    if (!isLast && text.length <= MAX_ROW_CHARS) return slice()
    errors.push({ line, field: '', message: 'The header line cannot be read: a quote in it is never closed' })
    return slice(true)
  }
  const columns: readonly string[] = header ?? []
  while (at < text.length) {
    if (skipping) {
      skipLine()
      continue
    }
    let broken = false
    eachRow(text, at, { delimiter: start.delimiter, newline }, isLast, (row) => {
      broken = row.broken
      if (broken) return false
      take(row.cells, columns)
      moveTo(row.end)
      return true
    })
    if (!broken && text.length - at <= MAX_ROW_CHARS) break
    if (at < text.length) recover(columns)
  }
  return slice()
}

import type { RowError } from '../../../worker/contract/catalogue.ts'

/** A cell by RFC 4180. What a spreadsheet would run as a formula is made text: errors quote the file. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The errors of an import as CSV with a byte order mark, without which spreadsheets garble Korean. */
export function errorsCsv(errors: readonly RowError[]): string {
  const rows = [
    ['line', 'field', 'message'],
    ...errors.map(({ line, field, message }) => [line, field, message]),
  ]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

import type { RowError } from '../contract/catalogue.ts'
import { err, ok, type Result } from '../result.ts'
import { asObject } from './cells.ts'
import type { RawRecord } from './read-records.ts'

/** Reads one JSON text as one record, or says by line why it is none. */
export const recordOf = (json: string, line: number): Result<RawRecord, RowError> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return err({
      line,
      field: '',
      message: 'This record is not valid JSON: look for a missing quote or comma',
    })
  }
  const fields = asObject(value)
  if (fields) return ok({ line, fields })
  return err({ line, field: '', message: 'This record is not an object: write { "id": …, "title": … }' })
}

/** How many line ends stand in text[from, to). */
export const countLines = (text: string, from: number, to: number, newline: '\n' | '\r' = '\n'): number => {
  // Cut first: a search from `from` on would run past `to` in a file of one long line.
  const part = text.slice(from, to)
  let lines = 0
  for (let at = part.indexOf(newline); at !== -1; at = part.indexOf(newline, at + 1)) lines += 1
  return lines
}

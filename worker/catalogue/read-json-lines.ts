import type { RowError } from '../contract/catalogue.ts'
import { recordOf } from './record-of.ts'
import type { RawRecord, Slice } from './read-records.ts'

export interface JsonLinesState {
  readonly format: 'jsonl'
  /** Line at which the next text begins. */
  readonly line: number
  /** True inside a line that was already refused for its length. */
  readonly skipping: boolean
}

const MAX_LINE_CHARS = 2_000_000

/** Reads JSON Lines: one object a line, blank lines skipped, a line that is no object is one error. */
export const readJsonLines = (
  start: JsonLinesState,
  text: string,
  isLast: boolean,
): Slice<JsonLinesState> => {
  const records: RawRecord[] = []
  const errors: RowError[] = []
  let { line, skipping } = start
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const tooLong = end - at > MAX_LINE_CHARS
    if (newline === -1 && !isLast && !tooLong && !skipping) break
    if (tooLong && !skipping) {
      errors.push({ line, field: '', message: `This line is longer than ${MAX_LINE_CHARS} characters` })
    } else if (!skipping) {
      const json = text.slice(at, end).replace(/^\ufeff/, '')
      if (json.trim() !== '') {
        const read = recordOf(json, line)
        if (read.ok) records.push(read.value)
        else errors.push(read.error)
      }
    }
    skipping = newline === -1
    at = newline === -1 ? text.length : newline + 1
    if (newline !== -1) line += 1
  }
  const state: JsonLinesState = { format: 'jsonl', line, skipping }
  return { records, errors, consumedChars: at, state, refused: false }
}

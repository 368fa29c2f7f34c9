import type { RowError } from '../contract/catalogue.ts'
import type { DetectedFormat } from './detect-format.ts'
import { type DelimitedState, readDelimited } from './read-delimited.ts'
import { type JsonLinesState, readJsonLines } from './read-json-lines.ts'
import { type JsonListState, readJsonList } from './read-json-list.ts'

/** One source record, as it stands in the file. */
export interface RawRecord {
  /** 1-based line of the file on which the record starts. */
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** Where a reader stands. Plain JSON: store it and resume from it after a kill. */
export type ReaderState = DelimitedState | JsonLinesState | JsonListState

export interface Slice<State> {
  readonly records: readonly RawRecord[]
  /** One for each record that could not be read, so records + errors = records seen, unless `refused`. */
  readonly errors: readonly RowError[]
  /** Characters of the given text that are done with; the rest comes again, with more text after it. */
  readonly consumedChars: number
  readonly state: State
  /** True when the file as a whole cannot be read on; the last error says why. */
  readonly refused: boolean
}

/** The checkpoint before the first character of a file. */
export const startReading = (detected: DetectedFormat): ReaderState => {
  if (detected.format === 'jsonl') return { format: 'jsonl', line: 1, skipping: false }
  if (detected.format === 'json') return { format: 'json', line: 1, phase: 'start', enclosed: false }
  return {
    format: detected.format,
    delimiter: detected.delimiter,
    newline: '\n',
    line: 1,
    header: null,
    skipping: false,
  }
}

/**
 * Reads every record that `text` holds completely. `text` continues where the previous slice's
 * `consumedChars` ended; `isLast` says that nothing follows it. Any split of a file into slices gives the
 * same records, lines and errors. When nothing was consumed the caller comes back with more text; a reader
 * never waits for more than two million characters.
 */
export const readRecords = (state: ReaderState, text: string, isLast: boolean): Slice<ReaderState> => {
  if (state.format === 'jsonl') return readJsonLines(state, text, isLast)
  if (state.format === 'json') return readJsonList(state, text, isLast)
  return readDelimited(state, text, isLast)
}

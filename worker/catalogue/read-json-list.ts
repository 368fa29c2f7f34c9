import type { RowError } from '../contract/catalogue.ts'
import { locateList, skipSpace, valueEnd } from './json-scan.ts'
import type { RawRecord, Slice } from './read-records.ts'
import { countLines, recordOf } from './record-of.ts'

export interface JsonListState {
  readonly format: 'json'
  /** Line at which the next text begins. */
  readonly line: number
  /** `value` and `separator`: inside the list, before an element or after one. */
  readonly phase: 'start' | 'value' | 'separator' | 'after' | 'refused'
  /** True when the list stands inside an object, whose other members are then passed over. */
  readonly enclosed: boolean
}

const MAX_RECORD_CHARS = 2_000_000

/**
 * Reads a JSON document: an array of records, an object that holds one, or one record. An element that is
 * not a record is one error; where the list itself cannot be followed any more the file is refused.
 */
export const readJsonList = (start: JsonListState, text: string, isLast: boolean): Slice<JsonListState> => {
  const records: RawRecord[] = []
  const errors: RowError[] = []
  let { line, phase, enclosed } = start
  let at = 0

  const moveTo = (next: number): void => {
    line += countLines(text, at, next)
    at = next
  }
  const refuse = (message: string): void => {
    errors.push({ line, field: '', message })
    phase = 'refused'
  }
  const take = (end: number): void => {
    const read = recordOf(text.slice(at, end), line)
    if (read.ok) records.push(read.value)
    else errors.push(read.error)
    moveTo(end)
  }

  /** Each step either moves on and returns true, or needs more text and returns false. */
  const open = (): boolean => {
    if (text.charAt(at) === '[') {
      phase = 'value'
      moveTo(at + 1)
      return true
    }
    const window = text.slice(at, at + MAX_RECORD_CHARS)
    const full = window.length === MAX_RECORD_CHARS
    const found = text.charAt(at) === '{' ? locateList(window, 0, full) : ({ kind: 'broken' } as const)
    if (found.kind === 'unfinished' && !full && !isLast) return false
    if (found.kind === 'list') {
      enclosed = true
      phase = 'value'
      moveTo(at + found.at)
    } else if (found.kind === 'single') {
      take(at + found.end)
      phase = 'after'
    } else {
      refuse('This JSON document holds no list of records: send an array, or an object with "products": […]')
    }
    return true
  }

  const readElement = (): boolean => {
    const char = text.charAt(at)
    if (char === ']' || char === ',') {
      phase = char === ']' ? 'after' : 'value'
      moveTo(at + 1)
      return true
    }
    if (phase === 'separator') {
      refuse(
        'The list cannot be followed past this line: a comma or a quote is missing in the record before it',
      )
      return true
    }
    const end = valueEnd(text, at)
    if ((end ?? text.length) - at > MAX_RECORD_CHARS) {
      refuse(
        `The record on this line does not end within ${MAX_RECORD_CHARS} characters: a quote or bracket is missing`,
      )
      return true
    }
    if (end === undefined) return false
    take(end)
    phase = 'separator'
    return true
  }

  const step = (): boolean => {
    if (phase === 'start') return open()
    if (phase !== 'after') return readElement()
    if (enclosed) moveTo(text.length)
    else
      refuse(
        'There is more after the end of the JSON document: put everything in one list, or send JSON Lines',
      )
    return true
  }

  for (;;) {
    moveTo(skipSpace(text, at))
    if (at >= text.length || phase === 'refused' || !step()) break
  }
  if (isLast && phase !== 'after' && phase !== 'refused') {
    refuse('The file ends in the middle of the list: it was cut short, so none of it was used')
  }
  const refused = phase === 'refused'
  const state: JsonListState = { format: 'json', line, phase, enclosed }
  return { records, errors, consumedChars: refused ? text.length : at, state, refused }
}

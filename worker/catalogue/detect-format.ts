import type { ImportFormat } from '../contract/vocabulary.ts'
import { err, ok, type Result } from '../result.ts'

export type DetectedFormat =
  | { readonly format: 'jsonl' }
  | { readonly format: 'json' }
  | { readonly format: 'csv' | 'tsv'; readonly delimiter: string }

const DELIMITERS = ['\t', ',', ';', '|'] as const

/** Keys under which exporters put the list of records. */
export const LIST_KEYS: readonly string[] = [
  'products',
  'items',
  'data',
  'hits',
  'records',
  'reviews',
  'results',
]

const BINARY: readonly (readonly [start: string, message: string])[] = [
  ['PK\u0003\u0004', 'This is a ZIP or Excel file: open it and save it as CSV (UTF-8), then import that.'],
  ['%PDF', 'This is a PDF: export the catalogue as CSV or JSON Lines instead.'],
]

/** A file's text after the byte order mark and blank lines at its start, as an offset into `text`. */
const contentStart = (text: string): number => /^\ufeff?\s*/.exec(text)?.[0].length ?? 0

/**
 * How many characters stand before a delimited file's header: a byte order mark, blank lines, Excel's
 * `sep=;` and comment lines (`# …`, as Meta's templates have them).
 */
export const preambleLength = (text: string): number =>
  /^\ufeff?(?:[ ]*\r?\n|\r|sep=[^\r\n]\r?\n|"?#[^\r\n\S][^\r\n]*(?:\r\n?|\n)|#[^\r\n,;|\t]*(?:\r\n?|\n))*/i.exec(
    text,
  )?.[0].length ?? 0

/** The header's delimiter: the one that occurs most outside quotes; undefined when none does. */
const sniffDelimiter = (text: string): string | undefined => {
  const counts = new Map<string, number>()
  let quoted = false
  for (const char of text.slice(preambleLength(text))) {
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '\n' || char === '\r') break
    else if (DELIMITERS.some((delimiter) => delimiter === char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const parsedObject = (line: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null
  } catch {
    return null
  }
}

const jsonKind = (content: string): 'json' | 'jsonl' => {
  if (content.startsWith('[')) return 'json'
  const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [first = '', second] = lines
  const record = parsedObject(first)
  if (record && second === undefined)
    return LIST_KEYS.some((key) => Array.isArray(record[key])) ? 'json' : 'jsonl'
  if (record) return 'jsonl'
  return second !== undefined && first.trimEnd().endsWith('}') && parsedObject(second) ? 'jsonl' : 'json'
}

const notWhatItSays = (requested: ImportFormat, found: string): string =>
  `The file was sent as ${requested} but holds ${found}: send it with format=auto, or export it again as ${requested}.`

/**
 * Tells from the first 64 KB of text what a file is. What it says it is (`requested`) is believed only when
 * the text agrees.
 * @returns the format and delimiter, or a sentence that says why the file is refused whole.
 */
export const detectFormat = (head: string, requested: ImportFormat): Result<DetectedFormat, string> => {
  const content = head.slice(contentStart(head))
  if (content === '') return err('The file is empty: nothing was changed.')
  for (const [start, message] of BINARY) if (content.startsWith(start)) return err(message)
  if (head.includes('\u0000'))
    return err('This is not a text file: export the catalogue as CSV or JSON Lines.')
  if (/^<(?:!doctype html|html|head|body)/i.test(content)) {
    return err(
      'This is a web page, not a catalogue: the address may need a sign-in. Download the file itself and import that.',
    )
  }
  if (/^<(?:\?xml|rss|feed|[a-z])/i.test(content)) {
    return err('XML is not supported yet: export CSV, TSV or JSON Lines instead.')
  }
  return /^[[{]/.test(content) ? asJson(content, requested) : asDelimited(head, requested)
}

const asJson = (content: string, requested: ImportFormat): Result<DetectedFormat, string> => {
  const found = jsonKind(content)
  if (requested === 'auto' || requested === found) return ok({ format: found })
  return err(notWhatItSays(requested, found === 'json' ? 'one JSON document' : 'JSON Lines'))
}

const asDelimited = (head: string, requested: ImportFormat): Result<DetectedFormat, string> => {
  if (requested === 'json' || requested === 'jsonl') return err(notWhatItSays(requested, 'no JSON'))
  const delimiter = sniffDelimiter(head)
  if (delimiter === undefined) {
    return err('The first line names only one column: a table needs a header such as id,title,price.')
  }
  if (requested === 'tsv' && delimiter !== '\t') return err(notWhatItSays('tsv', 'no tabs in its first line'))
  return ok({ format: delimiter === '\t' ? 'tsv' : 'csv', delimiter })
}

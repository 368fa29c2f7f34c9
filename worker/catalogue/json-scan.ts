import { LIST_KEYS } from './detect-format.ts'

/** Offset of the first character at or after `from` that is neither white space nor a byte order mark. */
export const skipSpace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1
  return at
}

/** Offset after the string that opens at `from`; undefined when the text ends inside it. */
const stringEnd = (text: string, from: number): number | undefined => {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text.charAt(quote - 1 - backslashes) === '\\') backslashes += 1
    if (backslashes % 2 === 0) return quote + 1
  }
  return undefined
}

/**
 * Offset after the JSON value that begins at `from`, found by depth and strings alone, so that a value that
 * is broken inside is still skipped as one. Undefined when the text ends before the value does.
 */
export const valueEnd = (text: string, from: number): number | undefined => {
  const first = text.charAt(from)
  if (first === '"') return stringEnd(text, from)
  if (first !== '{' && first !== '[') {
    const length = text.slice(from).search(/[,\]}\s]/)
    return length === -1 ? undefined : from + length
  }
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '"') {
      const end = stringEnd(text, at)
      if (end === undefined) return undefined
      at = end - 1
    } else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

export type Located =
  /** Offset of the first element of the list of records. */
  | { readonly kind: 'list'; readonly at: number }
  /** The object is itself the one record, and ends at `end`. */
  | { readonly kind: 'single'; readonly end: number }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'broken' }

/** Arrays of objects that belong to one product rather than being the list of products. */
const PARTS = new Set(['variants', 'images', 'options', 'attributes', 'offers', 'media', 'metafields'])

const NAMING = new Set(['title', 'name', 'text', 'body', '상품명', '商品名'])

/**
 * Finds the list of records in the JSON object that opens at `from`: under a well-known key, inside an
 * object under such a key, or the only array of objects. An array that does not even end within `text` is
 * the list when `text` is `full`: nothing so long is part of one record.
 */
export const locateList = (text: string, from: number, full: boolean): Located => {
  const arrays: number[] = []
  let named = false
  for (let at = skipSpace(text, from + 1); at < text.length; at = skipSpace(text, at)) {
    if (text.charAt(at) === '}') {
      const [only] = arrays
      return only !== undefined && arrays.length === 1 && !named
        ? { kind: 'list', at: only }
        : { kind: 'single', end: at + 1 }
    }
    if (text.charAt(at) === ',') {
      at += 1
      continue
    }
    if (text.charAt(at) !== '"') return { kind: 'broken' }
    const keyEnd = stringEnd(text, at)
    if (keyEnd === undefined) break
    const key = text.slice(at + 1, keyEnd - 1)
    const colon = skipSpace(text, keyEnd)
    const value = skipSpace(text, colon + 1)
    const inside = skipSpace(text, value + 1)
    if (inside >= text.length) break
    if (text.charAt(colon) !== ':') return { kind: 'broken' }
    const opensList = text.charAt(value) === '[' && /[{\]]/.test(text.charAt(inside))
    if (opensList && LIST_KEYS.includes(key)) return { kind: 'list', at: value + 1 }
    if (text.charAt(value) === '{' && LIST_KEYS.includes(key)) {
      const deeper = locateList(text, value, full)
      if (deeper.kind !== 'single') return deeper
    }
    const end = valueEnd(text, value)
    if (end === undefined) return opensList && full ? { kind: 'list', at: value + 1 } : { kind: 'unfinished' }
    if (opensList && !PARTS.has(key)) arrays.push(value + 1)
    if (NAMING.has(key)) named = true
    at = end
  }
  return { kind: 'unfinished' }
}

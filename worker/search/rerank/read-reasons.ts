/** Reads what a model says of single products, however it is wrapped. Pure; no text makes it throw. */

export interface WrittenReason {
  /** Of the card, counted from 0. */
  readonly place: number
  /** One line or several, of any text. */
  readonly phrase: string
}

export interface WrittenReasons {
  readonly written: readonly WrittenReason[]
  /** Entries without a card or a phrase. */
  readonly unreadable: number
}

/** Entries looked at: a model that does not stop is not followed. */
const ENTRIES_MOST = 8

const PHRASE_MOST = 400

/** `3|phrase`; of a whole line that was copied, its last column. */
const numbered = /^\s*(\d{1,3})\s*\|([\s\S]*)$/

const reasonsKey = /"w"\s*:\s*\[/
/** One string of a list that may be cut off behind it. No character can match in two ways. */
const entry = /[\s,]*("(?:[^"\\\n]|\\[^\n]){0,400}")/y

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entriesOf(text: string): readonly unknown[] {
  const value = parsed(text)
  if (typeof value === 'object' && value !== null && 'w' in value && Array.isArray(value.w)) {
    const list: unknown[] = value.w
    return list
  }
  const key = reasonsKey.exec(text)
  if (!key) return []
  const entries: unknown[] = []
  entry.lastIndex = key.index + key[0].length
  while (entries.length < ENTRIES_MOST) {
    const found = entry.exec(text)
    if (!found) break
    entries.push(parsed(found[1] ?? ''))
  }
  return entries
}

/** The phrases of `{"r":[…],"w":["number|phrase"]}` about `n` cards; nothing where there are none. */
export function readReasons(text: string, n: number): WrittenReasons {
  const entries = entriesOf(text)
  const written = entries.slice(0, ENTRIES_MOST).flatMap((value) => {
    const [, number = '', columns = ''] = (typeof value === 'string' && numbered.exec(value)) || []
    const phrase = columns.split('|').at(-1)?.trim() ?? ''
    const place = Number(number) - 1
    return place >= 0 && place < n && phrase !== '' && phrase.length <= PHRASE_MOST ? [{ place, phrase }] : []
  })
  return { written, unreadable: entries.length - written.length }
}

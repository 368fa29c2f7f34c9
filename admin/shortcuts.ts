import type { Page } from './router.ts'

export type Shortcut = { readonly kind: 'go'; readonly page: Page } | { readonly kind: 'find' | 'help' }

/** The part of a key press that is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'target' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>

const destinations: Readonly<Record<string, Page>> = {
  c: 'catalogue',
  s: 'search',
  t: 'tuning',
  w: 'words',
  i: 'install',
}

/** How long after `g` its second letter counts. */
const SEQUENCE_MS = 1500

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

/** The Latin letter of a key, also while a Hangul layout is on: then `key` is a jamo and only `code` tells. */
function letterOf({ key, code }: KeyPress): string {
  return /^[ -~]$/.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key)
}

/**
 * Reads key presses as shortcuts: `?` help, `/` find, `g` then a letter to go somewhere. Nothing while something is
 * being typed, nothing together with a modifier.
 */
export function createShortcutReader(now: () => number = () => performance.now()) {
  let pressedG = Number.NEGATIVE_INFINITY
  return (press: KeyPress): Shortcut | null => {
    if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || isTyping(press.target))
      return null
    const letter = letterOf(press)
    const isSecond = now() - pressedG <= SEQUENCE_MS
    pressedG = Number.NEGATIVE_INFINITY
    const page = isSecond ? destinations[letter] : undefined
    if (page !== undefined) return { kind: 'go', page }
    if (letter === 'g') pressedG = now()
    if (letter === '?') return { kind: 'help' }
    return letter === '/' ? { kind: 'find' } : null
  }
}

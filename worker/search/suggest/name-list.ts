import { spellingKey } from '../spelling/spelling-key.ts'
import { fold } from '../text/fold.ts'
import { initialsOf } from '../text/jamo.ts'
import { nameKey } from '../text/name-key.ts'
import type { Prefix } from './prefix.ts'

interface ListedName<Name> {
  readonly name: Name
  /** Spelling letters of each word of each way to write it, and of the whole. */
  readonly keys: readonly string[]
  readonly wholes: readonly string[]
  readonly initials: readonly string[]
}

/** Names that can be completed (brands, categories, queries), in the order in which they are offered. */
export class NameList<Name> {
  readonly #names: readonly ListedName<Name>[]
  readonly #byKey = new Map<string, Name>()

  /** `spellings` gives every way a name is written. */
  constructor(names: readonly Name[], spellings: (name: Name) => readonly string[]) {
    this.#names = names.map((name) => {
      const all = spellings(name).map(fold)
      for (const key of all.map(nameKey)) if (!this.#byKey.has(key)) this.#byKey.set(key, name)
      const words = all.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '')
      return {
        name,
        keys: words.map(spellingKey),
        wholes: all.map((text) => spellingKey(nameKey(text))),
        initials: words.map(initialsOf),
      }
    })
  }

  /** The first names that go on from what was typed: as a whole, or from any word of theirs. */
  continuing(prefix: Prefix, most: number): Name[] {
    const { head, begins, whole, isInitials } = prefix
    const found: Name[] = []
    for (const { name, keys, wholes, initials } of this.#names) {
      const fits =
        head.length > 0
          ? wholes.some((key) => key.startsWith(whole))
          : isInitials
            ? initials.some(begins)
            : keys.some(begins) || wholes.some((key) => key.startsWith(whole) && whole !== '')
      if (fits) found.push(name)
      if (found.length === most) break
    }
    return found
  }

  /** The first name that is written so, whatever the case, spaces and signs. */
  exactly(text: string): Name | undefined {
    return this.#byKey.get(nameKey(text))
  }

  first(most: number): Name[] {
    return this.#names.slice(0, most).map(({ name }) => name)
  }
}

import { fold } from '../text/fold.ts'
import rows from './kinds.json' with { type: 'json' }
import { NameFinder, nameForm, type NameMatch } from './name-finder.ts'

/**
 * What goods are called in Korean, English and Japanese, and which kind is under which: a boot is a shoe. Written
 * from knowledge of the world; what a shop does not sell is simply never found in its titles.
 */

/** A name that is also a modifier (데님, 반팔) counts only where no other name stands. */
const WEAK = '~'

interface Name {
  readonly kinds: readonly string[]
  /** Among the first names of a kind: it means all of the kind, not a special form of it. */
  readonly general: boolean
  readonly weak: boolean
}

/** Names of each language that mean the whole kind. */
const GENERAL = 2

const finder = new NameFinder<Name>()
const parents = new Map<string, string>()
for (const [id = '', under = '', ...languages] of rows) {
  if (under !== '') parents.set(id, under)
  for (const list of languages) {
    list.split('|').forEach((written, position) => {
      const weak = written.endsWith(WEAK)
      const name = weak ? written.slice(0, -1) : written
      const held = finder.get(name)
      finder.set(name, {
        kinds: [...new Set([...(held?.kinds ?? []), id])],
        general: (held?.general ?? false) || position < GENERAL,
        weak: weak || (held?.weak ?? false),
      })
    })
  }
}

/** A kind and all it belongs to, nearest first. */
export function lineage(kind: string): string[] {
  const parent = parents.get(kind)
  return parent === undefined ? [kind] : [kind, ...lineage(parent)]
}

const languageColumns = { ko: 2, en: 3, ja: 4 } as const

/** The kinds that stand under no other, each with the name a language calls it by. */
export const broadKinds = (locale: keyof typeof languageColumns): { kind: string; title: string }[] =>
  rows.flatMap((row) => {
    const [kind = '', under = ''] = row
    const title = row[languageColumns[locale]]?.split('|')[0]?.replace(WEAK, '')
    return under === '' && title ? [{ kind, title }] : []
  })

/** What a folded name stands for; undefined when it is not one of ours. */
export const kindName = (name: string): Pick<Name, 'kinds' | 'general'> | undefined => finder.get(name)

const strongOf = (found: readonly NameMatch<Name>[]): readonly NameMatch<Name>[] => {
  const strong = found.filter(({ value }) => !value.weak)
  return strong.length > 0 ? strong : found
}

/** Kinds a folded query names, with the characters that name them. */
export const kindsInQuery = (folded: string): { kinds: readonly string[]; start: number; end: number }[] =>
  strongOf(finder.find(folded, 'whole')).map(({ value, start, end }) => ({ kinds: value.kinds, start, end }))

export interface ProductKinds {
  /** Its own kinds, without those above them. */
  readonly kinds: readonly string[]
  /** The names that told, as `nameForm` writes them. */
  readonly names: readonly string[]
}

/**
 * What a product is: the last name in its title before it turns to something else ("tote bag with pouch" is a tote),
 * and what its narrowest category is called. Pure.
 */
export function kindsOfProduct(title: string, category: readonly string[]): ProductKinds {
  const head = strongOf(finder.find(fold(title), 'title')).slice(-1)
  const leaf = category.at(-1)
  const named = leaf === undefined ? [] : strongOf(finder.find(fold(leaf), 'whole'))
  const found = [...head, ...named]
  return {
    kinds: [...new Set(found.flatMap(({ value }) => value.kinds))],
    names: [...new Set(found.map(({ form }) => nameForm(form)))],
  }
}

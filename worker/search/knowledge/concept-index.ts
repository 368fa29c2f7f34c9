import { analyse } from '../text/analyse.ts'
import type { Concept } from './concept.ts'
import { concepts, phrasesOf } from './concepts.ts'
import { NameFinder, nameForm } from './name-finder.ts'
import { kindName } from './product-kinds.ts'

/** A phrase of a concept as the index's terms; all of them must be there. */
export interface ConceptPhrase {
  readonly concept: Concept
  readonly text: string
  readonly terms: readonly string[]
  /** What shoppers call the concept itself, rather than a property that speaks for it. */
  readonly isName: boolean
}

export interface KindReference {
  readonly concept: Concept
  /** All of the kind serves the concept, not only a special form of it. */
  readonly general: boolean
}

/** Everything the concepts list, turned round: from what a product says to the concepts it may serve. */
export interface ConceptIndex {
  /** By one term of each phrase. */
  readonly phrases: ReadonlyMap<string, readonly ConceptPhrase[]>
  /** By the name of a kind of goods as `nameForm` writes it. */
  readonly names: ReadonlyMap<string, readonly Concept[]>
  readonly nameFinder: NameFinder<string>
  /** By the id of a kind. */
  readonly kinds: ReadonlyMap<string, readonly KindReference[]>
  /** Terms that speak against a concept, one list a phrase. */
  readonly denials: ReadonlyMap<Concept, readonly (readonly string[])[]>
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const longest = (terms: readonly string[]): string =>
  terms.reduce((best, term) => (term.length > best.length ? term : best), '')

function build(): ConceptIndex {
  const phrases = new Map<string, ConceptPhrase[]>()
  const names = new Map<string, Concept[]>()
  const nameFinder = new NameFinder<string>()
  const kinds = new Map<string, KindReference[]>()
  const denials = new Map<Concept, string[][]>()
  for (const concept of concepts) {
    const seen = new Set<string>()
    const add = (text: string, isName: boolean) => {
      const terms = [...new Set(analyse(text))]
      const key = terms.toSorted().join(' ')
      if (terms.length === 0 || seen.has(key)) return
      seen.add(key)
      push(phrases, longest(terms), { concept, text, terms, isName })
    }
    // What is both is a name: it says more.
    for (const text of phrasesOf(concept.triggers)) add(text, true)
    for (const text of phrasesOf(concept.says)) add(text, false)
    for (const name of phrasesOf(concept.kinds)) {
      push(names, nameForm(name), concept)
      nameFinder.set(name, nameForm(name))
      const known = kindName(name)
      for (const kind of known?.kinds ?? []) push(kinds, kind, { concept, general: known?.general ?? false })
    }
    for (const text of phrasesOf(concept.not)) push(denials, concept, analyse(text))
  }
  return { phrases, names, nameFinder, kinds, denials }
}

let built: ConceptIndex | undefined

/** Built when first asked for: some ten milliseconds that a worker which only searches never spends. */
export const conceptIndex = (): ConceptIndex => (built ??= build())

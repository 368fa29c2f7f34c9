import type { ConceptMention } from '../../ports/understanding.ts'
import { conceptKinds } from '../knowledge/concept.ts'
import { conceptsOf, nameOf, phrasesOf } from '../knowledge/concepts.ts'
import { decoys } from './lexicon/decoys.ts'
import { isNegated } from './negated-wish.ts'
import { PhraseMatcher } from './phrase-matcher.ts'

const decoy = null

const build = (): PhraseMatcher<string | null>[] =>
  conceptKinds.map(
    (kind) =>
      new PhraseMatcher<string | null>([
        ...decoys.map((text) => ({ text, value: decoy, ending: 'whole' }) as const),
        ...conceptsOf(kind).flatMap((concept) =>
          phrasesOf(concept.triggers).map(
            (text) => ({ text, value: nameOf(concept), ending: 'whole' }) as const,
          ),
        ),
      ]),
  )

let matchers: PhraseMatcher<string | null>[] | undefined

/**
 * Every concept that a folded query speaks of. Unlike wishes, concepts may share words: a gift for a camping friend is
 * about friends and about camping.
 */
export function findConcepts(text: string): ConceptMention[] {
  matchers ??= build()
  return matchers
    .flatMap((matcher) => matcher.find(text))
    .flatMap(({ value, span }) =>
      value === decoy || isNegated(text, span) ? [] : [{ concept: value, span }],
    )
}

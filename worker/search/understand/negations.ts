import { conceptOf, type ExclusionConcept, exclusionConcepts } from './lexicon/exclusion-concepts.ts'
import type { Negation } from './negation.ts'
import { englishNegations } from './negations-english.ts'
import { japaneseNegations } from './negations-japanese.ts'
import { koreanNegations } from './negations-korean.ts'
import { PhraseMatcher } from './phrase-matcher.ts'

const freeForms = new PhraseMatcher<ExclusionConcept>(
  exclusionConcepts.flatMap((concept) =>
    concept.freeForms.map((text) => ({
      text,
      value: concept,
      ending: text === '무향' || text.length > 2 ? 'open' : 'whole',
    })),
  ),
)

function oneWordForms(text: string): Negation[] {
  return freeForms.find(text).map(({ span, value: concept }) => {
    const spoken = text.slice(span.start, span.end)
    const words = spoken.split(/[\s-]/)
    const namesIt = words.some((word) => conceptOf(word.replace(/[이은]$/, '')) === concept)
    return { concept, span, consumes: words.length > 1 && namesIt }
  })
}

/**
 * What a folded query excludes; where two readings share a character the first of them counts.
 * Materials, ingredients, features and colours are excluded by any negator; a word nobody listed only
 * by an unmistakable one (말고, 以外, except). A negated quality (비침 없는, without noise) is none.
 */
export function findNegations(text: string): Negation[] {
  return [
    ...oneWordForms(text),
    ...koreanNegations(text),
    ...englishNegations(text),
    ...japaneseNegations(text),
  ]
}

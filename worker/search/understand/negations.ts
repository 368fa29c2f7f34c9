import type { Span } from '../../ports/understanding.ts'
import { conceptOf, type ExclusionConcept, exclusionConcepts } from './lexicon/exclusion-concepts.ts'
import type { Negation } from './negation.ts'
import { englishNegations } from './negations-english.ts'
import { japaneseNegations } from './negations-japanese.ts'
import { koreanNegations } from './negations-korean.ts'
import { PhraseMatcher } from './phrase-matcher.ts'
import { isTaken } from './spans.ts'

const freeForms = new PhraseMatcher<ExclusionConcept>()
for (const concept of exclusionConcepts) {
  for (const form of concept.freeForms)
    freeForms.add(form, concept, form === '무향' || form.length > 2 ? 'open' : 'heads')
}

function oneWordForms(text: string): Negation[] {
  return freeForms.find(text).map(({ span, value: concept }) => {
    const spoken = text.slice(span.start, span.end)
    const words = spoken.split(/[\s-]/)
    const namesIt = words.some((word) => conceptOf(word.replace(/[이은]$/, '')) === concept)
    return { concept, span, consumes: words.length > 1 && namesIt }
  })
}

/**
 * What a folded query excludes, in the order of the words, spans never overlapping `taken` or each other.
 * Materials, ingredients, features and colours are excluded by any negator; a word nobody listed only
 * by an unmistakable one (말고, 以外, except). A negated quality (비침 없는, without noise) is none.
 */
export function findNegations(text: string, taken: readonly Span[]): Negation[] {
  const found = [
    ...oneWordForms(text),
    ...koreanNegations(text),
    ...englishNegations(text),
    ...japaneseNegations(text),
  ]
  const accepted: Negation[] = []
  for (const negation of found) {
    const others = accepted.map(({ span }) => span)
    if (!isTaken(negation.span, taken) && !isTaken(negation.span, others)) accepted.push(negation)
  }
  return accepted.sort((a, b) => a.span.start - b.span.start)
}

import type { Locale } from '../../contract/vocabulary.ts'
import type { Understanding, Wish } from '../../ports/understanding.ts'
import { Claims } from './claims.ts'
import { findConcepts } from './find-concepts.ts'
import { foldQuery } from './fold-query.ts'
import { exclusionLabel, languageOf, numberLabel, priceLabel } from './labels.ts'
import { findLexiconWishes } from './lexicon-wishes.ts'
import { findNegations } from './negations.ts'
import { findAges, findSizes } from './number-wishes.ts'
import { findPrices } from './price-phrases.ts'
import { weighWords } from './weigh-words.ts'

export interface UnderstandingContext {
  readonly locale: Locale
  /** ISO 4217: sums in another currency are not compared. */
  readonly currency: string
  /** Decimal places of the currency: 0 for KRW and JPY, 2 for USD. */
  readonly exponent: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * Reads a shopper's query by rules, in Korean, English and Japanese at once: what it costs at most,
 * what must not be in it, for whom, when, where and how it should feel. Never fails; what is not
 * understood stays a plain word, and wishes never share a character.
 */
export function understandQuery(query: string, context: UnderstandingContext): Understanding {
  const folded = foldQuery(query)
  const language = languageOf(folded, context.locale)
  const wishes = new Map<string, Wish>()
  const taken = new Claims(folded.length)
  const consumed = new Claims(folded.length)

  const accept = (wish: Wish, consumes: boolean): void => {
    if (!taken.claim(wish.span)) return
    if (consumes) consumed.add(wish.span)
    if (!wishes.has(wish.id)) wishes.set(wish.id, wish)
  }

  for (const price of findPrices(folded, context)) {
    const effect = {
      type: 'price',
      ...(price.min !== undefined && { min: price.min }),
      ...(price.max !== undefined && { max: price.max }),
    } as const
    const id = `price:${price.min ?? ''}..${price.max ?? ''}`
    const label = priceLabel(price, context, language)
    accept({ id, kind: 'price', label, hard: price.shape !== 'about', span: price.span, effect }, true)
  }
  for (const { concept, span, consumes } of findNegations(folded)) {
    const effect = { type: 'exclude', words: concept.words, satisfiedBy: concept.satisfiedBy } as const
    const label = exclusionLabel(concept, language)
    accept({ id: `exclude:${concept.id}`, kind: 'exclude', label, hard: true, span, effect }, consumes)
  }
  for (const wish of [...findSizes(folded), ...findAges(folded)]) {
    const { kind, span, effect } = wish
    const suffix = { size: '', years: 'y', months: 'm', decade: 's' }[wish.unit]
    const id = `${kind}:${wish.value}${suffix}`
    accept({ id, kind, label: numberLabel(wish, language), hard: false, span, effect }, false)
  }
  for (const { entry, span } of findLexiconWishes(folded)) {
    const { id, kind, effect } = entry
    const isOrder =
      effect.type === 'sort' || (kind === 'sort' && folded.slice(span.start, span.end).includes(' '))
    accept({ id, kind, label: entry.label[language], hard: false, span, effect }, isOrder)
  }

  return {
    folded,
    words: weighWords(folded, consumed),
    concepts: findConcepts(folded),
    wishes: [...wishes.values()].sort((a, b) => a.span.start - b.span.start),
  }
}

import type { Span } from '../../ports/understanding.ts'
import { audiences } from './lexicon/audiences.ts'
import { colors } from './lexicon/colors.ts'
import { decoys } from './lexicon/decoys.ts'
import { conceptWishes } from './lexicon/concept-wishes.ts'
import type { LexiconEntry } from './lexicon/entry.ts'
import { sortWishes } from './lexicon/sort-wishes.ts'
import { isNegated } from './negated-wish.ts'
import { PhraseMatcher } from './phrase-matcher.ts'

/** Where two families list the same phrase, the first one wins. */
const families = (): readonly (readonly LexiconEntry[])[] => [
  colors,
  sortWishes,
  conceptWishes('occasion'),
  conceptWishes('recipient'),
  audiences,
  conceptWishes('season'),
  conceptWishes('place'),
  conceptWishes('mood'),
  conceptWishes('style'),
  conceptWishes('feature'),
]

const build = () =>
  new PhraseMatcher<LexiconEntry | 'decoy'>([
    ...decoys.map((text) => ({ text, value: 'decoy', ending: 'whole' }) as const),
    ...families()
      .flat()
      .flatMap((entry) => {
        const ending = entry.heads ? 'heads' : 'whole'
        return entry.triggers.map((text) => ({ text, value: entry, ending }) as const)
      }),
  ])

let matcher: PhraseMatcher<LexiconEntry | 'decoy'> | undefined

/** Colours, audiences, orders, recipients, occasions, seasons, places and moods named by whole words. */
export function findLexiconWishes(text: string): { entry: LexiconEntry; span: Span }[] {
  matcher ??= build()
  return matcher.find(text).flatMap(({ value: entry, span }) => {
    if (entry === 'decoy' || isNegated(text, span)) return []
    return [{ entry, span }]
  })
}

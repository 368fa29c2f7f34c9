import type { Span } from '../../ports/understanding.ts'
import { audiences } from './lexicon/audiences.ts'
import { colors } from './lexicon/colors.ts'
import { decoys } from './lexicon/decoys.ts'
import type { LexiconEntry } from './lexicon/entry.ts'
import { moods } from './lexicon/moods.ts'
import { occasions } from './lexicon/occasions.ts'
import { places } from './lexicon/places.ts'
import { recipients } from './lexicon/recipients.ts'
import { seasons } from './lexicon/seasons.ts'
import { sortWishes } from './lexicon/sort-wishes.ts'
import { PhraseMatcher } from './phrase-matcher.ts'

/** Where two families list the same phrase, the first one wins. */
const families = [colors, sortWishes, occasions, recipients, audiences, seasons, places, moods]

const matcher = new PhraseMatcher<LexiconEntry | 'decoy'>([
  ...decoys.map((text) => ({ text, value: 'decoy', ending: 'whole' }) as const),
  ...families.flat().flatMap((entry) => {
    const ending = entry.heads ? 'heads' : 'whole'
    return entry.triggers.map((text) => ({ text, value: entry, ending }) as const)
  }),
])

const negatedBefore =
  /(?:^|[\s])(?:not|isn['’]?t|aren['’]?t|don['’]?t|no|non|never|less|without|nothing|안)(?: too| so| very| overly| that| a| an| any| look| like){0,2}[\s-]$/
const negatedAfter =
  /^(?:[가-힣]{0,2}\s?지\s?(?:않|안|말)|\s?(?:않은|않게|아닌|말고)|じゃな|ではな|でな|くな|すぎな)/

/** A wish turned round ("not too formal", 派手じゃない) is no wish for it; the words stay. */
function isNegated(text: string, span: Span): boolean {
  return (
    negatedBefore.test(text.slice(Math.max(0, span.start - 24), span.start)) ||
    negatedAfter.test(text.slice(span.end, span.end + 8))
  )
}

/** Colours, audiences, orders, recipients, occasions, seasons, places and moods named by whole words. */
export function findLexiconWishes(text: string): { entry: LexiconEntry; span: Span }[] {
  return matcher.find(text).flatMap(({ value: entry, span }) => {
    if (entry === 'decoy' || isNegated(text, span)) return []
    return [{ entry, span }]
  })
}

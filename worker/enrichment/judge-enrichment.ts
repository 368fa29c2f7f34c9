import { claimsJudge } from '../claims/judge-claim.ts'
import type { EnrichmentItem, WrittenEnrichment } from '../ports/enrichment-store.ts'
import { fold } from '../search/text/fold.ts'
import { clip, plainLine } from '../search/text/plain-line.ts'
import { TAGS_MOST, WISHES_MOST, candidatesOf, promptText } from './enrich-prompt.ts'
import { judgeWish, surroundings } from './judge-wish.ts'
import { readEnrichment, type RawProduct } from './read-enrichment.ts'

/** One letter of a title proves nothing. */
const EVIDENCE_LEAST = 2
const EVIDENCE_MOST = 80

type WrittenTag = WrittenEnrichment['tags'][number]

const folded = (text: string): string => fold(plainLine(text))

/** Where the phrase a model quotes stands, if anywhere. */
function groundsOf(phrase: string, own: string, reviews: string): WrittenTag['grounds'] {
  const wanted = folded(phrase)
  if (wanted.length < EVIDENCE_LEAST || !/\p{L}/u.test(wanted) || wanted.includes('|')) return 'unproven'
  if (own.includes(wanted)) return 'quoted'
  return reviews.includes(wanted) ? 'review' : 'unproven'
}

/** Tags of the candidates only, each once; a quotation that is not in the product's texts is left out. */
function judgeTags(raw: RawProduct, item: EnrichmentItem, candidates: readonly string[]): WrittenTag[] {
  const own = item.card.map(folded).join('|')
  const reviews = item.reviews.map(folded).join('|')
  const denied = new Set(item.denied)
  const tags = new Map<string, WrittenTag>()
  for (const { number, evidence } of raw.tags) {
    const tag = candidates[number - 1]
    if (tag === undefined || denied.has(tag) || tags.has(tag) || tags.size === TAGS_MOST) continue
    const grounds = groundsOf(evidence, own, reviews)
    tags.set(tag, {
      tag,
      grounds,
      evidence: grounds === 'unproven' ? '' : clip(plainLine(evidence), EVIDENCE_MOST),
    })
  }
  return [...tags.values()]
}

function judgeWishes(raw: RawProduct, at: number, items: readonly EnrichmentItem[]): string[] {
  const texts = items.map(({ card, reviews }) => [...card, ...reviews].join(' | '))
  const [title = '', category = ''] = items[at]?.card ?? []
  const judge = claimsJudge({ category: category.split(' / '), title, states: items[at]?.card.join(' | ') })
  const around = surroundings({
    locale: items[at]?.locale ?? 'en',
    maySay: (wish) => judge(wish, 'model').display,
    own: texts[at] ?? '',
    others: [promptText, ...texts.filter((_, other) => other !== at)],
  })
  const wishes = new Map<string, string>()
  for (const written of raw.wishes) {
    const wish = judgeWish(written, around)
    if (wish !== null && wishes.size < WISHES_MOST && !wishes.has(fold(wish))) wishes.set(fold(wish), wish)
  }
  return [...wishes.values()]
}

/**
 * What of a model's answer is kept, product by product; products it does not tell of are missing. Whatever the answer
 * holds, only concepts that were offered and plain lines come out. Pure; never throws.
 */
export function judgeEnrichment(items: readonly EnrichmentItem[], answer: string): WrittenEnrichment[] {
  const candidates = candidatesOf(items)
  return readEnrichment(answer).flatMap((raw) => {
    const at = raw.number - 1
    const item = items[at]
    if (!item) return []
    const { market, id, key, text, seen } = item
    return [
      {
        market,
        id,
        key,
        text,
        seen,
        tags: judgeTags(raw, item, candidates),
        wishes: judgeWishes(raw, at, items),
      },
    ]
  })
}

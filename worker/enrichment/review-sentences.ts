import { claimsJudge } from '../claims/judge-claim.ts'
import type { Review } from '../ports/product.ts'
import { findPersonal } from '../privacy/redact.ts'
import { fenced } from '../search/rerank/prompt.ts'
import { analyse } from '../search/text/analyse.ts'

/** Sentences a model is shown of all that was written about a product. */
const SENTENCES = 4
const SENTENCE_LEAST = 12
const SENTENCE_MOST = 60

/** Reviews looked through; more say the same. */
const REVIEWS_READ = 100
const SENTENCES_READ = 300

const sentenceEnd = /(?<=[.!?…])\s+|[\n。！？]+/u

/** Rules of the claims guard that are about a person, whatever the goods. */
const aboutPersons: readonly string[] = ['personal', 'private-matter']

/** A sentence with anything personal in it is left out as a whole: what stands around a mark may still tell who it is. */
function isPrivate(sentence: string): boolean {
  if (findPersonal(sentence).spans.length > 0) return true
  const verdict = claimsJudge(null)(sentence, 'model')
  return !verdict.display && aboutPersons.includes(verdict.because)
}

function sentencesOf(reviews: readonly Review[]): string[] {
  const sentences = reviews
    .slice(0, REVIEWS_READ)
    .flatMap(({ text }) => text.split(sentenceEnd))
    .map((sentence) => fenced(sentence))
    .filter(({ length }) => length >= SENTENCE_LEAST && length <= SENTENCE_MOST)
  return [...new Set(sentences)].slice(0, SENTENCES_READ).filter((sentence) => !isPrivate(sentence))
}

/**
 * The few sentences of a product's reviews that say most of what many reviewers say, each adding something the others
 * do not. Whole sentences only, none with personal data or a family's own matters. Pure.
 * @param saying term to the number of the product's reviews that use it
 */
export function reviewSentences(reviews: readonly Review[], saying: ReadonlyMap<string, number>): string[] {
  const left = sentencesOf(reviews).map((sentence) => ({ sentence, terms: new Set(analyse(sentence)) }))
  const told = new Set<string>()
  const chosen: string[] = []
  while (chosen.length < SENTENCES) {
    let best: { at: number; worth: number } | undefined
    for (const [at, { terms }] of left.entries()) {
      let sum = 0
      for (const term of terms) if (!told.has(term)) sum += Math.log2(saying.get(term) ?? 1)
      const worth = sum / Math.sqrt(terms.size + 1)
      if (worth > (best?.worth ?? 0)) best = { at, worth }
    }
    // Where nobody repeats anybody, what was written first has to do.
    const taken = left.splice(best?.at ?? 0, 1)[0]
    if (!taken) return chosen
    for (const term of taken.terms) told.add(term)
    chosen.push(taken.sentence)
  }
  return chosen
}

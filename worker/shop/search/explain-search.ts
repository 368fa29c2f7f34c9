import type { TuningTrace } from '../../contract/tuning.ts'
import type { Lead, SearchPlan } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import { isTagTerm, kindOfTerm } from '../../search/knowledge/tag-term.ts'
import type { Merchandised } from '../../search/merchandise/apply-rules.ts'
import type { SynonymMatch } from '../../search/merchandise/synonyms.ts'
import type { Ranked } from '../../search/rank/rank-candidates.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import type { QueryReading } from '../../search/spelling/read-query.ts'
import type { FindableConcept } from './knowledge-terms.ts'
import type { Pool } from './shelf.ts'

/** Candidates an explanation lists. */
const EXPLAINED = 50

/** A search under way: what was asked, and how its words were read. */
export interface Asked extends SearchPlan {
  readonly reading: QueryReading
  readonly synonyms: readonly SynonymMatch[]
}

/** What a search came to. */
interface Explained {
  readonly pool: Pool
  readonly terms: readonly SearchTerm[]
  readonly concepts?: readonly FindableConcept[]
  readonly ranked: readonly Ranked[]
  readonly tuned: Merchandised
  readonly lead: Lead | undefined
}

/** How a query was read and found, for the merchant who asks why. Pure. */
export function explainSearch(
  plan: Asked,
  wishes: readonly Wish[],
  { pool, terms, concepts, ranked, tuned, lead }: Explained,
): unknown {
  const trace: TuningTrace = {
    synonyms: plan.synonyms.map(({ ids, spoken, words }) => ({
      ids: [...ids],
      from: spoken,
      to: [...words],
    })),
    rules: tuned.trace,
  }
  const kept = new Set(wishes.map(({ id }) => id))
  return {
    understanding: plan.understanding,
    read_as_names: plan.understanding.wishes.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    read_words: plan.reading.readings
      .filter(({ how }) => how !== 'typed')
      .map(({ how, span, text, also }) => ({
        typed: plan.understanding.folded.slice(span.start, span.end),
        read_as: how,
        text,
        also,
      })),
    terms: terms
      .filter(({ term }) => !isTagTerm(term))
      .map(({ term, documents, idf, weight, word }) => ({ term, documents, idf, weight, word })),
    kinds: terms.flatMap(({ term }) => kindOfTerm(term) ?? []),
    concepts: (concepts ?? []).map(({ concept, documents, share }) => ({ concept, documents, share })),
    pool: { matched: pool.countMatched(), ranked: pool.candidates.length, kept: ranked.length },
    candidates: ranked.slice(0, EXPLAINED).map(({ candidate, score, value, known, near, met, unknown }) => ({
      id: candidate.id,
      value,
      text_score: score.total,
      coverage: score.coverage,
      named: score.named,
      knowledge: known,
      nearness: near,
      wishes_met: met,
      wishes_unknown: unknown,
    })),
    lead,
    tuning: trace,
  }
}

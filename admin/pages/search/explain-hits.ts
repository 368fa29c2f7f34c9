import type { Hit } from '../../../worker/contract/search.ts'
import type {
  ExplainedCandidate,
  ExplainedTerm,
  ExplainResponse,
  Explanation,
} from '../../api/explanation.ts'

/** A hit with what made it stand where it stands. Shares are 0 to 1. */
export interface ExplainedHit {
  readonly hit: Hit
  /** 1 is the first. */
  readonly place: number
  readonly why: Why | null
}

export interface Why {
  readonly score: number
  /** Of the best product's. */
  readonly scoreShare: number
  readonly text: number
  readonly textShare: number
  readonly coverage: number
  readonly named: number
  /** How well it serves what was wished for, whatever its words. */
  readonly serves: number
  /** What the wishes multiplied the words' score by; 1: nothing. */
  readonly lift: number
  readonly met: readonly string[]
  readonly unknown: readonly string[]
}

const shareOf = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0)

const most = (candidates: readonly ExplainedCandidate[], of: (candidate: ExplainedCandidate) => number) =>
  candidates.reduce((best, candidate) => Math.max(best, of(candidate)), 0)

/** Puts hits and candidates side by side. Pure. */
export function explainHits({ hits, explanation, understood }: ExplainResponse): ExplainedHit[] {
  const candidates = explanation?.candidates ?? []
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const bestScore = most(candidates, ({ value }) => value)
  const bestText = most(candidates, ({ text_score }) => text_score)
  const labels = new Map(
    [...(explanation?.understanding.wishes ?? []), ...understood].map(({ id, label }) => [id, label]),
  )
  const named = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id)
  const whyOf = (candidate: ExplainedCandidate): Why => ({
    score: candidate.value,
    scoreShare: shareOf(candidate.value, bestScore),
    text: candidate.text_score,
    textShare: shareOf(candidate.text_score, bestText),
    coverage: candidate.coverage,
    named: candidate.named,
    serves: Math.min(1, candidate.knowledge),
    lift:
      candidate.text_score > 0
        ? (candidate.value - candidate.knowledge * bestText) / candidate.text_score
        : 1,
    met: named(candidate.wishes_met),
    unknown: named(candidate.wishes_unknown),
  })
  return hits.map((hit, index) => {
    const candidate = byId.get(hit.id)
    return { hit, place: index + 1, why: candidate ? whyOf(candidate) : null }
  })
}

export interface TermGroups {
  /** The shopper's own, in the order of the words. */
  readonly own: readonly ExplainedTerm[]
  /** Added on their behalf and found in a product, weightiest first. */
  readonly added: readonly ExplainedTerm[]
  /** How many were added for nothing: no product has them. */
  readonly unused: number
}

/** Sorts the searched terms by whose they are. Pure. */
export function groupTerms({ terms }: Explanation): TermGroups {
  const added = terms.filter(({ word }) => word < 0)
  return {
    own: terms.filter(({ word }) => word >= 0).sort((left, right) => left.word - right.word),
    added: added
      .filter(({ documents }) => documents > 0)
      .sort((left, right) => right.weight * right.idf - left.weight * left.idf),
    unused: added.filter(({ documents }) => documents === 0).length,
  }
}

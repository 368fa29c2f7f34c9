import { Meilisearch, type MultiSearchParams } from 'meilisearch'
import type { ArmFinds, OutsideFinds, SearchLink } from '../../ports/outside-finds.ts'
import type { SearchPlan } from '../../ports/retriever.ts'
import type { IndexFailure } from '../../ports/search-index.ts'
import { err, ok, type Result } from '../../result.ts'
import { embedderName } from '../../search/outside/embedder-name.ts'
import type { FilterTree } from '../../search/outside/filter-tree.ts'
import { keywordArms } from '../../search/outside/keyword-arms.ts'
import { openFilter, tappedFilter } from '../../search/outside/plan-filter.ts'
import { indexFailure } from './failures.ts'
import { filterExpression } from './filter-expression.ts'

/** Neighbours of the query's vector asked for. */
const SEMANTIC_LIMIT = 100

interface AskedArm {
  readonly arm: ArmFinds['arm']
  readonly query: MultiSearchParams['queries'][number]
}

/** True when the index can compare the query's vector: one unknown embedder would fail the whole request. */
export const hasEmbedder = ({ vector }: SearchPlan, link: SearchLink) =>
  vector !== undefined && link.embedders.includes(embedderName(vector))

function askedArms(plan: SearchPlan, link: SearchLink, filter: FilterTree): AskedArm[] {
  const { policy } = link
  const shared = {
    indexUid: link.index,
    filter: filterExpression(filter),
    attributesToRetrieve: ['id'],
    showRankingScore: true,
  }
  const words = keywordArms(plan.understanding, link).map(({ arm, q, limit }): AskedArm => ({
    arm,
    query: {
      ...shared,
      q,
      limit,
      matchingStrategy: arm === 'spelling' ? 'frequency' : 'last',
      ...(arm === 'spelling' ? { attributesToSearchOn: ['spelling'], locales: [policy] } : {}),
    },
  }))
  if (!plan.vector || !hasEmbedder(plan, link)) return words
  const semantic: AskedArm = {
    arm: 'semantic',
    query: {
      ...shared,
      q: '',
      limit: SEMANTIC_LIMIT,
      vector: [...plan.vector.values],
      hybrid: { embedder: embedderName(plan.vector), semanticRatio: 1 },
    },
  }
  return [...words, semantic]
}

function readArm(
  arm: ArmFinds['arm'],
  result: { hits: unknown; estimatedTotalHits?: unknown },
): ArmFinds | null {
  if (!Array.isArray(result.hits)) return null
  const ids: string[] = []
  const scores: number[] = []
  for (const hit of result.hits as readonly unknown[]) {
    if (typeof hit !== 'object' || hit === null || !('id' in hit) || typeof hit.id !== 'string') return null
    const score = '_rankingScore' in hit && typeof hit._rankingScore === 'number' ? hit._rankingScore : 0
    // After the neighbours the server lists the products that have no vector, at no score.
    if (arm === 'semantic' && score <= 0) continue
    ids.push(hit.id)
    scores.push(score)
  }
  const matched = typeof result.estimatedTotalHits === 'number' ? result.estimatedTotalHits : ids.length
  return { arm, ids, scores, matched }
}

/** Whether a plan has words or a vector to ask a server about. */
export const hasQuestion = (plan: SearchPlan): boolean =>
  keywordArms(plan.understanding, { policy: 'en', products: 0 }).length > 0 || plan.vector !== undefined

/** All arms in one request; only ids come back. Fails as a whole, and does not repeat itself. */
export async function askServer(
  server: string,
  link: SearchLink,
  plan: SearchPlan,
  budgetMs: number,
): Promise<Result<OutsideFinds, IndexFailure>> {
  const open = askedArms(plan, link, openFilter(plan))
  const { price, brand, category, availability, attributes } = plan.filters
  const isTapped =
    price !== undefined || [brand, category, availability, attributes].some(({ length }) => length > 0)
  const filtered = isTapped ? askedArms(plan, link, tappedFilter(plan)) : []
  const asked = [...open, ...filtered]
  const client = new Meilisearch({
    host: server,
    timeout: budgetMs,
    ...(link.key === '' ? {} : { apiKey: link.key }),
  })
  try {
    const answer: unknown = await client.multiSearch({ queries: asked.map(({ query }) => query) })
    const results =
      typeof answer === 'object' && answer !== null && 'results' in answer && Array.isArray(answer.results)
        ? (answer.results as readonly { hits: unknown; estimatedTotalHits?: unknown }[])
        : []
    const arms = asked.map(({ arm }, index) => {
      const result = results[index]
      return result ? readArm(arm, result) : null
    })
    if (arms.some((arm) => arm === null)) return err({ kind: 'busy', detail: 'an answer in another form' })
    const read = arms.flatMap((arm) => arm ?? [])
    return ok({
      open: read.slice(0, open.length),
      filtered: isTapped ? read.slice(open.length) : null,
    })
  } catch (error) {
    return err(indexFailure(error))
  }
}

import { toMajor } from '../../catalogue/money.ts'
import type { Found, SearchPlan } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import { countFacets } from '../../search/rank/count-facets.ts'
import { FEEDBACK_PRODUCTS, feedbackTerms, wantsFeedback } from '../../search/rank/feedback.ts'
import { knowledgeWorth, titlesAnswer, type Knowledge } from '../../search/rank/knowledge-part.ts'
import { isUnfiltered, matchesFilters, noFilters } from '../../search/rank/matches-filters.ts'
import { rankCandidates, type Ranked } from '../../search/rank/rank-candidates.ts'
import { Scorer, type SearchTerm, type Statistics } from '../../search/rank/score.ts'
import { reasonFor } from '../../search/reason.ts'
import { reasonSources } from '../../search/reason-sources.ts'
import { readQuery, type QueryReading } from '../../search/spelling/read-query.ts'
import type { Catalogue } from '../tables/catalogues.ts'
import { findCandidates, widenPool } from './find-candidates.ts'
import { browseCandidates } from './find-in-full-text.ts'
import { conceptTerms, kindTerms } from './knowledge-terms.ts'
import { presentHit } from './present-hit.ts'
import { productCard } from './product-card.ts'
import { ProductTexts } from './product-texts.ts'
import type { Restriction } from './restriction.ts'
import type { SearchMemory } from './search-memory.ts'
import { searchTerm, searchTerms } from './search-terms.ts'
import { POOL, type Pool, type Shelf } from './shelf.ts'
import { wishesBesideNames } from './shop-names.ts'
import { widenByTags } from './widen-by-tags.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Below this share of the query's weight even the best product is only near what was asked. */
const NEAREST_BELOW = 0.35

/** Candidates an explanation lists. */
const EXPLAINED = 50

/** A search under way: what was asked, and how its words were read. */
interface Asked extends SearchPlan {
  readonly reading: QueryReading
}

interface Search {
  readonly pool: Pool
  readonly terms: readonly SearchTerm[]
  readonly ranked: readonly Ranked[]
}

/** One shop's catalogue, opened for one search. */
export class ProductFinder {
  readonly #sql: SqlStorage
  readonly #vocabulary: Vocabulary
  readonly #catalogue: Catalogue
  readonly #currency: string
  readonly #shelf: Shelf
  readonly #texts: ProductTexts

  constructor(sql: SqlStorage, memory: SearchMemory, catalogue: Catalogue, currency: string) {
    this.#sql = sql
    this.#vocabulary = memory.vocabulary
    this.#catalogue = catalogue
    this.#currency = currency
    this.#texts = new ProductTexts(sql)
    const { candidates, index } = memory
    this.#shelf = { sql, catalogue: catalogue.id, candidates, index }
    memory.vocabulary.use(catalogue)
    candidates.refresh()
    index.refresh(catalogue.id)
  }

  /** Retrieves, ranks and presents. Finding nothing is an answer; the caller's transaction is not needed. */
  find(asked: SearchPlan): Found {
    const wishes = wishesBesideNames(this.#sql, this.#catalogue.id, asked.understanding)
    const spelling = this.#vocabulary.spelling(asked.market, asked.now)
    const reading = readQuery({ ...asked.understanding, wishes }, asked.query, spelling, asked.exact)
    const plan = { ...asked, reading }
    const search = this.#search(plan, wishes)
    const { ranked, pool } = search
    const shown = ranked.slice(plan.offset, plan.offset + plan.limit)
    const carded = plan.offset === 0 ? ranked.slice(0, plan.cards) : []
    const beyond = carded.slice(plan.limit)
    // A full pool hides how many of the rest would pass the ranking: then all that match are counted.
    const matched = search.terms.length <= 1 ? pool.countMatched() : 0
    const total = matched > pool.candidates.length ? matched : ranked.length
    const present = this.#presenter(plan, wishes)
    this.#texts.prepare([...shown, ...carded].map(({ candidate }) => candidate))
    const { price, ...counts } = countFacets(ranked.map(({ candidate }) => candidate))
    return {
      hits: shown.map(present),
      beyond: beyond.map(present),
      cards: carded.map((entry) => productCard(entry.candidate.id, this.#texts.read(entry.candidate), plan)),
      total,
      facets: {
        ...counts,
        ...(price === null ? {} : { price: { min: this.#major(price.min), max: this.#major(price.max) } }),
      },
      understood: wishes.map(({ id, kind, label, hard }) => ({ id, kind, label, hard })),
      ...(reading.shown === null ? {} : { spelling: { typed: plan.query, shown: reading.shown } }),
      answer: answerOf(ranked, search.terms),
      relax: total === 0 ? this.#relaxations(plan, wishes) : [],
      ...(plan.explain ? { explanation: explain(plan, wishes, search) } : {}),
    }
  }

  #major(amount: number): number {
    return toMajor(amount, this.#currency)
  }

  /**
   * A filter narrows the list that is there without it, so that a facet's count is what a tap leaves and nothing
   * changes places. Only a list too long to be all there is looked up anew within the filter.
   */
  #search(plan: Asked, wishes: readonly Wish[]): Search {
    const { filters } = plan
    if (isUnfiltered(filters)) return this.#retrieve(plan, wishes)
    const open = this.#retrieve({ ...plan, filters: noFilters }, wishes)
    const search = open.pool.candidates.length < POOL ? open : this.#retrieve(plan, wishes)
    const left = search.ranked.filter(({ candidate }) => matchesFilters(candidate, filters))
    return { ...search, ranked: filters.price ? knownPricesFirst(left) : left }
  }

  #retrieve(plan: Asked, wishes: readonly Wish[]): Search {
    const terms = searchTerms(plan.reading, wishes, this.#vocabulary, this.#catalogue.indexed)
    const budget = wishes.find(({ effect, hard }) => effect.type === 'price' && hard)?.effect
    const restriction: Restriction = {
      market: plan.market,
      filters: plan.filters,
      price: budget?.type === 'price' ? budget : undefined,
      adult: plan.adult,
      hideSoldOut: plan.soldOut === 'hidden',
    }
    const ranking = {
      query: plan.reading.shown ?? plan.understanding.folded,
      statistics: this.#statistics(),
      wishes,
      soldOut: plan.soldOut,
    }
    if (terms.length === 0) {
      // A query of nothing but filters ("under $40") is browsing with a budget.
      const pool = browseCandidates(this.#shelf, restriction)
      const sort = plan.sort === 'relevance' ? 'popular' : plan.sort
      return { pool, terms, ranked: rankCandidates(pool.candidates, { ...ranking, terms, sort }) }
    }
    const rank = (pool: Pool, by: Scorer, knowledge?: Knowledge): Search => ({
      pool,
      terms: by.terms,
      ranked: rankCandidates(pool.candidates, {
        ...ranking,
        terms: by.terms,
        scorer: by,
        sort: plan.sort,
        ...(knowledge ? { knowledge } : {}),
      }),
    })
    const scorer = Scorer.of(terms, ranking.statistics)
    const first = rank(
      findCandidates(this.#shelf, { terms, statistics: ranking.statistics, scorer }, restriction),
      scorer,
    )
    if (plan.sort !== 'relevance' || titlesAnswer(first.ranked)) return first
    return this.#improve(first, scorer, plan, restriction, rank)
  }

  /** What the query's own words did not find: goods of the kind it names, that serve what it wishes, that are like the best. */
  #improve(
    first: Search,
    scorer: Scorer,
    { understanding }: SearchPlan,
    restriction: Restriction,
    rank: (pool: Pool, by: Scorer, knowledge?: Knowledge) => Search,
  ): Search {
    const documents = this.#catalogue.indexed
    const kinds = kindTerms(understanding, this.#vocabulary, documents)
    const concepts = conceptTerms(understanding, first.terms, this.#vocabulary)
    const known =
      kinds.length === 0 && concepts.length === 0
        ? first
        : rank(widenByTags(this.#shelf, first.pool, kinds, concepts, restriction), scorer.and(kinds))
    const wanted = wantsFeedback(known.ranked, first.terms, documents)
    const feedback = wanted ? this.#feedback(known) : []
    if (concepts.length === 0 && feedback.length === 0) return known
    const worth = knowledgeWorth(known.ranked, kinds.length > 0)
    const by = scorer.and(kinds)
    return rank(
      widenPool(this.#shelf, known.pool, feedback, restriction),
      feedback.length === 0 ? by : by.and(feedback),
      { concepts, documents, worth },
    )
  }

  /** Words that the best products share and the query did not have. */
  #feedback({ ranked, terms }: Search): SearchTerm[] {
    const documents = this.#catalogue.indexed
    const best = ranked.slice(0, FEEDBACK_PRODUCTS)
    const sources = best.map(({ value, candidate }) => ({ value, terms: this.#texts.described(candidate) }))
    const known = new Set(terms.map(({ term }) => term))
    return feedbackTerms(sources, known, { documents, count: (term) => this.#vocabulary.count(term) }).map(
      ({ term, weight }) => searchTerm(term, { weight, word: -1 }, this.#vocabulary, documents),
    )
  }

  #statistics(): Statistics {
    const documents = this.#catalogue.indexed
    return { documents, averages: this.#catalogue.lengths.map((length) => length / Math.max(documents, 1)) }
  }

  /** For each filter: how many products there would be without it. */
  #relaxations(plan: Asked, wishes: readonly Wish[]): Found['relax'] {
    const counted = (id: string, relaxed: Asked, left: readonly Wish[]) => ({
      id,
      total: this.#search(relaxed, left).ranked.length,
    })
    const withoutFilter = (filters: Partial<SearchPlan['filters']>): Asked => ({
      ...plan,
      filters: { ...plan.filters, ...filters },
    })
    const { price: _price, ...unpriced } = plan.filters
    const options = [
      ...wishes
        .filter(({ hard }) => hard)
        .map((wish) =>
          counted(
            wish.id,
            plan,
            wishes.filter((other) => other !== wish),
          ),
        ),
      ...(plan.filters.price ? [counted('filter:price', { ...plan, filters: unpriced }, wishes)] : []),
      ...(['brand', 'category', 'availability'] as const)
        .filter((name) => plan.filters[name].length > 0)
        .map((name) => counted(`filter:${name}`, withoutFilter({ [name]: [] }), wishes)),
      ...plan.filters.attributes.map((attribute) =>
        counted(
          `filter:attr.${attribute.name}`,
          withoutFilter({ attributes: plan.filters.attributes.filter((other) => other !== attribute) }),
          wishes,
        ),
      ),
    ]
    return options.filter(({ total }) => total > 0).toSorted((left, right) => right.total - left.total)
  }

  #presenter(plan: Asked, wishes: readonly Wish[]) {
    const readAs = (least: number) =>
      plan.reading.readings
        .filter(({ weight, text }) => weight >= least && text !== '')
        .flatMap(({ text }) => text.split(' '))
    const words = readAs(Number.MIN_VALUE)
    const content = readAs(1)
    const sourcesOf = reasonSources(content)
    return ({ candidate }: Ranked) => {
      const read = this.#texts.read(candidate)
      const { attributes, description, category, title } = read.product
      const sources = sourcesOf(candidate.vector)
      const reason = reasonFor({
        queryWords: content,
        attributes: sources.attributes ? attributes : [],
        description: sources.description ? description : undefined,
        reviews: sources.reviews ? this.#texts.reviews(candidate) : [],
        category,
        title,
        locale: plan.locale,
      })
      return presentHit(read, { now: plan.now, wishes, words, reason })
    }
  }
}

/** A product that says "ask" may break a price filter: it follows those that do not. */
const knownPricesFirst = (ranked: readonly Ranked[]): Ranked[] => [
  ...ranked.filter(({ candidate }) => candidate.price !== null),
  ...ranked.filter(({ candidate }) => candidate.price === null),
]

function answerOf(ranked: readonly Ranked[], terms: readonly SearchTerm[]): Found['answer'] {
  if (ranked.length === 0) return 'none'
  if (!terms.some(({ word }) => word >= 0)) return 'found'
  const best = Math.max(...ranked.slice(0, 5).map(({ score }) => score.coverage))
  return best < NEAREST_BELOW ? 'nearest' : 'found'
}

function explain(plan: Asked, wishes: readonly Wish[], { pool, terms, ranked }: Search): unknown {
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
    terms: terms.map(({ term, documents, idf, weight, word }) => ({ term, documents, idf, weight, word })),
    pool: { matched: pool.countMatched(), ranked: pool.candidates.length, kept: ranked.length },
    candidates: ranked.slice(0, EXPLAINED).map(({ candidate, score, value, met, unknown }) => ({
      id: candidate.id,
      value,
      text_score: score.total,
      coverage: score.coverage,
      named: score.named,
      wishes_met: met,
      wishes_unknown: unknown,
    })),
  }
}

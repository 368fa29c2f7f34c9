import { toMajor } from '../../catalogue/money.ts'
import type { Found, QueryVector, SearchPlan } from '../../ports/retriever.ts'
import type { Product, Review } from '../../ports/product.ts'
import type { Wish } from '../../ports/understanding.ts'
import { descriptiveTerms } from '../../search/document/product-document.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import { countFacets } from '../../search/rank/count-facets.ts'
import { FEEDBACK_PRODUCTS, feedbackTerms, wantsFeedback } from '../../search/rank/feedback.ts'
import { nearness, wantsSemantics } from '../../search/rank/fuse-semantic.ts'
import { isUnfiltered, matchesFilters, noFilters } from '../../search/rank/matches-filters.ts'
import { rankCandidates, type Ranked } from '../../search/rank/rank-candidates.ts'
import type { SearchTerm, Statistics } from '../../search/rank/score.ts'
import { reasonFor } from '../../search/reason.ts'
import type { Catalogue } from '../tables/catalogues.ts'
import { POOL, browseCandidates, findCandidates, widenPool, withRows, type Pool } from './find-candidates.ts'
import { presentHit, type Presented } from './present-hit.ts'
import { productCard } from './product-card.ts'
import type { Restriction } from './restriction.ts'
import { searchTerm, searchTerms } from './search-terms.ts'
import { semanticMatches } from './semantic-candidates.ts'
import { wishesBesideNames } from './shop-names.ts'
import type { VectorIndex } from '../vectors/vector-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Below this share of the query's weight even the best product is only near what was asked. */
const NEAREST_BELOW = 0.35

/** Reviews looked at for a quotation under one card. */
const REVIEWS_QUOTED_FROM = 30

/** Candidates an explanation lists. */
const EXPLAINED = 50

interface Search {
  readonly pool: Pool
  readonly terms: readonly SearchTerm[]
  readonly ranked: readonly Ranked[]
  readonly semantic?: Found['semantic']
}

type Rank = (pool: Pool, terms: readonly SearchTerm[], nearness?: ReadonlyMap<number, number>) => Search

/** What one search looks into. */
export interface Opened {
  readonly sql: SqlStorage
  readonly vocabulary: Vocabulary
  readonly vectors: VectorIndex
}

/** One shop's catalogue, opened for one search. */
export class ProductFinder {
  readonly #sql: SqlStorage
  readonly #vocabulary: Vocabulary
  readonly #vectors: VectorIndex
  readonly #catalogue: Catalogue
  readonly #currency: string

  constructor({ sql, vocabulary, vectors }: Opened, catalogue: Catalogue, currency: string) {
    this.#sql = sql
    this.#vocabulary = vocabulary
    this.#vectors = vectors
    this.#catalogue = catalogue
    this.#currency = currency
    vocabulary.use(catalogue.id, catalogue.indexed)
  }

  /** Retrieves, ranks and presents. Finding nothing is an answer; the caller's transaction is not needed. */
  find(plan: SearchPlan): Found {
    const wishes = wishesBesideNames(this.#sql, this.#catalogue.id, plan.understanding)
    const search = this.#search(plan, wishes)
    const { ranked, pool } = search
    const shown = ranked.slice(plan.offset, plan.offset + plan.limit)
    const carded = plan.offset === 0 ? ranked.slice(0, plan.cards) : []
    const beyond = carded.slice(plan.limit)
    // A full pool hides how many of the rest would pass the ranking: then all that match are counted.
    const matched = search.terms.length <= 1 ? pool.countMatched() : 0
    const total = matched > pool.candidates.length ? matched : ranked.length
    const present = this.#presenter(plan, wishes)
    const { price, ...counts } = countFacets(ranked.map(({ candidate }) => candidate))
    return {
      hits: shown.map(present),
      beyond: beyond.map(present),
      cards: carded.map((entry) => productCard(entry.candidate.id, this.#read(entry), plan)),
      total,
      facets: {
        ...counts,
        ...(price === null ? {} : { price: { min: this.#major(price.min), max: this.#major(price.max) } }),
      },
      understood: wishes.map(({ id, kind, label, hard }) => ({ id, kind, label, hard })),
      answer: answerOf(ranked, search.terms),
      relax: total === 0 ? this.#relaxations(plan, wishes) : [],
      ...(search.semantic === undefined ? {} : { semantic: search.semantic }),
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
  #search(plan: SearchPlan, wishes: readonly Wish[]): Search {
    const { filters } = plan
    if (isUnfiltered(filters)) return this.#retrieve(plan, wishes)
    const open = this.#retrieve({ ...plan, filters: noFilters }, wishes)
    const search = open.pool.candidates.length < POOL ? open : this.#retrieve(plan, wishes)
    const left = search.ranked.filter(({ candidate }) => matchesFilters(candidate, filters))
    return { ...search, ranked: filters.price ? knownPricesFirst(left) : left }
  }

  #retrieve(plan: SearchPlan, wishes: readonly Wish[]): Search {
    const terms = searchTerms(plan.understanding, wishes, this.#vocabulary, this.#catalogue.indexed)
    const budget = wishes.find(({ effect, hard }) => effect.type === 'price' && hard)?.effect
    const restriction: Restriction = {
      market: plan.market,
      filters: plan.filters,
      price: budget?.type === 'price' ? budget : undefined,
      adult: plan.adult,
      hideSoldOut: plan.soldOut === 'hidden',
    }
    const ranking = {
      query: plan.understanding.folded,
      statistics: this.#statistics(),
      wishes,
      soldOut: plan.soldOut,
    }
    if (terms.length === 0) {
      // A query of nothing but filters ("under $40") is browsing with a budget.
      const pool = browseCandidates(this.#sql, this.#catalogue.id, restriction)
      const sort = plan.sort === 'relevance' ? 'popular' : plan.sort
      return { pool, terms, ranked: rankCandidates(pool.candidates, { ...ranking, terms, sort }) }
    }
    const rank: Rank = (pool, by, near) => ({
      pool,
      terms: by,
      ranked: rankCandidates(pool.candidates, {
        ...ranking,
        terms: by,
        sort: plan.sort,
        ...(near ? { nearness: near } : {}),
      }),
    })
    const first = rank(findCandidates(this.#sql, this.#catalogue.id, terms, restriction), terms)
    if (plan.vector && (plan.sort !== 'relevance' || !wantsSemantics(first.ranked, terms))) {
      return { ...this.#fedBack(first, plan, restriction, rank), semantic: 'not_needed' }
    }
    const literal = this.#fedBack(first, plan, restriction, rank)
    return plan.vector ? this.#withMeaning(literal, plan.vector, restriction, rank) : literal
  }

  #fedBack(first: Search, { sort }: SearchPlan, restriction: Restriction, rank: Rank): Search {
    const { terms } = first
    if (sort !== 'relevance' || !wantsFeedback(first.ranked, terms, this.#catalogue.indexed)) return first
    const feedback = this.#feedback(first)
    const widened = widenPool(this.#sql, this.#catalogue.id, first.pool, feedback, restriction)
    return feedback.length === 0 ? first : rank(widened, [...terms, ...feedback])
  }

  /** The products nearest in meaning join, and all are ranked by both. */
  #withMeaning(literal: Search, vector: QueryVector, restriction: Restriction, rank: Rank): Search {
    const matches = semanticMatches(this.#sql, this.#vectors, this.#catalogue.id, vector, restriction)
    if (typeof matches === 'string') return { ...literal, semantic: 'unavailable' }
    const pool = withRows(
      this.#sql,
      literal.pool,
      matches.map(({ row }) => row),
    )
    return { ...rank(pool, literal.terms, nearness(matches)), semantic: 'used' }
  }

  /** Words that the best products share and the query did not have. */
  #feedback({ ranked, terms }: Search): SearchTerm[] {
    const documents = this.#catalogue.indexed
    const sources = ranked.slice(0, FEEDBACK_PRODUCTS).map((entry) => ({
      value: entry.value,
      terms: descriptiveTerms(this.#read(entry).product),
    }))
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
  #relaxations(plan: SearchPlan, wishes: readonly Wish[]): Found['relax'] {
    const counted = (id: string, relaxed: SearchPlan, left: readonly Wish[]) => ({
      id,
      total: this.#search(relaxed, left).ranked.length,
    })
    const withoutFilter = (filters: Partial<SearchPlan['filters']>): SearchPlan => ({
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

  #read({ candidate }: Ranked): Presented {
    const { body } = this.#sql
      .exec<{ body: string }>('SELECT body FROM product WHERE row = ?', candidate.row)
      .one()
    return {
      product: JSON.parse(body) as Product,
      rating: candidate.rating,
      ratingCount: candidate.ratingCount,
    }
  }

  #reviews({ id, vector }: Candidate): Review[] {
    if (vector.reviews === 0) return []
    return this.#sql
      .exec<{ body: string }>('SELECT body FROM review WHERE product_id = ? LIMIT ?', id, REVIEWS_QUOTED_FROM)
      .toArray()
      .map(({ body }) => JSON.parse(body) as Review)
  }

  #presenter(plan: SearchPlan, wishes: readonly Wish[]) {
    const words = plan.understanding.words.filter(({ weight }) => weight > 0).map(({ text }) => text)
    const content = plan.understanding.words.filter(({ weight }) => weight >= 1).map(({ text }) => text)
    return (ranked: Ranked) => {
      const read = this.#read(ranked)
      const reason =
        content.length === 0
          ? undefined
          : reasonFor({
              queryWords: content,
              attributes: read.product.attributes,
              description: read.product.description,
              reviews: this.#reviews(ranked.candidate),
              category: read.product.category,
              title: read.product.title,
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

function explain(plan: SearchPlan, wishes: readonly Wish[], { pool, terms, ranked }: Search): unknown {
  const kept = new Set(wishes.map(({ id }) => id))
  return {
    understanding: plan.understanding,
    read_as_names: plan.understanding.wishes.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    terms: terms.map(({ term, documents, idf, weight, word }) => ({ term, documents, idf, weight, word })),
    pool: { matched: pool.countMatched(), ranked: pool.candidates.length, kept: ranked.length },
    candidates: ranked.slice(0, EXPLAINED).map(({ candidate, score, text, value, met, unknown }) => ({
      id: candidate.id,
      value,
      text_score: score.total,
      with_meaning: text,
      coverage: score.coverage,
      named: score.named,
      wishes_met: met,
      wishes_unknown: unknown,
    })),
  }
}

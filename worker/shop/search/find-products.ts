import { toMajor } from '../../catalogue/money.ts'
import { isByWords, type ArmFinds, type OutsideFinds } from '../../ports/outside-finds.ts'
import type { ExpansionOutcome, Found, NamedPlace, SearchPlan } from '../../ports/retriever.ts'
import type { Understanding, Wish } from '../../ports/understanding.ts'
import type { Merchandised } from '../../search/merchandise/apply-rules.ts'
import { asSearched } from '../../search/merchandise/synonyms.ts'
import { bringsMore } from '../../search/outside/brings-more.ts'
import { countFacets } from '../../search/rank/count-facets.ts'
import { feedbackProducts, feedbackTerms, wantsFeedback } from '../../search/rank/feedback.ts'
import {
  knowledgeWeights,
  knowledgeWorth,
  titlesAnswer,
  type Knowledge,
} from '../../search/rank/knowledge-part.ts'
import { isUnfiltered, matchesFilters, noFilters } from '../../search/rank/matches-filters.ts'
import { leadOf } from '../../search/rank/lead.ts'
import { honestAnswer } from '../../search/rank/honest-answer.ts'
import { rankCandidates, type Ranked } from '../../search/rank/rank-candidates.ts'
import { Scorer, type SearchTerm, type Statistics } from '../../search/rank/score.ts'
import { reasonFor } from '../../search/reason.ts'
import { reasonSources } from '../../search/reason-sources.ts'
import { readQuery } from '../../search/spelling/read-query.ts'
import type { Catalogue } from '../tables/catalogues.ts'
import { readBeginning, readExpansion } from '../tables/expansions.ts'
import { chosenFor } from '../tables/query-choices.ts'
import { departments } from './departments.ts'
import { findBeside, findCandidates, widenPool, type OwnFinds, type Wanted } from './find-candidates.ts'
import { browseCandidates } from './find-in-full-text.ts'
import { expansionTerms, expansionWeight } from './expansion-terms.ts'
import { explainSearch, type Asked } from './explain-search.ts'
import { conceptTerms, kindTerms, lastKindTerms, type FindableConcept } from './knowledge-terms.ts'
import { merchandise } from './merchandise.ts'
import { namedPlaces } from './named-places.ts'
import { offerHints } from './offer-hints.ts'
import { joinOutside, outsidePool, type OutsidePool } from './outside-pool.ts'
import { presentHit } from './present-hit.ts'
import { productCard } from './product-card.ts'
import { ProductTexts } from './product-texts.ts'
import { restrictionOf, type Restriction } from './restriction.ts'
import type { SearchMemory } from './search-memory.ts'
import { searchTerm, searchTerms } from './search-terms.ts'
import { joinByMeaning, type Meaning } from './semantic-candidates.ts'
import { POOL, type Pool, type Shelf } from './shelf.ts'
import { synonymTerms } from './synonym-terms.ts'
import { wishesBesideNames, wordsOfNames } from './shop-names.ts'
import type { Tuning } from './tuning.ts'
import { widenByTags } from './widen-by-tags.ts'
import type { VectorIndex } from '../vectors/vector-index.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A query that was read: what is looked for, and what else it wishes. */
interface Read {
  readonly asked: SearchPlan
  readonly plan: Asked
  readonly wishes: readonly Wish[]
}

/** The words that are looked for. */
interface Words {
  readonly terms: readonly SearchTerm[]
  readonly scorer: Scorer
}

/** What was found here while a search server was looking, without the filters that are tapped. */
interface Beside extends Words {
  readonly own: OwnFinds
}

/** Where a search looks besides the shop's own index; everything absent: nowhere. */
interface Sources {
  readonly beside?: Beside
  readonly arms?: readonly ArmFinds[] | undefined
}

interface Search {
  readonly pool: Pool
  /** Concepts of the query that this shop serves; empty where its titles answer. */
  readonly concepts?: readonly FindableConcept[]
  readonly terms: readonly SearchTerm[]
  readonly ranked: readonly Ranked[]
  /** True when all that match are in the pool. */
  readonly holdsAll: boolean
  readonly by: RankedBy
  readonly semantic?: Found['semantic']
  readonly expansion?: ExpansionOutcome['kind']
  /** Words that a model has added, best first. */
  readonly added?: readonly string[]
}

/** What a search has been ranked by. */
interface RankedBy {
  readonly scorer: Scorer
  readonly knowledge?: Knowledge
  readonly nearness?: ReadonlyMap<number, number>
}

type Rank = (pool: Pool, by: RankedBy) => Search

/** A search with the merchant's rules laid over it. */
type Tuned = Search & { readonly tuned: Merchandised }

/** One shop's catalogue, opened for one search. */
export class ProductFinder {
  readonly #sql: SqlStorage
  readonly #vocabulary: Vocabulary
  readonly #catalogue: Catalogue
  readonly #currency: string
  readonly #shelf: Shelf
  readonly #texts: ProductTexts
  readonly #tuning: Tuning
  readonly #vectors: VectorIndex

  constructor(sql: SqlStorage, memory: SearchMemory, catalogue: Catalogue, currency: string) {
    this.#sql = sql
    this.#vocabulary = memory.vocabulary
    this.#catalogue = catalogue
    this.#currency = currency
    this.#texts = new ProductTexts(sql)
    this.#tuning = memory.tuning
    this.#vectors = memory.vectors
    const { candidates, index } = memory
    this.#shelf = { sql, catalogue: catalogue.id, candidates, index }
    memory.vocabulary.use(catalogue)
    candidates.refresh()
    index.refresh(catalogue.id)
  }

  /** Retrieves, ranks and presents. Finding nothing is an answer; the caller's transaction is not needed. */
  find(asked: SearchPlan): Found {
    const read = this.#read(asked)
    return this.#present(read, this.#search(read))
  }

  /**
   * Does what can be done while a search server is asked: where the shop's own index finds everything, the whole
   * answer. What is returned takes what the server found, or nothing when it failed, and makes the answer of both.
   * @param hasMeaning the server is asked for neighbours of the plan's vector, too
   */
  begin(asked: SearchPlan, hasMeaning: boolean): (finds?: OutsideFinds) => Found {
    const read = this.#read(asked)
    const open = { ...read.plan, filters: noFilters }
    const words = this.#words(open, read.wishes)
    const wanted = { ...words, statistics: this.#statistics() }
    const own = findBeside(this.#shelf, wanted, restrictionOf(open, read.wishes))
    const beside = { ...words, own }
    const early =
      own.isWhole && !hasMeaning ? this.#present(read, this.#search(read, undefined, beside)) : null
    return (finds) => {
      if (!finds) return early ?? this.find(asked)
      if (early && !bringsMore(finds.open, words.terms)) return early
      return this.#present(read, this.#search(read, finds, beside))
    }
  }

  #read(asked: SearchPlan): Read {
    const wishes = wishesBesideNames(this.#sql, this.#catalogue.id, asked.understanding)
    const spelling = this.#vocabulary.spelling(asked.market, asked.now)
    const understanding = wordsOfNames(asked.understanding, wishes)
    const { synonyms } = this.#tuning
    const reading = readQuery(understanding, asked.query, synonyms.keptIn(spelling), asked.exact)
    const plan = {
      ...asked,
      understanding,
      reading,
      synonyms: synonyms.find(asSearched(understanding.words, reading)),
    }
    return { asked, plan, wishes }
  }

  #present({ asked, plan, wishes }: Read, search: Tuned): Found {
    const { reading, understanding } = plan
    const { ranked, pool, tuned } = search
    const { pinned, redirect, banners, factors } = tuned
    const shown = ranked.slice(plan.offset, plan.offset + plan.limit)
    const carded = plan.offset === 0 ? ranked.slice(0, plan.cards) : []
    const beyond = carded.slice(plan.limit)
    // A full pool hides how many of the rest would pass the ranking: then all that match are counted.
    const matched = search.terms.length <= 1 ? pool.countMatched() : 0
    const total =
      matched > pool.candidates.length
        ? Math.max(matched - tuned.hidden + tuned.added, ranked.length)
        : ranked.length
    const present = this.#presenter(plan, wishes)
    this.#texts.prepare([...shown, ...carded].map(({ candidate }) => candidate))
    const named = namedPlaces(this.#vocabulary, plan)
    const best = plan.offset === 0 && (plan.explain || plan.cards > 0) ? ranked[0] : undefined
    const lead = best && leadOf(ranked, search.terms, this.#texts.read(best.candidate).product)
    const { price, ...counts } = countFacets(ranked.map(({ candidate }) => candidate))
    const facets = price === null ? counts : { ...counts, price: this.#range(price) }
    return {
      hits: shown.map(present),
      beyond: beyond.map(present),
      // What a rule holds in its place is not the model's to judge.
      cards: carded
        .filter(({ candidate }) => !pinned.some(({ id }) => id === candidate.id))
        .map((entry) => productCard(entry.candidate.id, this.#texts.read(entry.candidate), plan)),
      ...(lead ? { lead } : {}),
      total,
      facets,
      ...offerHints(search.added, plan, wishes, { ranked, facets, total }),
      understood: wishes.map(({ id, kind, label, hard }) => ({ id, kind, label, hard })),
      ...(reading.shown === null ? {} : { spelling: { typed: plan.query, shown: reading.shown } }),
      answer:
        pinned.length > 0
          ? 'found'
          : honestAnswer(ranked, search.terms, {
              concepts: conceptTerms(understanding, search.terms, this.#vocabulary),
              kind: lastKindTerms(understanding, this.#vocabulary, this.#catalogue.indexed),
            }),
      relax: total === 0 ? this.#relaxations(plan, wishes) : [],
      named,
      ...this.#expansionOutcome(plan, search, named),
      ...(search.semantic === undefined ? {} : { semantic: search.semantic }),
      ...(pinned.length > 0 ? { pinned } : {}),
      ...(factors.size > 0 ? { factors: [...factors].map(([id, factor]) => ({ id, factor })) } : {}),
      ...(redirect ? { redirect } : {}),
      ...(banners.length > 0 ? { banners } : {}),
      ...(plan.explain
        ? {
            explanation: explainSearch({ ...plan, understanding: asked.understanding }, wishes, {
              ...search,
              lead,
            }),
          }
        : {}),
    }
  }

  #range({ min, max }: { readonly min: number; readonly max: number }) {
    return { min: toMajor(min, this.#currency), max: toMajor(max, this.#currency) }
  }

  /** What is found, as the merchant wants it shown. */
  #search({ plan, wishes }: Pick<Read, 'plan' | 'wishes'>, finds?: OutsideFinds, beside?: Beside): Tuned {
    const search = this.#filtered(plan, wishes, finds, beside)
    const shelf = { ...this.#shelf, currency: this.#currency, tuning: this.#tuning }
    const tuned = merchandise(shelf, plan, wishes, {
      ranked: search.ranked,
      byPlace: search.terms.length === 0,
      shown: plan.reading.shown,
    })
    return { ...search, ranked: tuned.ranked, tuned }
  }

  /**
   * A filter narrows the list that is there without it, so that a facet's count is what a tap leaves and nothing
   * changes places. Only a list too long to be all there is looked up anew within the filter.
   */
  #filtered(plan: Asked, wishes: readonly Wish[], finds?: OutsideFinds, beside?: Beside): Search {
    const { filters } = plan
    const sources = { arms: finds?.open, ...(beside ? { beside } : {}) }
    if (isUnfiltered(filters)) return this.#retrieve(plan, wishes, sources)
    const open = this.#retrieve({ ...plan, filters: noFilters }, wishes, sources)
    const search = open.holdsAll ? open : this.#retrieve(plan, wishes, { arms: finds?.filtered ?? undefined })
    const left = search.ranked.filter(({ candidate }) => matchesFilters(candidate, filters))
    return { ...search, ranked: filters.price ? knownPricesFirst(left) : left }
  }

  #words(plan: Asked, wishes: readonly Wish[]): Words {
    const documents = this.#catalogue.indexed
    const own = searchTerms(plan.reading, wishes, this.#vocabulary, documents)
    const terms = [...own, ...synonymTerms(plan.synonyms, own, this.#vocabulary, documents)]
    return { terms, scorer: Scorer.of(terms, this.#statistics()) }
  }

  #retrieve(plan: Asked, wishes: readonly Wish[], { beside, arms }: Sources): Search {
    const { terms, scorer: byWords } = beside ?? this.#words(plan, wishes)
    const restriction = restrictionOf(plan, wishes)
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
      const ranked = rankCandidates(pool.candidates, { ...ranking, terms, sort })
      return { pool, terms, ranked, by: { scorer: byWords }, holdsAll: pool.candidates.length < POOL }
    }
    const outside = arms && outsidePool(this.#shelf, arms.filter(isByWords), restriction)
    const { statistics } = ranking
    const wanted = { terms, statistics, scorer: byWords }
    const own = beside?.own ?? (outside && findBeside(this.#shelf, wanted, restriction))
    const rank: Rank = (pool, by) => ({
      pool,
      terms: by.scorer.terms,
      by,
      ranked: rankCandidates(pool.candidates, {
        ...ranking,
        ...by,
        terms: by.scorer.terms,
        inCategoryMost: pool.inCategoryMost,
        sort: plan.sort,
        outside: outside?.worths,
      }),
      holdsAll: own?.holdsAll ?? pool.candidates.length < POOL,
    })
    const first = rank(this.#pool(wanted, restriction, own, outside), { scorer: byWords })
    const finds = arms?.find(({ arm }) => arm === 'semantic')
    const meaning = finds
      ? { finds }
      : plan.vector && ({ vector: plan.vector, index: this.#vectors } as const)
    if (plan.sort !== 'relevance' || titlesAnswer(first.ranked)) {
      return {
        ...first,
        ...(meaning ? { semantic: 'not_needed' } : {}),
        ...(plan.expansion ? { expansion: 'not_needed' } : {}),
      }
    }
    const words = this.#expansionOf(plan)
    const weight = expansionWeight(first.ranked, this.#namesKind(plan.understanding))
    const added = expansionTerms(words ?? [], weight, terms, wishes, this.#vocabulary, statistics.documents)
    const scorer = added.length === 0 ? byWords : byWords.and(added)
    const wider = { terms: scorer.terms, statistics, scorer }
    const base =
      added.length === 0
        ? first
        : rank(this.#pool(wider, restriction, own && findBeside(this.#shelf, wider, restriction), outside), {
            scorer,
          })
    const improved = {
      ...this.#improve(base, scorer, plan, restriction, rank),
      ...(plan.expansion ? { expansion: words ? ('used' as const) : ('wanted' as const) } : {}),
      ...(words ? { added: words } : {}),
    }
    return meaning ? this.#withMeaning(improved, meaning, restriction, rank) : improved
  }

  /** What the shop's own index found, and beside a search server what only that has found. */
  #pool(wanted: Wanted, restriction: Restriction, own?: OwnFinds, outside?: OutsidePool): Pool {
    if (!own) return findCandidates(this.#shelf, wanted, restriction)
    return outside ? joinOutside(own, outside) : own.pool
  }

  /** Words added to the query; null when the shop keeps none of it. */
  #expansionOf({ expansion, now }: SearchPlan): readonly string[] | null {
    if (!expansion) return null
    if ('words' in expansion) return expansion.words
    const { key, beginnings } = expansion
    return readExpansion(this.#sql, key, now) ?? readBeginning(this.#sql, beginnings, now)
  }

  #expansionOutcome(
    { market, locale, now }: SearchPlan,
    { expansion }: Search,
    named: readonly NamedPlace[],
  ): { expansion?: ExpansionOutcome } {
    if (!expansion) return {}
    if (expansion !== 'wanted') return { expansion: { kind: expansion } }
    if (named.length > 0) return { expansion: { kind: 'not_needed' } }
    const { categories } = this.#vocabulary.names(market, now)
    return { expansion: { kind: 'wanted', departments: departments(categories, this.#vocabulary, locale) } }
  }

  /** The products nearest in meaning join, and all are ranked by words, knowledge and nearness. */
  #withMeaning(search: Search, meaning: Meaning, restriction: Restriction, rank: Rank): Search {
    const joined = joinByMeaning(this.#shelf, search.pool, meaning, restriction)
    if (!joined) return { ...search, semantic: 'unavailable' }
    const { pool, nearness } = joined
    return { ...search, ...rank(pool, { ...search.by, nearness }), semantic: 'used' }
  }

  /** What the query's own words did not find: goods of the kind it names, that serve what it wishes, that are like the best. */
  #improve(
    first: Search,
    scorer: Scorer,
    { understanding, query, market }: SearchPlan,
    restriction: Restriction,
    rank: Rank,
  ): Search {
    const documents = this.#catalogue.indexed
    const named = kindTerms(understanding, first.terms, this.#vocabulary, documents)
    const kinds = knowledgeWeights.kind > 0 ? named : []
    const namesKind = this.#namesKind(understanding)
    const concepts = conceptTerms(understanding, first.terms, this.#vocabulary)
    const known =
      kinds.length === 0 && concepts.length === 0
        ? first
        : rank(widenByTags(this.#shelf, first.pool, kinds, concepts, restriction), {
            scorer: scorer.and(kinds),
          })
    const wanted = wantsFeedback(known.ranked, first.terms, documents)
    const feedback = wanted ? this.#feedback(known, chosenFor(this.#sql, market, query)) : []
    if (concepts.length === 0 && feedback.length === 0) return known
    const worth = knowledgeWorth(known.ranked, namesKind)
    const by = scorer.and(kinds)
    const search = rank(widenPool(this.#shelf, known.pool, feedback, restriction), {
      scorer: feedback.length === 0 ? by : by.and(feedback),
      knowledge: { concepts, documents, worth },
    })
    return { ...search, concepts }
  }

  /** Whether a query names a kind of goods that this shop sells. */
  #namesKind(understanding: Understanding): boolean {
    return lastKindTerms(understanding, this.#vocabulary, this.#catalogue.indexed).some(
      ({ documents }) => documents > 0,
    )
  }

  /** Words that the best products share and the query did not have. */
  #feedback({ ranked, terms }: Search, chosen: ReadonlyMap<string, number>): SearchTerm[] {
    const documents = this.#catalogue.indexed
    const best = feedbackProducts(ranked, chosen)
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
      total: this.#search({ plan: relaxed, wishes: left }).ranked.length,
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

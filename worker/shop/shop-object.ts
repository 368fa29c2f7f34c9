import type { CatalogueEntry, ImportStatus, ProductResponse, RowError } from '../contract/catalogue.ts'
import type { Settings } from '../contract/shops.ts'
import type { Rule, RulesResponse, Synonym, SynonymsResponse } from '../contract/tuning.ts'
import type { BrandEntry, BrandsRequest, QueryLists } from '../contract/typing.ts'
import type { Locale } from '../contract/vocabulary.ts'
import type { OutsideTrouble } from '../ports/outside-finds.ts'
import type {
  LearntEvent,
  Recommendations,
  RecommendContext,
  RecommenderState,
  RecommendRules,
} from '../ports/recommender.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../ports/retriever.ts'
import type {
  Browse,
  DecisionFailure,
  ImportDecision,
  NewImport,
  SearchLogEntry,
  ProductTags,
  TagCounts,
  StaleList,
  Suggested,
  SuggestPlan,
} from '../ports/shop-store.ts'
import { ok, type Result } from '../result.ts'
import { askForEnrichment } from './enrichment/enrich-job.ts'
import { decideImport } from './jobs/decide-import.ts'
import { jobs } from './jobs/jobs.ts'
import { BegunSearch } from './search/begun-search.ts'
import { TagCounter } from './search/count-tags.ts'
import { beginSearch, searchShop } from './search/search-shop.ts'
import { Suggester } from './search/suggester.ts'
import { ensureIndexes, noteTrouble } from './sync/sync-desk.ts'
import { TokenBucket } from '../token-bucket.ts'
import { listBrands, replaceBrandSpellings } from './tables/brand-spellings.ts'
import { emptyBrowse, readBrowse } from './tables/browse.ts'
import { listCatalogues, liveCatalogue } from './tables/catalogues.ts'
import { dropUpload, finishUpload } from './tables/finish-upload.ts'
import { importStatus, insertImport, listImportIds, putChunk } from './tables/imports.ts'
import { deleteProduct, putProduct, restoreCatalogue, showProduct } from './tables/product-desk.ts'
import { refreshDuePrices } from './tables/products.ts'
import { readQueryLists, writeQueryLists } from './tables/query-lists.ts'
import { hashVisitor, noteVisit, type QueryVisit } from './tables/query-visits.ts'
import { insertSearch } from './tables/search-log.ts'
import { hiddenTags, saveHiddenTags } from './tables/tag-corrections.ts'
import { correctTags, showTags } from './tables/tag-desk.ts'
import { askForVectors } from './vectors/vector-job.ts'
import { updateSettings } from './tables/shop-record.ts'
import { listVersion, readList, replaceList, type TuningList } from './tables/tuning.ts'
import { askForWarming } from './warming/warm-job.ts'
import { ShopEvents } from './shop-events.ts'

const IMPORTS_LISTED = 50

/**
 * One shop: its catalogue, index, reviews, imports and log in one SQLite database, behind one thread.
 * A door: each method is a line into the module that does the work. It makes no outgoing call but to the queue.
 */
export class ShopObject extends ShopEvents {
  readonly #tagCounter = new TagCounter(this.sql)
  readonly #suggester = new Suggester(this.sql, this.memory)
  readonly #searches = new TokenBucket()

  async saveSettings(settings: Settings): Promise<void> {
    this.ctx.storage.transactionSync(() => {
      updateSettings(this.sql, settings)
      ensureIndexes(this.sql)
      askForEnrichment(this.sql, Date.now())
      askForWarming(this.sql, Date.now())
    })
    // The days of rules are those of the first market.
    this.memory.tuning.forget()
    await this.jobs.resume()
  }

  search(plan: SearchPlan, searchesPerSecond: number): Result<Found, RetrievalFailure> {
    const sql = this.#beforeSearch(plan)
    const found = searchShop(sql, this.memory, this.#searches, plan, searchesPerSecond)
    this.#afterSearch()
    return found
  }

  /** Searches while a search server is asked; what is returned is to be told what came of that. */
  beginSearch(
    plan: SearchPlan,
    limits: { readonly searchesPerSecond: number; readonly hasMeaning: boolean },
  ): BegunSearch {
    const sql = this.#beforeSearch(plan)
    const finish = beginSearch(sql, this.memory, this.#searches, plan, limits)
    this.#afterSearch()
    return new BegunSearch(({ finds, trouble }) => {
      if (trouble && this.exists) this.#noteTrouble(plan.market, trouble)
      return finish(finds)
    })
  }

  /** Prices whose sale began or ended leave work for later. Returns where to search; null: nowhere. */
  #beforeSearch({ now }: SearchPlan): SqlStorage | null {
    if (!this.exists) return null
    if (refreshDuePrices(this.sql, now) > 0) this.ctx.waitUntil(this.jobs.resume())
    return this.sql
  }

  #afterSearch(): void {
    const now = Date.now()
    if (this.memory.wantsIndexing(now)) this.ctx.waitUntil(this.jobs.schedule(jobs.index, now))
  }

  #noteTrouble(market: string, trouble: OutsideTrouble): void {
    this.ctx.storage.transactionSync(() => noteTrouble(this.sql, market, trouble, Date.now()))
    this.ctx.waitUntil(this.jobs.resume())
  }

  beginImport(request: NewImport): void {
    insertImport(this.sql, request, Date.now())
  }

  appendImport(id: string, seq: number, bytes: Uint8Array): void {
    putChunk(this.sql, id, seq, bytes)
  }

  async finishUpload(id: string, encoding: string): Promise<void> {
    this.ctx.storage.transactionSync(() => finishUpload(this.sql, id, encoding))
    await this.jobs.schedule(jobs.imports, Date.now())
  }

  dropUpload(id: string): void {
    this.ctx.storage.transactionSync(() => dropUpload(this.sql, id))
  }

  importStatus(id: string): ImportStatus | null {
    return importStatus(this.sql, id)
  }

  listImports(): ImportStatus[] {
    return listImportIds(this.sql, IMPORTS_LISTED).flatMap((id) => importStatus(this.sql, id) ?? [])
  }

  async decideImport(id: string, decision: ImportDecision): Promise<Result<ImportStatus, DecisionFailure>> {
    const decided = this.ctx.storage.transactionSync(() => decideImport(this.sql, id, decision, Date.now()))
    this.#lookAtProducts()
    await this.jobs.resume()
    return decided
  }

  product(id: string): ProductResponse | null {
    return showProduct(this.sql, id)
  }

  async removeProduct(id: string): Promise<boolean> {
    const removed = this.ctx.storage.transactionSync(() => deleteProduct(this.sql, id))
    await this.jobs.resume()
    return removed
  }

  async putProduct(fields: Readonly<Record<string, unknown>>): Promise<Result<ProductResponse, RowError[]>> {
    const put = this.ctx.storage.transactionSync(() => putProduct(this.sql, fields, Date.now()))
    this.#lookAtProducts()
    await this.jobs.resume()
    return put
  }

  /** There may be products that have no vector yet, or that no model has read. */
  #lookAtProducts(): void {
    askForVectors(this.sql, Date.now())
    askForEnrichment(this.sql, Date.now())
  }

  catalogues(): CatalogueEntry[] {
    return listCatalogues(this.sql)
  }

  async restoreCatalogue(id: number): Promise<boolean> {
    const restored = this.ctx.storage.transactionSync(() => restoreCatalogue(this.sql, id))
    this.#lookAtProducts()
    if (restored) await this.jobs.schedule(jobs.evidence, Date.now())
    return restored
  }

  browse(market: string): Browse {
    const live = liveCatalogue(this.sql)
    return live ? readBrowse(this.sql, live.id, market) : emptyBrowse
  }

  synonyms(): SynonymsResponse {
    return { version: listVersion(this.sql, 'synonyms'), synonyms: readList<Synonym>(this.sql, 'synonyms') }
  }

  saveSynonyms(list: readonly Synonym[], ifVersion: number | undefined): Result<SynonymsResponse, StaleList> {
    const saved = this.#replaceList('synonyms', list, ifVersion)
    return saved.ok ? ok(this.synonyms()) : saved
  }

  rules(): RulesResponse {
    return { version: listVersion(this.sql, 'rules'), rules: readList<Rule>(this.sql, 'rules') }
  }

  saveRules(list: readonly Rule[], ifVersion: number | undefined): Result<RulesResponse, StaleList> {
    const saved = this.#replaceList('rules', list, ifVersion)
    return saved.ok ? ok(this.rules()) : saved
  }

  #replaceList(
    name: TuningList,
    list: readonly unknown[],
    ifVersion: number | undefined,
  ): Result<number, StaleList> {
    this.memory.tuning.forget()
    return this.ctx.storage.transactionSync(() => replaceList(this.sql, name, list, ifVersion))
  }

  /** Lines of the log, oldest first, written in one go. */
  async logSearches(entries: readonly SearchLogEntry[]): Promise<void> {
    const visits = entries.flatMap(({ at, query, total, visit }) =>
      visit === null || total === 0 ? [] : [{ ...visit, query, at }],
    )
    const hashes = await Promise.all(visits.map(({ visitor }) => hashVisitor(this.sql, visitor)))
    this.ctx.storage.transactionSync(() => {
      for (const entry of entries) insertSearch(this.sql, entry)
      visits.forEach(({ market, query, at }, index) =>
        noteVisit(this.sql, hashes[index] ?? '', { market, query, at, clicked: false }),
      )
    })
  }

  /** A visitor who searched for this has clicked on one of its results. */
  async recordQueryClick({ visitor, ...click }: Omit<QueryVisit, 'clicked'>): Promise<void> {
    const hash = await hashVisitor(this.sql, visitor)
    noteVisit(this.sql, hash, { ...click, clicked: true })
    this.#suggester.forget()
  }

  suggest(plan: SuggestPlan): Suggested | null {
    return this.exists ? this.#suggester.suggest(plan) : null
  }

  brands(market: string): BrandEntry[] {
    return listBrands(this.sql, market)
  }

  saveBrands(brands: BrandsRequest['brands']): void {
    this.ctx.storage.transactionSync(() => replaceBrandSpellings(this.sql, brands))
    this.memory.vocabulary.forgetWords()
  }

  queryLists(): QueryLists {
    return readQueryLists(this.sql)
  }

  saveQueryLists(lists: QueryLists): void {
    this.ctx.storage.transactionSync(() => writeQueryLists(this.sql, lists))
    this.#suggester.forget()
  }

  tagCounts(market: string, locale: Locale): TagCounts {
    const live = liveCatalogue(this.sql)
    return {
      counts: live ? this.#tagCounter.count(live, market, locale, Date.now()) : [],
      hidden: [...hiddenTags(this.sql)],
      products: live?.indexed ?? 0,
    }
  }

  saveHiddenTags(tags: readonly string[]): void {
    this.ctx.storage.transactionSync(() => saveHiddenTags(this.sql, tags))
  }

  productTags(id: string): ProductTags | null {
    return showTags(this.sql, id)
  }

  async correctTags(
    id: string,
    corrections: { readonly added: readonly string[]; readonly removed: readonly string[] },
  ): Promise<ProductTags | null> {
    const tags = this.ctx.storage.transactionSync(() => correctTags(this.sql, id, corrections, Date.now()))
    await this.jobs.resume()
    return tags
  }

  /** Teaches the recommender events that are known to be new; returns how many taught something. */
  learnEvents(events: readonly LearntEvent[]): number {
    if (!this.exists) return 0
    return this.ctx.storage.transactionSync(() => this.recommender.learnEvents(events))
  }

  recommendProducts(context: RecommendContext, k: number, rules: RecommendRules): Recommendations | null {
    return this.exists ? this.recommender.recommendProducts(context, k, rules) : null
  }

  boughtTogether(products: readonly string[], k: number, rules: RecommendRules): Recommendations | null {
    return this.exists ? this.recommender.boughtTogether(products, k, rules) : null
  }

  /** Takes out of the recommender what a visitor has taught it; returns how many sessions that were. */
  forgetVisitor(visitor: string): number {
    if (!this.exists) return 0
    return this.ctx.storage.transactionSync(() => this.recommender.forgetVisitor(visitor))
  }

  recommenderState(): RecommenderState | null {
    return this.exists ? this.recommender.state() : null
  }
}

import { DurableObject } from 'cloudflare:workers'
import type { LedgerRequest, LedgerResponse } from '../contract/ledger.ts'
import type { CatalogueEntry, ImportStatus, ProductResponse, RowError } from '../contract/catalogue.ts'
import type { Settings } from '../contract/shops.ts'
import type { ModelProbe } from '../contract/models.ts'
import type { SyncStatus } from '../contract/sync.ts'
import type { EnrichmentStatus } from '../contract/enrichment.ts'
import type { VectorStatus } from '../contract/vectors.ts'
import type { Rule, RulesResponse, Synonym, SynonymsResponse } from '../contract/tuning.ts'
import type { BrandEntry, BrandsRequest, QueryLists } from '../contract/typing.ts'
import type { BudgetReason, Locale } from '../contract/vocabulary.ts'
import type { PlannedCall, SettledCall } from '../ports/ledger-store.ts'
import type { OutsideTrouble, SearchLinks } from '../ports/outside-finds.ts'
import type {
  EnrichedBatch,
  EnrichmentRequest,
  EnrichmentWork,
  FailedEnrichment,
} from '../ports/enrichment-store.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../ports/retriever.ts'
import type {
  Browse,
  DecisionFailure,
  ImportDecision,
  NewImport,
  NewShop,
  SearchLogEntry,
  ProductTags,
  ShopRecord,
  TagCounts,
  StaleList,
  Suggested,
  SuggestPlan,
} from '../ports/shop-store.ts'
import type { EndpointIdentity, ShopModels } from '../ports/shop-models.ts'
import type { SyncOrder, SyncReport } from '../ports/sync-store.ts'
import type {
  EmbeddedBatch,
  FailedBatch,
  StoreFailure,
  VectorWork,
  WorkRequest,
} from '../ports/vector-store.ts'
import { err, ok, type Result } from '../result.ts'
import { askForEnrichment, awaitEnrichment, endEnrichment } from './enrichment/enrich-job.ts'
import { enrichmentStatus } from './enrichment/enrich-status.ts'
import {
  failEnrichment,
  nextEnrichment,
  restartEnrichment,
  storeEnrichment,
} from './enrichment/enrich-work.ts'
import { decideImport } from './jobs/decide-import.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { jobSlice, jobs } from './jobs/jobs.ts'
import { listLedger } from './ledger/list-calls.ts'
import { noteRefusal, reserveCall, settleCall } from './ledger/model-calls.ts'
import { isMigrated, migrate } from './migrate.ts'
import { BegunSearch } from './search/begun-search.ts'
import { TagCounter } from './search/count-tags.ts'
import { beginSearch, searchShop } from './search/search-shop.ts'
import { Suggester } from './search/suggester.ts'
import {
  endLease,
  ensureIndexes,
  nextOrder,
  noteTrouble,
  pointAtServer,
  readLinks,
  readSyncStatus,
  takeReport,
  wantReindex,
} from './sync/sync-desk.ts'
import { TokenBucket } from '../token-bucket.ts'
import { SearchMemory } from './search/search-memory.ts'
import { listBrands, replaceBrandSpellings } from './tables/brand-spellings.ts'
import { emptyBrowse, readBrowse } from './tables/browse.ts'
import { listCatalogues, liveCatalogue } from './tables/catalogues.ts'
import { writeExpansion } from './tables/expansions.ts'
import { dropUpload, finishUpload } from './tables/finish-upload.ts'
import { importStatus, insertImport, listImportIds, putChunk } from './tables/imports.ts'
import { keepProbe, replaceModels } from './tables/model-setup.ts'
import { deleteProduct, putProduct, restoreCatalogue, showProduct } from './tables/product-desk.ts'
import { refreshDuePrices } from './tables/products.ts'
import { readQueryLists, writeQueryLists } from './tables/query-lists.ts'
import { hashVisitor, noteVisit, type QueryVisit } from './tables/query-visits.ts'
import { insertSearch } from './tables/search-log.ts'
import { hiddenTags, saveHiddenTags } from './tables/tag-corrections.ts'
import { correctTags, showTags } from './tables/tag-desk.ts'
import { askForVectors, awaitVectors, endVectors } from './vectors/vector-job.ts'
import { vectorStatus } from './vectors/vector-status.ts'
import { failVectors, nextVectorWork, storeVectors } from './vectors/vector-work.ts'
import { insertShop, readShop, updateSettings } from './tables/shop-record.ts'
import { listVersion, readList, replaceList, type TuningList } from './tables/tuning.ts'

const IMPORTS_LISTED = 50
/** So many seconds' worth of calls to a model may come at once. */
const CALL_BURST_SECONDS = 3

/** What the platform gives the object besides its storage. */
export interface ShopEnvironment {
  /** Jobs that need the network; see `ShopJob`. */
  readonly JOBS?: Queue<ShopJob>
  readonly MEILI_URL?: string
}

/** A message about work of one shop that the consumer does. */
export interface ShopJob {
  readonly shop: string
  readonly job: 'sync' | 'vectors' | 'enrich'
}

const isSent = (name: string): name is ShopJob['job'] =>
  name === jobs.sync || name === jobs.vectors || name === jobs.enrich

/** The search server of this installation, as the shop tells one from another. */
const endpointOf = ({ MEILI_URL = '' }: ShopEnvironment): string | undefined =>
  MEILI_URL.trim() === '' ? undefined : MEILI_URL.trim().replace(/\/+$/, '')

/**
 * One shop: its catalogue, index, reviews, imports and log in one SQLite database, behind one thread.
 * A door: each method is a line into the module that does the work. It makes no outgoing call but to the queue.
 */
export class ShopObject extends DurableObject<ShopEnvironment> {
  readonly #sql = this.ctx.storage.sql
  readonly #jobs = new JobQueue(
    this.ctx.storage,
    (name) => jobSlice(this.#sql, name),
    (name) => (isSent(name) ? () => this.#send(name) : null),
  )
  readonly #memory = new SearchMemory(this.#sql)
  readonly #tagCounter = new TagCounter(this.#sql)
  readonly #suggester = new Suggester(this.#sql, this.#memory)
  readonly #searches = new TokenBucket()
  readonly #modelCalls = new TokenBucket()
  #exists = false

  constructor(ctx: DurableObjectState, env: ShopEnvironment) {
    super(ctx, env)
    void ctx.blockConcurrencyWhile(async () => {
      this.#exists = isMigrated(this.#sql)
      if (!this.#exists) return
      migrate(ctx.storage)
      ctx.storage.transactionSync(() => pointAtServer(this.#sql, endpointOf(env)))
      await this.#jobs.resume()
    })
  }

  async create(shop: NewShop): Promise<boolean> {
    if (this.#exists) return false
    migrate(this.ctx.storage)
    insertShop(this.#sql, shop)
    this.#exists = true
    this.ctx.storage.transactionSync(() => pointAtServer(this.#sql, endpointOf(this.env)))
    await this.#jobs.schedule(jobs.expire, Date.now())
    return true
  }

  read(): ShopRecord | null {
    return this.#exists ? readShop(this.#sql) : null
  }

  async saveSettings(settings: Settings): Promise<void> {
    this.ctx.storage.transactionSync(() => {
      updateSettings(this.#sql, settings)
      ensureIndexes(this.#sql)
      askForEnrichment(this.#sql, Date.now())
    })
    // The days of rules are those of the first market.
    this.#memory.tuning.forget()
    await this.#jobs.resume()
  }

  saveModels(
    models: Omit<ShopModels, 'version'>,
    ifVersion: number | undefined,
  ): Result<ShopModels, StaleList> {
    return this.ctx.storage.transactionSync(() => replaceModels(this.#sql, models, ifVersion))
  }

  saveProbe(endpoint: EndpointIdentity, probe: ModelProbe): boolean {
    return this.ctx.storage.transactionSync(() => keepProbe(this.#sql, endpoint, probe))
  }

  search(plan: SearchPlan, searchesPerSecond: number): Result<Found, RetrievalFailure> {
    const sql = this.#beforeSearch(plan)
    const found = searchShop(sql, this.#memory, this.#searches, plan, searchesPerSecond)
    this.#afterSearch()
    return found
  }

  /** Searches while a search server is asked; what is returned is to be told what came of that. */
  beginSearch(
    plan: SearchPlan,
    limits: { readonly searchesPerSecond: number; readonly hasMeaning: boolean },
  ): BegunSearch {
    const sql = this.#beforeSearch(plan)
    const finish = beginSearch(sql, this.#memory, this.#searches, plan, limits)
    this.#afterSearch()
    return new BegunSearch(({ finds, trouble }) => {
      if (trouble && this.#exists) this.#noteTrouble(plan.market, trouble)
      return finish(finds)
    })
  }

  /** Prices whose sale began or ended leave work for later. Returns where to search; null: nowhere. */
  #beforeSearch({ now }: SearchPlan): SqlStorage | null {
    if (!this.#exists) return null
    if (refreshDuePrices(this.#sql, now) > 0) this.ctx.waitUntil(this.#jobs.resume())
    return this.#sql
  }

  #afterSearch(): void {
    const now = Date.now()
    if (this.#memory.wantsIndexing(now)) this.ctx.waitUntil(this.#jobs.schedule(jobs.index, now))
  }

  #noteTrouble(market: string, trouble: OutsideTrouble): void {
    this.ctx.storage.transactionSync(() => noteTrouble(this.#sql, market, trouble, Date.now()))
    this.ctx.waitUntil(this.#jobs.resume())
  }

  beginImport(request: NewImport): void {
    insertImport(this.#sql, request, Date.now())
  }

  appendImport(id: string, seq: number, bytes: Uint8Array): void {
    putChunk(this.#sql, id, seq, bytes)
  }

  async finishUpload(id: string, encoding: string): Promise<void> {
    this.ctx.storage.transactionSync(() => finishUpload(this.#sql, id, encoding))
    await this.#jobs.schedule(jobs.imports, Date.now())
  }

  dropUpload(id: string): void {
    this.ctx.storage.transactionSync(() => dropUpload(this.#sql, id))
  }

  importStatus(id: string): ImportStatus | null {
    return importStatus(this.#sql, id)
  }

  listImports(): ImportStatus[] {
    return listImportIds(this.#sql, IMPORTS_LISTED).flatMap((id) => importStatus(this.#sql, id) ?? [])
  }

  async decideImport(id: string, decision: ImportDecision): Promise<Result<ImportStatus, DecisionFailure>> {
    const decided = this.ctx.storage.transactionSync(() => decideImport(this.#sql, id, decision, Date.now()))
    this.#lookAtProducts()
    await this.#jobs.resume()
    return decided
  }

  product(id: string): ProductResponse | null {
    return showProduct(this.#sql, id)
  }

  async removeProduct(id: string): Promise<boolean> {
    const removed = this.ctx.storage.transactionSync(() => deleteProduct(this.#sql, id))
    await this.#jobs.resume()
    return removed
  }

  async putProduct(fields: Readonly<Record<string, unknown>>): Promise<Result<ProductResponse, RowError[]>> {
    const put = this.ctx.storage.transactionSync(() => putProduct(this.#sql, fields, Date.now()))
    this.#lookAtProducts()
    await this.#jobs.resume()
    return put
  }

  /** There may be products that have no vector yet, or that no model has read. */
  #lookAtProducts(): void {
    askForVectors(this.#sql, Date.now())
    askForEnrichment(this.#sql, Date.now())
  }

  catalogues(): CatalogueEntry[] {
    return listCatalogues(this.#sql)
  }

  async restoreCatalogue(id: number): Promise<boolean> {
    const restored = this.ctx.storage.transactionSync(() => restoreCatalogue(this.#sql, id))
    this.#lookAtProducts()
    if (restored) await this.#jobs.schedule(jobs.evidence, Date.now())
    return restored
  }

  browse(market: string): Browse {
    const live = liveCatalogue(this.#sql)
    return live ? readBrowse(this.#sql, live.id, market) : emptyBrowse
  }

  synonyms(): SynonymsResponse {
    return { version: listVersion(this.#sql, 'synonyms'), synonyms: readList<Synonym>(this.#sql, 'synonyms') }
  }

  saveSynonyms(list: readonly Synonym[], ifVersion: number | undefined): Result<SynonymsResponse, StaleList> {
    const saved = this.#replaceList('synonyms', list, ifVersion)
    return saved.ok ? ok(this.synonyms()) : saved
  }

  rules(): RulesResponse {
    return { version: listVersion(this.#sql, 'rules'), rules: readList<Rule>(this.#sql, 'rules') }
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
    this.#memory.tuning.forget()
    return this.ctx.storage.transactionSync(() => replaceList(this.#sql, name, list, ifVersion))
  }

  /** Lines of the log, oldest first, written in one go. */
  async logSearches(entries: readonly SearchLogEntry[]): Promise<void> {
    const visits = entries.flatMap(({ at, query, total, visit }) =>
      visit === null || total === 0 ? [] : [{ ...visit, query, at }],
    )
    const hashes = await Promise.all(visits.map(({ visitor }) => hashVisitor(this.#sql, visitor)))
    this.ctx.storage.transactionSync(() => {
      for (const entry of entries) insertSearch(this.#sql, entry)
      visits.forEach(({ market, query, at }, index) =>
        noteVisit(this.#sql, hashes[index] ?? '', { market, query, at, clicked: false }),
      )
    })
  }

  /** A visitor who searched for this has clicked on one of its results. */
  async recordQueryClick({ visitor, ...click }: Omit<QueryVisit, 'clicked'>): Promise<void> {
    const hash = await hashVisitor(this.#sql, visitor)
    noteVisit(this.#sql, hash, { ...click, clicked: true })
    this.#suggester.forget()
  }

  saveExpansion(key: string, words: readonly string[]): void {
    if (this.#exists) writeExpansion(this.#sql, key, words, Date.now())
  }

  suggest(plan: SuggestPlan): Suggested | null {
    return this.#exists ? this.#suggester.suggest(plan) : null
  }

  brands(market: string): BrandEntry[] {
    return listBrands(this.#sql, market)
  }

  saveBrands(brands: BrandsRequest['brands']): void {
    this.ctx.storage.transactionSync(() => replaceBrandSpellings(this.#sql, brands))
    this.#memory.vocabulary.forgetWords()
  }

  queryLists(): QueryLists {
    return readQueryLists(this.#sql)
  }

  saveQueryLists(lists: QueryLists): void {
    this.ctx.storage.transactionSync(() => writeQueryLists(this.#sql, lists))
    this.#suggester.forget()
  }

  tagCounts(market: string, locale: Locale): TagCounts {
    const live = liveCatalogue(this.#sql)
    return {
      counts: live ? this.#tagCounter.count(live, market, locale, Date.now()) : [],
      hidden: [...hiddenTags(this.#sql)],
      products: live?.indexed ?? 0,
    }
  }

  saveHiddenTags(tags: readonly string[]): void {
    this.ctx.storage.transactionSync(() => saveHiddenTags(this.#sql, tags))
  }

  productTags(id: string): ProductTags | null {
    return showTags(this.#sql, id)
  }

  async correctTags(
    id: string,
    corrections: { readonly added: readonly string[]; readonly removed: readonly string[] },
  ): Promise<ProductTags | null> {
    const tags = this.ctx.storage.transactionSync(() => correctTags(this.#sql, id, corrections, Date.now()))
    await this.#jobs.resume()
    return tags
  }

  /** Where this shop is searched outside; nothing before its first index is whole. */
  async searchLinks(version: number): Promise<SearchLinks> {
    if (!this.#exists) return {}
    const links = this.ctx.storage.transactionSync(() => readLinks(this.#sql, version))
    await this.#jobs.resume()
    return links
  }

  syncNext(lease: string, version: number): SyncOrder {
    if (!this.#exists) return { kind: 'rest' }
    return this.ctx.storage.transactionSync(() => nextOrder(this.#sql, lease, version, Date.now()))
  }

  syncReport(lease: string, policy: Locale, report: SyncReport): void {
    if (!this.#exists) return
    this.ctx.storage.transactionSync(() => takeReport(this.#sql, lease, policy, report, Date.now()))
  }

  async syncRelease(lease: string, version: number): Promise<void> {
    if (!this.#exists) return
    this.ctx.storage.transactionSync(() => endLease(this.#sql, lease, version, Date.now()))
    await this.#jobs.resume()
  }

  syncStatus(): SyncStatus {
    return readSyncStatus(this.#sql)
  }

  async reindex(): Promise<boolean> {
    const wanted = this.ctx.storage.transactionSync(() => wantReindex(this.#sql))
    await this.#jobs.resume()
    return wanted
  }

  async nextVectorWork(request: WorkRequest): Promise<VectorWork> {
    if (!this.#exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextVectorWork(this.#sql, request))
    await this.#jobs.resume()
    return work
  }

  async storeVectors(batch: EmbeddedBatch): Promise<Result<null, StoreFailure>> {
    const stored = this.ctx.storage.transactionSync(() => storeVectors(this.#sql, batch))
    if (!stored.ok) return stored
    this.#memory.vectors.forget(stored.value)
    await this.#jobs.resume()
    return ok(null)
  }

  failVectors(batch: FailedBatch): void {
    this.ctx.storage.transactionSync(() => failVectors(this.#sql, batch))
  }

  async endVectorTurn(more: boolean): Promise<void> {
    if (!this.#exists) return
    if (more) awaitVectors(this.#sql, Date.now())
    else endVectors(this.#sql)
    await this.#jobs.resume()
  }

  async requestVectors(): Promise<void> {
    if (!this.#exists) return
    askForVectors(this.#sql, Date.now())
    await this.#jobs.resume()
  }

  vectorStatus(): Omit<VectorStatus, 'configured'> {
    return vectorStatus(this.#sql, Date.now())
  }

  /** Sets aside what a call to a model can cost; see `LedgerStore`. */
  reserveCall(call: PlannedCall): Result<null, BudgetReason> {
    const now = Date.now()
    if (!this.#exists) return err('day_tokens')
    const { perSecond } = call
    const isTooOften =
      perSecond !== null && this.#modelCalls.take(perSecond, perSecond * CALL_BURST_SECONDS, now) > 0
    return this.ctx.storage.transactionSync(() => {
      if (!isTooOften) return reserveCall(this.#sql, call, now)
      noteRefusal(this.#sql, call, 'shop_rate', now)
      return err('shop_rate')
    })
  }

  settleCall(call: SettledCall): void {
    if (!this.#exists) return
    this.ctx.storage.transactionSync(() => settleCall(this.#sql, call, Date.now()))
  }

  ledger(request: LedgerRequest): LedgerResponse {
    return this.ctx.storage.transactionSync(() => listLedger(this.#sql, request, Date.now()))
  }

  async nextEnrichment(request: EnrichmentRequest): Promise<EnrichmentWork> {
    if (!this.#exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextEnrichment(this.#sql, request))
    await this.#jobs.resume()
    return work
  }

  async storeEnrichment(batch: EnrichedBatch): Promise<void> {
    const changed = this.ctx.storage.transactionSync(() => storeEnrichment(this.#sql, batch))
    if (changed) await this.#jobs.schedule(jobs.evidence, Date.now())
  }

  failEnrichment(batch: FailedEnrichment): void {
    this.ctx.storage.transactionSync(() => failEnrichment(this.#sql, batch))
  }

  async endEnrichmentTurn(more: boolean): Promise<void> {
    if (!this.#exists) return
    if (more) awaitEnrichment(this.#sql, Date.now())
    else endEnrichment(this.#sql)
    await this.#jobs.resume()
  }

  async restartEnrichment(): Promise<void> {
    this.ctx.storage.transactionSync(() => restartEnrichment(this.#sql, Date.now()))
    await this.#jobs.resume()
  }

  enrichmentStatus(model: string | null): Omit<EnrichmentStatus, 'configured' | 'enabled'> {
    return enrichmentStatus(this.#sql, model, Date.now())
  }

  async #send(job: ShopJob['job']): Promise<void> {
    const shop = this.read()
    if (shop) await this.env.JOBS?.send({ shop: shop.id, job })
  }

  override async alarm(): Promise<void> {
    await this.#jobs.run((name, error) => {
      // oxlint-disable-next-line no-console -- a background failure has nowhere else to go; it is tried again.
      console.error(`job ${name} failed and will be tried again`, error)
    })
  }
}

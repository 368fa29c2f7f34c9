import { DurableObject } from 'cloudflare:workers'
import type { CatalogueEntry, ImportStatus, ProductResponse, RowError } from '../contract/catalogue.ts'
import type { Settings } from '../contract/shops.ts'
import type { SyncStatus } from '../contract/sync.ts'
import type { Locale } from '../contract/vocabulary.ts'
import type { Outside, SearchLinks } from '../ports/outside-finds.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../ports/retriever.ts'
import type { SyncOrder, SyncReport } from '../ports/sync-store.ts'
import type {
  Browse,
  DecisionFailure,
  ImportDecision,
  NewImport,
  SearchLogEntry,
  ShopRecord,
} from '../ports/shop-store.ts'
import type { Result } from '../result.ts'
import { decideImport } from './jobs/decide-import.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { jobSlice, jobs } from './jobs/jobs.ts'
import { isMigrated, migrate } from './migrate.ts'
import { searchShop } from './search/search-shop.ts'
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
import { Vocabulary } from './search/vocabulary.ts'
import { emptyBrowse, readBrowse } from './tables/browse.ts'
import { listCatalogues, liveCatalogue } from './tables/catalogues.ts'
import { dropUpload, finishUpload } from './tables/finish-upload.ts'
import { importStatus, insertImport, listImportIds, putChunk } from './tables/imports.ts'
import { deleteProduct, putProduct, restoreCatalogue, showProduct } from './tables/product-desk.ts'
import { refreshDuePrices } from './tables/products.ts'
import { insertSearch } from './tables/search-log.ts'
import { insertShop, readShop, updateSettings } from './tables/shop-record.ts'

const IMPORTS_LISTED = 50

/** What the platform gives the object besides its storage. */
export interface ShopEnvironment {
  /** Jobs that need the network; see `ShopJob`. */
  readonly JOBS?: Queue<ShopJob>
  readonly MEILI_URL?: string
}

/** A message about work of one shop that the consumer does. */
export interface ShopJob {
  readonly shop: string
  readonly job: 'sync'
}

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
    (name) => (name === jobs.sync ? () => this.#sendSync() : null),
  )
  readonly #vocabulary = new Vocabulary(this.#sql)
  readonly #searches = new TokenBucket()
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

  async create(record: ShopRecord): Promise<boolean> {
    if (this.#exists) return false
    migrate(this.ctx.storage)
    insertShop(this.#sql, record)
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
    })
    await this.#jobs.resume()
  }

  search(
    plan: SearchPlan,
    searchesPerSecond: number,
    { finds, trouble }: Outside = {},
  ): Result<Found, RetrievalFailure> {
    if (this.#exists) this.#beforeSearch(plan, trouble)
    return searchShop(
      this.#exists ? this.#sql : null,
      this.#vocabulary,
      this.#searches,
      plan,
      searchesPerSecond,
      finds,
    )
  }

  /** Prices whose sale began or ended, and what is wrong with the search server: both may leave work for later. */
  #beforeSearch(plan: SearchPlan, trouble: Outside['trouble']): void {
    const repriced = refreshDuePrices(this.#sql, plan.now)
    if (trouble)
      this.ctx.storage.transactionSync(() => noteTrouble(this.#sql, plan.market, trouble, Date.now()))
    if (trouble || repriced > 0) this.ctx.waitUntil(this.#jobs.resume())
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
    await this.#jobs.resume()
    return put
  }

  catalogues(): CatalogueEntry[] {
    return listCatalogues(this.#sql)
  }

  async restoreCatalogue(id: number): Promise<boolean> {
    const restored = this.ctx.storage.transactionSync(() => restoreCatalogue(this.#sql, id))
    if (restored) await this.#jobs.schedule(jobs.evidence, Date.now())
    return restored
  }

  browse(market: string): Browse {
    const live = liveCatalogue(this.#sql)
    return live ? readBrowse(this.#sql, live.id, market) : emptyBrowse
  }

  logSearch(entry: SearchLogEntry): void {
    insertSearch(this.#sql, entry)
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

  async #sendSync(): Promise<void> {
    const shop = this.read()
    if (shop) await this.env.JOBS?.send({ shop: shop.id, job: 'sync' })
  }

  override async alarm(): Promise<void> {
    await this.#jobs.run((name, error) => {
      // oxlint-disable-next-line no-console -- a background failure has nowhere else to go; it is tried again.
      console.error(`job ${name} failed and will be tried again`, error)
    })
  }
}

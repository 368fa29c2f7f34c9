import type { LedgerRequest, LedgerResponse } from '../contract/ledger.ts'
import type { Grade, GradesResponse } from '../contract/leaderboard.ts'
import type { ModelProbe } from '../contract/models.ts'
import type { SyncStatus } from '../contract/sync.ts'
import type { EnrichmentStatus } from '../contract/enrichment.ts'
import type { VectorStatus } from '../contract/vectors.ts'
import type { BudgetReason, Locale } from '../contract/vocabulary.ts'
import type {
  LeaderboardState,
  LeaderboardTrouble,
  LeaderboardWork,
  NewLeaderboard,
  ScoredQuery,
} from '../ports/leaderboard-store.ts'
import type { PlannedCall, SettledCall } from '../ports/ledger-store.ts'
import type { SearchLinks } from '../ports/outside-finds.ts'
import type {
  EnrichedBatch,
  EnrichmentRequest,
  EnrichmentWork,
  FailedEnrichment,
} from '../ports/enrichment-store.ts'
import type { StaleList } from '../ports/shop-store.ts'
import type { EndpointIdentity, ShopModels } from '../ports/shop-models.ts'
import type { SyncOrder, SyncReport } from '../ports/sync-store.ts'
import type { WarmingReport, WarmingState, WarmingWork } from '../ports/warming-store.ts'
import type {
  EmbeddedBatch,
  FailedBatch,
  StoreFailure,
  VectorWork,
  WorkRequest,
} from '../ports/vector-store.ts'
import { err, ok, type Result } from '../result.ts'
import { awaitEnrichment, endEnrichment } from './enrichment/enrich-job.ts'
import { enrichmentStatus } from './enrichment/enrich-status.ts'
import {
  failEnrichment,
  nextEnrichment,
  restartEnrichment,
  storeEnrichment,
} from './enrichment/enrich-work.ts'
import { jobs } from './jobs/jobs.ts'
import { leaderboardState } from './leaderboard/leaderboard-state.ts'
import {
  beginLeaderboard,
  endLeaderboardTurn,
  forgetLeaderboard,
  nextLeaderboardWork,
  noteTrouble,
  storeScores,
} from './leaderboard/leaderboard-work.ts'
import { listLedger } from './ledger/list-calls.ts'
import { noteRefusal, reserveCall, settleCall } from './ledger/model-calls.ts'
import { endLease, nextOrder, readLinks, readSyncStatus, takeReport, wantReindex } from './sync/sync-desk.ts'
import { TokenBucket } from '../token-bucket.ts'
import { writeExpansion } from './tables/expansions.ts'
import { readGrades, replaceGrades } from './tables/grades.ts'
import { keepProbe, replaceModels } from './tables/model-setup.ts'
import { askForVectors, awaitVectors, endVectors } from './vectors/vector-job.ts'
import { vectorStatus } from './vectors/vector-status.ts'
import { failVectors, nextVectorWork, storeVectors } from './vectors/vector-work.ts'
import { warmingState } from './warming/warm-state.ts'
import { endWarmingTurn, nextWarming, startWarming, takeWarmingReport } from './warming/warm-work.ts'
import { ShopCore } from './shop-core.ts'

/** So many seconds' worth of calls to a model may come at once. */
const CALL_BURST_SECONDS = 3

/**
 * The part of a shop's object that those talk to who do its work outside: search servers, embedders and models are asked
 * by others, the shop decides what is due, keeps what came of it and counts what it cost.
 */
export class ShopWork extends ShopCore {
  readonly #modelCalls = new TokenBucket()

  saveModels(
    models: Omit<ShopModels, 'version'>,
    ifVersion: number | undefined,
  ): Result<ShopModels, StaleList> {
    return this.ctx.storage.transactionSync(() => replaceModels(this.sql, models, ifVersion))
  }

  saveProbe(endpoint: EndpointIdentity, probe: ModelProbe): boolean {
    return this.ctx.storage.transactionSync(() => keepProbe(this.sql, endpoint, probe))
  }

  saveExpansion(key: string, words: readonly string[]): void {
    if (this.exists) writeExpansion(this.sql, key, words, Date.now())
  }

  /** Where this shop is searched outside; nothing before its first index is whole. */
  async searchLinks(version: number): Promise<SearchLinks> {
    if (!this.exists) return {}
    const links = this.ctx.storage.transactionSync(() => readLinks(this.sql, version))
    await this.jobs.resume()
    return links
  }

  syncNext(lease: string, version: number): SyncOrder {
    if (!this.exists) return { kind: 'rest' }
    return this.ctx.storage.transactionSync(() => nextOrder(this.sql, lease, version, Date.now()))
  }

  syncReport(lease: string, policy: Locale, report: SyncReport): void {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => takeReport(this.sql, lease, policy, report, Date.now()))
  }

  async syncRelease(lease: string, version: number): Promise<void> {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => endLease(this.sql, lease, version, Date.now()))
    await this.jobs.resume()
  }

  syncStatus(): SyncStatus {
    return readSyncStatus(this.sql)
  }

  async reindex(): Promise<boolean> {
    const wanted = this.ctx.storage.transactionSync(() => wantReindex(this.sql))
    await this.jobs.resume()
    return wanted
  }

  async nextVectorWork(request: WorkRequest): Promise<VectorWork> {
    if (!this.exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextVectorWork(this.sql, request))
    await this.jobs.resume()
    return work
  }

  async storeVectors(batch: EmbeddedBatch): Promise<Result<null, StoreFailure>> {
    const stored = this.ctx.storage.transactionSync(() => storeVectors(this.sql, batch))
    if (!stored.ok) return stored
    this.memory.vectors.forget(stored.value)
    await this.jobs.resume()
    return ok(null)
  }

  failVectors(batch: FailedBatch): void {
    this.ctx.storage.transactionSync(() => failVectors(this.sql, batch))
  }

  async endVectorTurn(more: boolean): Promise<void> {
    if (!this.exists) return
    if (more) awaitVectors(this.sql, Date.now())
    else endVectors(this.sql)
    await this.jobs.resume()
  }

  async requestVectors(): Promise<void> {
    if (!this.exists) return
    askForVectors(this.sql, Date.now())
    await this.jobs.resume()
  }

  vectorStatus(): Omit<VectorStatus, 'configured'> {
    return vectorStatus(this.sql, Date.now())
  }

  /** Sets aside what a call to a model can cost; see `LedgerStore`. */
  reserveCall(call: PlannedCall): Result<null, BudgetReason> {
    const now = Date.now()
    if (!this.exists) return err('day_tokens')
    const { perSecond } = call
    const isTooOften =
      perSecond !== null && this.#modelCalls.take(perSecond, perSecond * CALL_BURST_SECONDS, now) > 0
    return this.ctx.storage.transactionSync(() => {
      if (!isTooOften) return reserveCall(this.sql, call, now)
      noteRefusal(this.sql, call, 'shop_rate', now)
      return err('shop_rate')
    })
  }

  settleCall(call: SettledCall): void {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => settleCall(this.sql, call, Date.now()))
  }

  ledger(request: LedgerRequest): LedgerResponse {
    return this.ctx.storage.transactionSync(() => listLedger(this.sql, request, Date.now()))
  }

  async nextEnrichment(request: EnrichmentRequest): Promise<EnrichmentWork> {
    if (!this.exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextEnrichment(this.sql, request))
    await this.jobs.resume()
    return work
  }

  async storeEnrichment(batch: EnrichedBatch): Promise<void> {
    const changed = this.ctx.storage.transactionSync(() => storeEnrichment(this.sql, batch))
    if (changed) await this.jobs.schedule(jobs.evidence, Date.now())
  }

  failEnrichment(batch: FailedEnrichment): void {
    this.ctx.storage.transactionSync(() => failEnrichment(this.sql, batch))
  }

  async endEnrichmentTurn(more: boolean): Promise<void> {
    if (!this.exists) return
    if (more) awaitEnrichment(this.sql, Date.now())
    else endEnrichment(this.sql)
    await this.jobs.resume()
  }

  async restartEnrichment(): Promise<void> {
    this.ctx.storage.transactionSync(() => restartEnrichment(this.sql, Date.now()))
    await this.jobs.resume()
  }

  enrichmentStatus(model: string | null): Omit<EnrichmentStatus, 'configured' | 'enabled'> {
    return enrichmentStatus(this.sql, model, Date.now())
  }

  grades(): GradesResponse {
    return readGrades(this.sql)
  }

  saveGrades(grades: readonly Grade[], ifVersion: number | undefined): Result<GradesResponse, StaleList> {
    return this.ctx.storage.transactionSync(() => replaceGrades(this.sql, grades, ifVersion))
  }

  async beginLeaderboard(leaderboard: NewLeaderboard): Promise<void> {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => beginLeaderboard(this.sql, leaderboard))
    await this.jobs.resume()
  }

  forgetLeaderboard(): void {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => forgetLeaderboard(this.sql))
  }

  async nextLeaderboardWork(lease: string, now: number): Promise<LeaderboardWork> {
    if (!this.exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextLeaderboardWork(this.sql, lease, now))
    await this.jobs.resume()
    return work
  }

  storeScores(scored: ScoredQuery): void {
    this.ctx.storage.transactionSync(() => storeScores(this.sql, scored, Date.now()))
  }

  leaderboardTrouble(trouble: LeaderboardTrouble): void {
    this.ctx.storage.transactionSync(() => noteTrouble(this.sql, trouble))
  }

  async endLeaderboardTurn(lease: string, more: boolean): Promise<void> {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => endLeaderboardTurn(this.sql, lease, more, Date.now()))
    await this.jobs.resume()
  }

  leaderboard(): LeaderboardState | null {
    return leaderboardState(this.sql)
  }

  async nextWarming(lease: string, now: number): Promise<WarmingWork> {
    if (!this.exists) return { kind: 'done' }
    const work = this.ctx.storage.transactionSync(() => nextWarming(this.sql, lease, now))
    await this.jobs.resume()
    return work
  }

  reportWarming(report: WarmingReport): void {
    if (this.exists) this.ctx.storage.transactionSync(() => takeWarmingReport(this.sql, report))
  }

  async endWarmingTurn(lease: string, more: boolean): Promise<void> {
    if (!this.exists) return
    this.ctx.storage.transactionSync(() => endWarmingTurn(this.sql, lease, more, Date.now()))
    await this.jobs.resume()
  }

  async startWarming(): Promise<void> {
    this.ctx.storage.transactionSync(() => startWarming(this.sql, Date.now()))
    await this.jobs.resume()
  }

  warmingState(): WarmingState {
    return warmingState(this.sql, Date.now())
  }
}

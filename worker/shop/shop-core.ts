import { DurableObject } from 'cloudflare:workers'
import type { EventLearner } from '../ports/event-learner.ts'
import type { NewShop, ShopRecord } from '../ports/shop-store.ts'
import type { HistoryStoring } from './events/store-events.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { jobSlice, jobs } from './jobs/jobs.ts'
import { isMigrated, migrate } from './migrate.ts'
import { Recommender } from './recommend/recommender.ts'
import { pointAtServer } from './sync/sync-desk.ts'
import { SearchMemory } from './search/search-memory.ts'
import { insertShop, readShop } from './tables/shop-record.ts'

/** What the platform gives the object besides its storage. */
export interface ShopEnvironment {
  /** Jobs that need the network; see `ShopJob`. */
  readonly JOBS?: Queue<ShopJob>
  readonly MEILI_URL?: string
}

/** A message about work of one shop that the consumer does. */
export interface ShopJob {
  readonly shop: string
  readonly job: 'sync' | 'vectors' | 'enrich' | 'leaderboard' | 'warm'
}

const sent: ReadonlySet<string> = new Set<ShopJob['job']>([
  jobs.sync,
  jobs.vectors,
  jobs.enrich,
  jobs.leaderboard,
  jobs.warm,
])

const isSent = (name: string): name is ShopJob['job'] => sent.has(name)

/** The search server of this installation, as the shop tells one from another. */
const endpointOf = ({ MEILI_URL = '' }: ShopEnvironment): string | undefined =>
  MEILI_URL.trim() === '' ? undefined : MEILI_URL.trim().replace(/\/+$/, '')

/** What a shop's object is before it does anything: its database, its jobs, what it remembers. */
export class ShopCore extends DurableObject<ShopEnvironment> {
  protected readonly sql = this.ctx.storage.sql
  protected readonly recommender = new Recommender(this.sql)
  /** Who learns from events as they are stored. */
  protected readonly learners: readonly EventLearner[] = [this.recommender]
  protected readonly storing: HistoryStoring = {
    storage: this.ctx.storage,
    learners: this.learners,
    report(error) {
      // oxlint-disable-next-line no-console -- the events are kept; that nothing was learnt has nowhere else to go.
      console.error('events were stored but not learnt from', error)
    },
  }
  protected readonly jobs = new JobQueue(
    this.ctx.storage,
    (name) => jobSlice(this.sql, this.storing, name),
    (name) => (isSent(name) ? () => this.#send(name) : null),
  )
  protected readonly memory = new SearchMemory(this.sql)
  /** False until the shop is created, and then for ever true. */
  protected exists = false

  constructor(ctx: DurableObjectState, env: ShopEnvironment) {
    super(ctx, env)
    void ctx.blockConcurrencyWhile(async () => {
      this.exists = isMigrated(this.sql)
      if (!this.exists) return
      migrate(ctx.storage)
      ctx.storage.transactionSync(() => pointAtServer(this.sql, endpointOf(env)))
      await this.jobs.resume()
    })
  }

  async create(shop: NewShop): Promise<boolean> {
    if (this.exists) return false
    migrate(this.ctx.storage)
    insertShop(this.sql, shop)
    this.exists = true
    this.ctx.storage.transactionSync(() => pointAtServer(this.sql, endpointOf(this.env)))
    await this.jobs.schedule(jobs.expire, Date.now())
    return true
  }

  read(): ShopRecord | null {
    return this.exists ? readShop(this.sql) : null
  }

  async #send(job: ShopJob['job']): Promise<void> {
    const shop = this.read()
    if (shop) await this.env.JOBS?.send({ shop: shop.id, job })
  }

  override async alarm(): Promise<void> {
    await this.jobs.run((name, error) => {
      // oxlint-disable-next-line no-console -- a background failure has nowhere else to go; it is tried again.
      console.error(`job ${name} failed and will be tried again`, error)
    })
  }
}

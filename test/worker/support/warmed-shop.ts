import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import { compose } from '../../../worker/compose.ts'
import type { CreateShopRequest } from '../../../worker/contract/shops.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { warmingStatus, type WarmingStatus } from '../../../worker/contract/warming.ts'
import type { Services } from '../../../worker/ports/services.ts'
import type { WarmingStore } from '../../../worker/ports/warming-store.ts'
import { warmQueries, type WarmingEnd } from '../../../worker/warming/warm-queries.ts'
import { createShop, reachShop, sendThrough, type Row, type TestShop } from './worker-shop.ts'

const DAY = 24 * 3600 * 1000

/** A shop whose worker has a model: the scripted server, asked by a model of the test's own. */
export interface WarmedShop {
  readonly shop: TestShop
  readonly services: Services
  /** The same shop and model behind another worker, which remembers nothing. */
  elsewhere(): WarmedShop
  /** So many visitors have searched for these and found what they wanted, on two days. */
  popular(queries: readonly string[], visitors?: number, market?: string): Promise<void>
  /** Switches it on; the object tells nobody that it has work, the test does it. */
  start(): Promise<WarmingStatus>
  read(): Promise<WarmingStatus>
  /** One turn; with `passes`, one that is cut off when a model has ordered so many times. */
  turn(passes?: number): Promise<WarmingEnd>
  /** Turns until nothing is left to do; pauses are passed over, those of budgets are not. */
  finish(): Promise<WarmingStatus>
  /** Forgets pauses and queries that are out, as time would. */
  passTime(): Promise<void>
  mute(): Promise<void>
  /** What the model was told, call by call: the user text. */
  asked(): Promise<string[]>
}

const TURNS_MOST = 40

function around(reached: TestShop, model: string, variables: Readonly<Record<string, string>>): WarmedShop {
  const bindings = { ...env, ...variables, LLM_BASE_URL: inject('modelServer'), LLM_MODEL: model }
  // No answer is remembered but by the shop: what is spared is spared by warming.
  const answers = { find: async () => null, keep: async () => undefined }
  const services: Services = { ...compose(bindings), answers }
  const shop = reachShop(reached.keys, sendThrough(services, bindings))
  const status = async (answer: Response) => warmingStatus.strict().parse(await answer.json())
  const warmed: WarmedShop = {
    shop,
    services,
    elsewhere: () => around(reached, model, variables),
    popular: (queries, visitors = 5, market = 'main') =>
      shop.inside(async (object) => {
        const today = Date.now()
        for (const query of queries) {
          for (let visitor = 0; visitor < visitors; visitor++) {
            const at = today - (visitor % 2) * DAY
            await object.recordQueryClick({ market, query, visitor: `visitor-${visitor}`, at })
          }
        }
      }),
    async start() {
      await warmed.mute()
      return status(await shop.admin(`${paths.warming}/start`, { method: 'POST' }))
    },
    read: async () => status(await shop.admin(paths.warming)),
    turn(passes = Number.POSITIVE_INFINITY) {
      const cut = new AbortController()
      const warming: WarmingStore = {
        ...services.warming,
        async report(id, report) {
          await services.warming.report(id, report)
          if (report.step.kind === 'pass' && --passes === 0) cut.abort()
        },
      }
      return warmQueries(
        { services: { ...services, warming }, now: Date.now, until: Date.now() + 30_000, signal: cut.signal },
        shop.id,
      )
    },
    async finish() {
      for (let turn = 0; turn < TURNS_MOST; turn++) {
        const outcome = await warmed.turn()
        const now = await warmed.read()
        if (outcome.kind === 'done' || now.paused_by !== undefined) return now
        await warmed.passTime()
      }
      throw new Error(`the warming does not end: ${JSON.stringify(await warmed.read())}`)
    },
    passTime: () =>
      shop.inside((_, { storage }) => {
        storage.sql.exec('UPDATE warm_run SET paused_until = 0, leased_until = 0')
      }),
    mute: () =>
      shop.inside((object) => {
        Reflect.set(object, 'env', {})
      }),
    async asked() {
      const url = new URL('/requests', inject('modelServer'))
      url.searchParams.set('model', model)
      const seen = await (
        await fetch(url)
      ).json<{ body: { messages: { role: string; content: string }[] } }[]>()
      return seen.map(({ body }) => body.messages.find(({ role }) => role === 'user')?.content ?? '')
    },
  }
  return warmed
}

/** An English shop with these products and a model that answers by the script; nothing is switched on yet. */
export async function warmedShopWith(
  rows: readonly Row[],
  script: string,
  variables: Readonly<Record<string, string>> = {},
  options: Partial<CreateShopRequest> = {},
): Promise<WarmedShop> {
  const shop = await createShop({ locale: 'en', currency: 'USD', ...options })
  if (rows.length > 0) await shop.importRows('products', rows)
  return around(shop, `script:${script}#${crypto.randomUUID()}`, variables)
}

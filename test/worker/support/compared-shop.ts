import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import {
  leaderboardResponse,
  type Grade,
  type LeaderboardContender,
  type LeaderboardResponse,
} from '../../../worker/contract/leaderboard.ts'
import { compose } from '../../../worker/compose.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { runLeaderboard, type ComparingOutcome } from '../../../worker/models/leaderboard/run-leaderboard.ts'
import type { Services } from '../../../worker/ports/services.ts'
import { createShop, sendThrough, type TestShop } from './worker-shop.ts'

/** Nouns that mean nothing to a search but themselves. */
const nouns =
  'anchor barrel candle drawer engine fiddle goblet hammer island jigsaw kettle ladder magnet napkin oyster pulley quiver ribbon saddle teapot urchin violin walnut yogurt zipper basket copper dagger easel ferret gadget helmet'.split(
    ' ',
  )

const PRODUCTS_OF_NOUN = 5

/** A dollar for a million tokens in, two for a million out. */
const price = { input: 1, output: 2 }

export interface Judging {
  /** Whether the product found first, or the one found last, is the good one. */
  readonly good: 'first' | 'last'
  readonly by?: Pick<Grade, 'by' | 'grader'>
  readonly queries?: number
}

/** A shop with endpoints at the scripted server and a few products for each of many nouns. */
export interface ComparedShop {
  readonly shop: TestShop
  readonly services: Services
  /** Endpoints of these scripts, by id. Others are removed. */
  endpoints(scripts: Readonly<Record<string, string>>, setup?: object): Promise<void>
  /** Grades made from what the first stage finds. */
  judge(judging: Judging): Promise<readonly string[]>
  start(body?: object): Promise<Response>
  read(): Promise<LeaderboardResponse>
  contender(id: string | null): Promise<LeaderboardContender>
  /** One turn, of at most so long. */
  turn(forMs?: number): Promise<ComparingOutcome>
  /** Turns until nothing is left to do; pauses are passed over, budgets are not. */
  finish(): Promise<LeaderboardResponse>
  /** Forgets pauses and queries that are out, as time would. */
  passTime(): Promise<void>
  /** From now on the object tells nobody that it has work: the test does it. */
  mute(): Promise<void>
  /** How often an endpoint was asked. */
  asked(id: string): Promise<number>
  /** What an endpoint's model is called at the scripted server. */
  modelOf(id: string): string
}

const TURNS_MOST = 40

export async function comparedShop(
  variables: Readonly<Record<string, string>> = {},
  productsOfNoun = PRODUCTS_OF_NOUN,
): Promise<ComparedShop> {
  const bindings = { ...env, ALLOW_PRIVATE_ADDRESSES: '1', ...variables }
  const services = compose(bindings)
  const shop = await createShop({ locale: 'en', currency: 'USD' }, sendThrough(services, bindings))
  await shop.importRows(
    'products',
    nouns.flatMap((noun) =>
      Array.from({ length: productsOfNoun }, (_, edition) => ({
        id: `${noun}-${edition}`,
        title: `${noun} edition ${edition}`,
        price: 10 + edition,
      })),
    ),
  )
  const models = new Map<string, string>()
  const compared: ComparedShop = {
    shop,
    services,
    async endpoints(scripts, setup = {}) {
      const endpoints = Object.entries(scripts).map(([id, script]) => {
        const held = models.get(id)
        const isSame = held?.startsWith(`script:${script}#`) ?? false
        const model = isSame && held !== undefined ? held : `script:${script}#${crypto.randomUUID()}`
        models.set(id, model)
        const base_url = inject('modelServer')
        return { id, kind: 'openai', base_url, model, overseas: id === 'abroad', third_party: false, price }
      })
      const body = JSON.stringify({ endpoints, ...setup })
      const saved = await shop.admin(paths.models, { method: 'PUT', body })
      if (!saved.ok) throw new Error(await saved.text())
    },
    async judge({ good, by = { by: 'hand' }, queries = nouns.length }) {
      const grades: Grade[] = []
      for (const query of nouns.slice(0, queries)) {
        const found = (await shop.find(query, { limit: 100 })).filter((id) => id.startsWith(`${query}-`))
        const best = good === 'first' ? found[0] : found.at(-1)
        for (const product of found) grades.push({ query, product, grade: product === best ? 3 : 0, ...by })
      }
      const body = JSON.stringify({ grades })
      const saved = await shop.admin(paths.grades, { method: 'PUT', body })
      if (!saved.ok) throw new Error(await saved.text())
      return nouns.slice(0, queries)
    },
    async start(body = {}) {
      await compared.mute()
      return shop.admin(paths.leaderboard, { method: 'POST', body: JSON.stringify(body) })
    },
    async read() {
      return leaderboardResponse.strict().parse(await (await shop.admin(paths.leaderboard)).json())
    },
    async contender(id) {
      const { contenders } = await compared.read()
      const found = contenders.find(({ endpoint }) => endpoint === id)
      if (!found) throw new Error(`no contender ${id}`)
      return found
    },
    turn: (forMs = 10_000) =>
      runLeaderboard(
        { services, now: Date.now, until: Date.now() + forMs, signal: new AbortController().signal },
        shop.id,
      ),
    async finish() {
      for (let turn = 0; turn < TURNS_MOST; turn++) {
        const outcome = await compared.turn()
        if (outcome.kind === 'done') return compared.read()
        if ((await compared.read()).paused_by !== undefined) return compared.read()
        await compared.passTime()
      }
      throw new Error(`the comparison does not end: ${JSON.stringify(await compared.read())}`)
    },
    passTime: () =>
      shop.inside((_, { storage }) => {
        storage.sql.exec('UPDATE leaderboard_run SET paused_until = 0, leased_until = 0')
      }),
    mute: () =>
      shop.inside((object) => {
        Reflect.set(object, 'env', {})
      }),
    async asked(id) {
      const url = new URL('/requests', inject('modelServer'))
      url.searchParams.set('model', models.get(id) ?? '')
      return (await (await fetch(url)).json<unknown[]>()).length
    },
    modelOf: (id) => models.get(id) ?? '',
  }
  return compared
}

import { digestText } from '../../metering/digest-text.ts'
import { shopModel } from '../../metering/shop-model.ts'
import type { Completion, LanguageModel } from '../../ports/language-model.ts'
import {
  FIRST_STAGE,
  type Contender,
  type LeaderboardTrouble,
  type LeaderboardWork,
  type Score,
} from '../../ports/leaderboard-store.ts'
import type { MeteredModel } from '../../ports/metered-model.ts'
import type { Services } from '../../ports/services.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { publicError } from '../../search/failures.ts'
import { decidingGap, openGate } from '../../search/rerank/gate.ts'
import { gatedBy, rerankResults } from '../../search/rerank/rerank-results.ts'
import { errorLine } from '../error-line.ts'
import { agreement, judgedOf, ndcg, type Grades } from './measures.ts'
import { observe, unremembered, type ObservedModel } from './observed-model.ts'
import { contenderModel } from './contenders.ts'
import { searchJudged, withCards, type JudgedSearch } from './search-judged.ts'

export interface Comparing {
  readonly services: Services
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When to stop and let the next turn go on, milliseconds since the epoch. */
  readonly until: number
  readonly signal: AbortSignal
}

/** `more`: call again, after so many milliseconds. */
export type ComparingOutcome = { readonly kind: 'done' } | { readonly kind: 'more'; readonly afterMs: number }

type Query = Extract<LeaderboardWork, { kind: 'work' }>
type Because = LeaderboardTrouble['because']

/** What a shopper would wait for at most is the shop's setting; here is measured how long a model takes. */
const CALL_MS = 20_000

/** A pause up to this long is waited out here: handing over and coming back takes about as long. */
const SHORT_PAUSE_MS = 1_500

/** An answer, or its lack, that says nothing about the model: the query is taken up again. */
interface Unscored {
  readonly because: Because | 'interrupted'
}

interface Ranked {
  readonly score: Score
  readonly error?: string
}

const measured = (ids: readonly string[], grades: Grades) => ({
  // The queries of a run have a product of some good each.
  ndcg: ndcg(ids, grades) ?? 0,
  ...judgedOf(ids, grades),
  ...agreement(ids, grades),
})

const callOf = (answer: Completion | null): Score['call'] =>
  answer && {
    latencyMs: Math.round(answer.trace.totalMs),
    tokensIn: answer.tokens.prompt,
    tokensOut: answer.tokens.completion,
    counted: answer.tokens.by === 'server',
    answeredBy: answer.model,
  }

interface Asking {
  readonly contender: Contender
  readonly model: MeteredModel
  readonly observed: ObservedModel
  readonly searched: JudgedSearch
  readonly grades: Grades
  readonly now: number
  readonly signal: AbortSignal
}

/** Has one contender order what was found. */
async function rank(asking: Asking): Promise<Ranked | Unscored> {
  const { contender, model, observed, searched, grades, now, signal } = asking
  const { plan, found } = searched
  // What a model does where its gate would be closed is what the gate is learnt from.
  const gate = openGate
  const reranked = await rerankResults({ plan, found, gate, model, deadlineAt: now + CALL_MS, now, signal })
  const call = callOf(observed.take())
  const score = (outcome: Score['outcome'], ids: readonly string[]): Score => ({
    contender: contender.id,
    outcome,
    ...measured(ids, grades),
    call,
  })
  if (reranked.ok) return { score: score('ordered', reranked.value.ids) }
  const failure = reranked.error
  const asFound = firstStage(searched)
  switch (failure.kind) {
    case 'skipped':
      return { score: score(failure.because === 'no_preference' ? 'ordered' : 'skipped', asFound) }
    case 'malformed':
    case 'empty':
    case 'too_large':
      return { score: score('out_of_form', asFound) }
    case 'timeout':
      return { score: score('failed', asFound), error: errorLine(failure) }
    case 'budget':
      return failure.because === 'price_unknown'
        ? {
            because: {
              kind: 'gone',
              contender: contender.id,
              error: 'The budget is a sum of money, and nobody has said what this model costs.',
            },
          }
        : { because: { kind: 'budget', reason: failure.because } }
    case 'aborted':
      return { because: 'interrupted' }
    case 'refused':
    case 'unreachable':
    case 'key_unusable':
    case 'resting':
      return { because: { kind: 'model', contender: contender.id, error: errorLine(failure) } }
  }
}

const firstStage = ({ found }: JudgedSearch): string[] => [...found.hits, ...found.beyond].map(({ id }) => id)

/** One turn of a comparison. */
class Turn {
  readonly #comparing: Comparing
  readonly #shop: string
  readonly #lease = crypto.randomUUID()
  readonly #observed = new Map<LanguageModel, ObservedModel>()

  constructor(comparing: Comparing, shop: string) {
    this.#comparing = comparing
    this.#shop = shop
  }

  async run(): Promise<ComparingOutcome> {
    const { services, now, until, signal } = this.#comparing
    while (now() < until && !signal.aborted) {
      const work = await services.leaderboard.next(this.#shop, this.#lease, now())
      if (work.kind === 'done') return { kind: 'done' }
      if (work.kind === 'work') await this.#compare(work)
      else if (work.ms > SHORT_PAUSE_MS) return { kind: 'more', afterMs: work.ms }
      else await new Promise((resolve) => setTimeout(resolve, work.ms))
    }
    await services.leaderboard.endTurn(this.#shop, this.#lease, true)
    return { kind: 'more', afterMs: 0 }
  }

  async #compare(work: Query): Promise<void> {
    const { services, now, until, signal } = this.#comparing
    // Read anew each time: what a shop forbids holds at once.
    const shop = await services.shops.read(this.#shop)
    if (!shop) return
    const searched = await searchJudged(services, shop, work, now())
    if (!searched.ok)
      return this.#trouble(work, { kind: 'search', error: publicError(searched.error).message })
    const grades: Grades = new Map(work.grades.map(({ product, grade }) => [product, grade]))
    const ids = firstStage(searched.value)
    const cards = await digestText(JSON.stringify([ids, searched.value.found.cards]))
    const scored = work.scored?.cards === cards ? work.scored.contenders : []
    const keep = ({ score, error }: Ranked) =>
      services.leaderboard.store(this.#shop, {
        run: work.run,
        position: work.position,
        cards,
        gap: decidingGap(gatedBy(searched.value)),
        scores: [score],
        ...(error === undefined ? {} : { error }),
      })
    if (!scored.includes(FIRST_STAGE))
      await keep({
        score: { contender: FIRST_STAGE, outcome: 'skipped', ...measured(ids, grades), call: null },
      })
    for (const contender of work.contenders) {
      if (scored.includes(contender.id)) continue
      if (signal.aborted || now() >= until) return
      const ranked = await this.#ask(
        shop,
        work,
        contender,
        withCards(searched.value, contender.cards),
        grades,
      )
      if ('score' in ranked) await keep(ranked)
      else if (ranked.because === 'interrupted') return
      else {
        await this.#trouble(work, ranked.because)
        // What stands in the way of one contender only does not keep the others from this query.
        if (ranked.because.kind !== 'gone') return
      }
    }
  }

  async #ask(
    shop: ShopRecord,
    { run, position }: Query,
    contender: Contender,
    searched: JudgedSearch,
    grades: Grades,
  ): Promise<Ranked | Unscored> {
    const { services, now, signal } = this.#comparing
    const found = contenderModel(services, shop, contender)
    if (!found.ok) return { because: { kind: 'gone', contender: contender.id, error: found.error } }
    const { chosen, asRanker } = found.value
    const observed = this.#observed.get(chosen.model) ?? observe(chosen.model)
    this.#observed.set(chosen.model, observed)
    const settled: Promise<unknown>[] = []
    const model = shopModel(
      { ...services, modelFor: () => ({ ...chosen, model: observed.model }) },
      asRanker,
      { purpose: 'rerank', caller: null, requestId: '', later: (work) => void settled.push(work) },
    )
    if (!model) return { because: 'interrupted' }
    const ranked = await rank({
      contender,
      model: unremembered(model, JSON.stringify(['leaderboard', run, position])),
      observed,
      searched,
      grades,
      now: now(),
      signal,
    })
    // The next call is judged by what this one came to, not by the most it could have.
    await Promise.allSettled(settled)
    return ranked
  }

  #trouble({ run }: Query, because: Because): Promise<void> {
    const { services, now } = this.#comparing
    return services.leaderboard.trouble(this.#shop, { run, now: now(), because })
  }
}

/**
 * Compares models on a shop's judged queries until all are through, the time is over, or a pause is needed. Every score is
 * stored as it comes, so that it may be stopped at any moment and called again from anywhere.
 */
export const runLeaderboard = (comparing: Comparing, shop: string): Promise<ComparingOutcome> =>
  new Turn(comparing, shop).run()

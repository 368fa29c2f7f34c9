import type { ModelPurpose } from '../contract/vocabulary.ts'
import { estimatePrompt } from '../models/estimate-tokens.ts'
import type { AnswerCache } from '../ports/answer-cache.ts'
import type { CompletionRequest, LanguageModel, ModelFailure } from '../ports/language-model.ts'
import type { LedgerStore, PlannedCall, SettledCall } from '../ports/ledger-store.ts'
import type { MeteredModel } from '../ports/metered-model.ts'
import type { ModelIdentity } from '../ports/models.ts'
import { err, ok } from '../result.ts'
import { digestText } from './digest-text.ts'
import type { Meter, Outcome } from './meter.ts'
import { isLeft, type Left } from './single-flight.ts'
import type { Caller } from './visitor-rates.ts'

export interface MeteredModelOptions {
  readonly model: LanguageModel
  readonly identity: ModelIdentity
  readonly shop: string
  readonly purpose: ModelPurpose
  readonly ledger: LedgerStore
  readonly cache: AnswerCache
  readonly meter: Meter
  /** null: neither is limited. `caller` null: work in the background, which no visitor causes. */
  readonly rates: {
    readonly caller: Caller | null
    readonly visitorPerMinute: number
    readonly shopPerSecond: number
  } | null
  /** Takes personal data out of what is kept of an input; null: nothing is kept. */
  readonly keepInput: ((text: string) => string) | null
  /** The search it is for, or the run of work in the background; empty where that has no name. */
  readonly requestId: string
  /** What part of the shop's bounds it may reach; left out: all. */
  readonly share: number | undefined
  /** Keeps work alive after the answer has left. */
  readonly later: (work: Promise<unknown>) => void
}

const DAY_SECONDS = 24 * 3600

/**
 * How long an answer may be given again. Prices and stock are part of what an order was made from, so it cannot grow
 * old; an expansion knows nothing that changes. What is not here is made for one place only.
 */
const KEPT_SECONDS: Partial<Record<ModelPurpose, number>> = {
  rerank: DAY_SECONDS,
  understand: DAY_SECONDS,
  expand: 30 * DAY_SECONDS,
}

/** A call that nobody has reported this long after its deadline never will be. */
const LOST_AFTER_MS = 30_000

/** What two requests must share to share an answer: everything but the time and who waits. */
const answerKey = ({ shop, purpose, identity }: MeteredModelOptions, request: CompletionRequest) => {
  const { system, user, schema, maxTokens, sameAs } = request
  const about = sameAs === undefined ? { user } : { sameAs }
  return digestText(
    JSON.stringify([shop, purpose, identity.id, identity.name, system, schema, maxTokens, about]),
  )
}

/** The most a call can come to; where the server does not count, its texts are estimated as they are here. */
const mostTokens = ({ system, user, schema, maxTokens }: CompletionRequest) => ({
  prompt: estimatePrompt([system, user, JSON.stringify(schema)]),
  completion: maxTokens,
})

/** Whether a failure says something about the model's server. */
const isServersFault = ({ kind }: ModelFailure) =>
  kind !== 'aborted' && kind !== 'empty' && kind !== 'key_unusable'

/** No answer and no bill: the server refused, or was never reached. */
const isFree = ({ kind }: ModelFailure) =>
  kind === 'refused' || kind === 'unreachable' || kind === 'key_unusable'

const none = { prompt: 0, completion: 0 }

/** One call to the model, with everything that has to be known before and told after it. */
class MeteredCall {
  readonly #options: MeteredModelOptions
  readonly #request: CompletionRequest
  readonly #key: string
  readonly #keptSeconds: number

  constructor(options: MeteredModelOptions, request: CompletionRequest, key: string) {
    this.#options = options
    this.#request = request
    this.#key = key
    this.#keptSeconds = KEPT_SECONDS[options.purpose] ?? 0
  }

  /** Whether somebody knows the answer, then whether it may be asked for, then the question. Never throws. */
  async make(gone: AbortSignal, why: () => Left['left']): Promise<Outcome> {
    const { cache, meter, model, ledger, shop } = this.#options
    const known = this.#keptSeconds > 0 ? await cache.find(this.#key) : null
    if (known) {
      meter.answers.keep(this.#key, known, Date.now() + this.#keptSeconds * 1000)
      this.#spare('remembered')
      return ok(known)
    }
    if (!this.#takeRate()) {
      this.#spare('refused')
      return err({ kind: 'budget', because: 'visitor_rate' })
    }
    if (!meter.breakers.admit(model, Date.now())) {
      this.#spare('rested')
      return err({ kind: 'resting' })
    }
    const planned = await this.#plan()
    const reserved = await ledger.reserve(shop, planned).catch(() => null)
    if (!reserved?.ok) {
      meter.breakers.release(model, Date.now())
      // Without the account nothing may be spent.
      return reserved ? err({ kind: 'budget', because: reserved.error }) : err({ kind: 'resting' })
    }
    return this.#ask(planned, gone, why)
  }

  async #ask(planned: PlannedCall, gone: AbortSignal, why: () => Left['left']): Promise<Outcome> {
    const { meter, model } = this.#options
    const startedAt = Date.now()
    const settle = (
      outcome: Pick<SettledCall, 'tokens' | 'verdict' | 'dropped'>,
      firstByteMs: number | null = null,
    ) => this.#settle({ ...outcome, id: planned.id, latencyMs: Date.now() - startedAt, firstByteMs })
    if (gone.aborted) {
      meter.breakers.release(model, startedAt)
      settle({ tokens: { ...none, counted: true }, verdict: `failed:${why()}`, dropped: {} })
      return err({ kind: why() })
    }
    const answer = await model.complete({ ...this.#request, signal: gone })
    if (!answer.ok) {
      const failure: ModelFailure = answer.error.kind === 'aborted' ? { kind: why() } : answer.error
      if (isServersFault(failure)) meter.breakers.report(model, false, Date.now())
      else meter.breakers.release(model, Date.now())
      // What was sent and not answered may be billed in full.
      const tokens = isFree(failure) ? { ...none, counted: true } : { ...planned.tokens, counted: false }
      settle({ tokens, verdict: `failed:${failure.kind}`, dropped: {} })
      return err(failure)
    }
    meter.breakers.report(model, true, Date.now())
    const { text, tokens, trace } = answer.value
    const { prompt, by } = tokens
    // An estimate on the high side must not come to more than the server was allowed to write.
    const completion =
      by === 'server' ? tokens.completion : Math.min(tokens.completion, planned.tokens.completion)
    const kept = { text, model: answer.value.model }
    const judged = this.#request.judge?.(text) ?? { keep: true }
    settle(
      {
        tokens: { prompt, completion, counted: by === 'server' },
        verdict: judged.unused === undefined ? 'used' : `dropped:${judged.unused}`,
        dropped: judged.dropped ?? {},
      },
      trace.firstByteMs,
    )
    if (judged.keep && this.#keptSeconds > 0) {
      meter.answers.keep(this.#key, kept, Date.now() + this.#keptSeconds * 1000)
      this.#options.later(this.#options.cache.keep(this.#key, kept, this.#keptSeconds))
    }
    return ok(kept)
  }

  #takeRate(): boolean {
    const { rates, meter, shop } = this.#options
    if (!rates?.caller) return true
    return meter.rates.take(shop, rates.caller, rates.visitorPerMinute, Date.now())
  }

  #spare(what: 'remembered' | 'joined' | 'rested' | 'refused'): void {
    const { meter, shop, purpose, identity } = this.#options
    meter.spared.add(shop, purpose, identity.owner, what)
  }

  async #plan(): Promise<PlannedCall> {
    const { purpose, identity, keepInput, requestId, rates, share } = this.#options
    const { system, user, deadlineAt } = this.#request
    const sent = `${system}\n${user}`
    return {
      id: crypto.randomUUID(),
      purpose,
      model: identity,
      tokens: mostTokens(this.#request),
      input: {
        sha256: await digestText(sent),
        bytes: new TextEncoder().encode(sent).byteLength,
        text: keepInput ? keepInput(user) : null,
      },
      requestId,
      expiresAt: deadlineAt + LOST_AFTER_MS,
      perSecond: rates?.shopPerSecond ?? null,
      ...(share === undefined ? {} : { share }),
    }
  }

  /** Off the shopper's path. A report that does not arrive leaves the call as spent. */
  #settle(outcome: Omit<SettledCall, 'spared'>): void {
    const { ledger, later, shop, meter } = this.#options
    later(ledger.settle(shop, { ...outcome, spared: meter.spared.take(shop) }).catch(() => undefined))
  }
}

/**
 * A model within a shop's bounds, asked like any other: whoever asks knows nothing of budgets, ledgers, rates, breakers or
 * remembered answers. In that order a request meets: the answer its caller has; one remembered in this isolate; the same call under way; an
 * answer remembered in the data centre; the visitor's rate; the breaker; the shop's rate and budget, in its object; the
 * model. What it came to is written after the answer has gone on its way.
 */
export function createMeteredModel(options: MeteredModelOptions): MeteredModel {
  const { meter, shop, purpose, identity, later } = options
  const isShared = KEPT_SECONDS[purpose] !== undefined
  const spare = (what: 'remembered' | 'joined') => meter.spared.add(shop, purpose, identity.owner, what)
  return {
    async complete(request) {
      if (request.known !== undefined) {
        spare('remembered')
        return ok({ text: request.known, model: identity.name })
      }
      const key = await answerKey(options, request)
      const call = new MeteredCall(options, request, key)
      for (;;) {
        const held = isShared ? meter.answers.find(key, Date.now()) : undefined
        if (held) {
          spare('remembered')
          return ok(held)
        }
        const { value, isOwn } = await meter.flights.join(
          isShared ? key : crypto.randomUUID(),
          request,
          (gone, why) => call.make(gone, why),
          later,
        )
        if (isLeft(value)) return err({ kind: value.left })
        if (isOwn) return value
        // Another visitor had asked too often, not this one.
        const isOthersRate =
          !value.ok && value.error.kind === 'budget' && value.error.because === 'visitor_rate'
        if (isOthersRate) continue
        spare('joined')
        return value
      }
    },
  }
}

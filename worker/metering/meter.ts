import { admit, closedBreaker, failed, succeeded, type Breaker } from '../breaker.ts'
import type { ModelOwner, ModelPurpose } from '../contract/vocabulary.ts'
import type { LanguageModel, ModelFailure } from '../ports/language-model.ts'
import type { LedgerStore, SparedCalls } from '../ports/ledger-store.ts'
import type { Answer, BoundFailure } from '../ports/metered-model.ts'
import type { Result } from '../result.ts'
import { RememberedAnswers } from './remembered-answers.ts'
import { SingleFlight } from './single-flight.ts'
import { VisitorRates } from './visitor-rates.ts'

export type Outcome = Result<Answer, ModelFailure | BoundFailure>

type Spared = 'remembered' | 'joined' | 'rested' | 'refused'

/** Shops whose spared calls one isolate counts at once. */
const SHOPS_MOST = 1_000

/** Calls that were not made, by shop, until the next report of a call takes them along. */
class SparedCount {
  readonly #counts = new Map<string, SparedCalls[]>()

  add(shop: string, purpose: ModelPurpose, owner: ModelOwner, what: Spared): void {
    if (this.#counts.size >= SHOPS_MOST && !this.#counts.has(shop)) this.#counts.clear()
    const counts = this.#counts.get(shop) ?? []
    const before = counts.find((one) => one.purpose === purpose && one.owner === owner)
    const count = before ?? { purpose, owner, remembered: 0, joined: 0, rested: 0, refused: 0 }
    this.#counts.set(shop, [...counts.filter((one) => one !== before), { ...count, [what]: count[what] + 1 }])
  }

  take(shop: string): readonly SparedCalls[] {
    const counts = this.#counts.get(shop) ?? []
    this.#counts.delete(shop)
    return counts
  }
}

/** How each model has answered of late. A model is opened anew when its address changes, and starts afresh then. */
class Breakers {
  readonly #states = new WeakMap<LanguageModel, Breaker>()

  /** Whether it may be asked; when it may, `report` or `release` must follow. */
  admit(model: LanguageModel, now: number): boolean {
    const { admitted, next } = admit(this.#of(model), now)
    this.#states.set(model, next)
    return admitted
  }

  report(model: LanguageModel, isWell: boolean, now: number): void {
    this.#states.set(model, isWell ? succeeded() : failed(this.#of(model), now))
  }

  /** It was not asked after all, or did not have the time: the next may try at once. */
  release(model: LanguageModel, now: number): void {
    const state = this.#of(model)
    if (state.state === 'half_open')
      this.#states.set(model, { state: 'open', until: now, openings: state.openings })
  }

  #of(model: LanguageModel): Breaker {
    return this.#states.get(model) ?? closedBreaker
  }
}

/** What one isolate knows of the calls that go through it. */
export class Meter {
  readonly answers = new RememberedAnswers()
  readonly flights = new SingleFlight<Outcome>()
  readonly rates = new VisitorRates()
  readonly breakers = new Breakers()
  readonly spared = new SparedCount()
}

const meters = new WeakMap<LedgerStore, Meter>()

/** The isolate's meter: one for all requests of an installation. */
export function meterOf(ledger: LedgerStore): Meter {
  const held = meters.get(ledger)
  if (held) return held
  const meter = new Meter()
  meters.set(ledger, meter)
  return meter
}

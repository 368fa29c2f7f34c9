import type { LedgerRequest, LedgerResponse } from '../contract/ledger.ts'
import type { BudgetReason, ModelOwner, ModelPurpose } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'
import type { ModelIdentity } from './models.ts'

/** A call that is about to be made. */
export interface PlannedCall {
  /** New and unique. */
  readonly id: string
  readonly purpose: ModelPurpose
  readonly model: ModelIdentity
  /** The most it can come to. */
  readonly tokens: { readonly prompt: number; readonly completion: number }
  readonly input: {
    readonly sha256: string
    readonly bytes: number
    /** Redacted; null: the shop does not keep it. */
    readonly text: string | null
  }
  readonly requestId: string
  /** Milliseconds since the epoch after which nobody will say how it went; it then counts as spent. */
  readonly expiresAt: number
  /** How often the shop may ask; null: not limited. */
  readonly perSecond: number | null
  /** Which part of each bound all spending together may reach with this call; left out: the whole. */
  readonly share?: number
}

/** Calls that were not made, since the last report. */
export interface SparedCalls {
  readonly purpose: ModelPurpose
  readonly owner: ModelOwner
  /** Answered from memory. */
  readonly remembered: number
  /** Another was asking the same. */
  readonly joined: number
  /** The model was left alone after failures. */
  readonly rested: number
  /** A visitor had asked too often. */
  readonly refused: number
}

/** How a planned call went. */
export interface SettledCall {
  readonly id: string
  readonly tokens: { readonly prompt: number; readonly completion: number; readonly counted: boolean }
  readonly latencyMs: number
  readonly firstByteMs: number | null
  readonly verdict: string
  readonly dropped: Readonly<Record<string, number>>
  readonly spared: readonly SparedCalls[]
}

/** A shop's account of its calls to models: exact, because its object alone keeps it. */
export interface LedgerStore {
  /** Sets aside the most that a call can cost. Nothing is set aside when that is more than is left. */
  reserve(shop: string, call: PlannedCall): Promise<Result<null, BudgetReason>>
  /** Replaces what was set aside by what it came to. A call that has expired stays as it is. */
  settle(shop: string, call: SettledCall): Promise<void>
  list(shop: string, request: LedgerRequest): Promise<LedgerResponse>
}

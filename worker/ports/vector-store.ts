import type { VectorStatus } from '../contract/vectors.ts'
import type { Result } from '../result.ts'

/** One product's text that has no vector yet. */
export interface VectorItem {
  readonly market: string
  readonly id: string
  /** Of the text. */
  readonly digest: string
  /** Of the product the text was made from: tells the next look that nothing changed since. */
  readonly seen: string
  readonly text: string
}

export interface WorkRequest {
  /** The space to embed into. Vectors of another one are dropped: they cannot be compared with its queries. */
  readonly model: string
  /** Texts at most. */
  readonly most: number
  readonly rates: { readonly requestsPerMinute: number; readonly tokensPerMinute: number }
  /** Milliseconds since the epoch. */
  readonly now: number
}

export type VectorWork =
  /** Handed out for a while: until it is stored, has failed, or has been out for too long. */
  | { readonly kind: 'work'; readonly items: readonly VectorItem[] }
  /** Nothing for so long: the rates are used up, the service asked for a pause, or somebody else is at it. */
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'done' }

export interface EmbeddedBatch {
  readonly model: string
  readonly dims: number
  readonly items: readonly Omit<VectorItem, 'text'>[]
  /** One record an item, see `encodeRecords`. */
  readonly records: Uint8Array
  /** As the service counted them. */
  readonly tokens?: number
  readonly rates: WorkRequest['rates']
  readonly now: number
}

export interface FailedBatch {
  readonly model: string
  readonly items: readonly Omit<VectorItem, 'text'>[]
  /** `texts`: the service objects to something in the batch; `service`: it would object to any. */
  readonly because: 'texts' | 'service'
  /** One short line without a text or a key. */
  readonly error: string
  readonly retryAfterMs?: number
  readonly now: number
}

export type StoreFailure =
  /** Another model's back-fill has begun since the work was handed out. */
  | { readonly kind: 'other_model' }
  /** The model's earlier vectors have another length: these say nothing about those. */
  | { readonly kind: 'other_dims'; readonly dims: number }

/** The vectors of a shop's products, and the job that makes them. Every call names the shop. */
export interface VectorStore {
  nextVectorWork(shop: string, request: WorkRequest): Promise<VectorWork>
  storeVectors(shop: string, batch: EmbeddedBatch): Promise<Result<null, StoreFailure>>
  failVectors(shop: string, batch: FailedBatch): Promise<void>
  /** A consumer goes: with `more`, the next is called at once, else nobody until products change. */
  endVectorTurn(shop: string, more: boolean): Promise<void>
  /** Puts the job in line where it is not. */
  requestVectors(shop: string): Promise<void>
  vectorStatus(shop: string): Promise<Omit<VectorStatus, 'configured'>>
}

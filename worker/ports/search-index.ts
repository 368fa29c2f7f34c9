import type { Locale } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'

/** One product as a search server holds it: terms to find it by and values to filter by, nothing to show. */
export interface IndexDocument {
  /** Market and id in letters every server allows. */
  readonly key: string
  readonly id: string
  readonly market: string
  /** Terms by field, in words and in encoded character pairs. */
  readonly title: string
  readonly title_pairs: string
  readonly brand: string
  readonly brand_pairs: string
  readonly category: string
  readonly category_pairs: string
  readonly attributes: string
  readonly attributes_pairs: string
  readonly description: string
  readonly description_pairs: string
  readonly evidence: string
  readonly evidence_pairs: string
  /** Title and brand as the shop writes them, for near spellings; absent where the letters' own terms do. */
  readonly spelling?: string
  readonly adult: boolean
  /** What it costs now, minor units; null: "ask". */
  readonly price: number | null
  readonly brand_key: string
  /** Each level of the category path as a path. */
  readonly categories: readonly string[]
  readonly availability: string
  /** `name=value` each. */
  readonly facts: readonly string[]
  /** Vectors by embedder; null where the product has none yet. */
  readonly _vectors?: Readonly<Record<string, readonly number[] | null>>
}

/** An embedder of an index: vectors are ours, the server only compares them. */
export interface IndexEmbedder {
  readonly name: string
  readonly dims: number
}

export type IndexFailure =
  /** No answer in time, or no connection. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** The installation's key is missing, wrong, or may not do this. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'index_missing' }
  /** The server is overloaded or broken: later. */
  | { readonly kind: 'busy'; readonly detail: string }
  /** The server does not take what was sent. */
  | { readonly kind: 'rejected'; readonly detail: string }

export interface TaskState {
  readonly uid: number
  /** `lost`: the server does not know the task any more. */
  readonly state: 'waiting' | 'succeeded' | 'failed' | 'lost'
  readonly detail?: string
}

/** The writing side of a search server. No call waits for a task, repeats itself, or throws. */
export interface SearchIndex {
  /** Grows whenever settings or documents change their form: older indexes are built anew. */
  readonly version: number
  /** When an index was made, which names its content: it travels along in a swap. null: there is no such index. */
  createdAt(uid: string): Promise<Result<string | null, IndexFailure>>
  /** Makes an empty index with the settings of a language. Returns tasks. */
  create(
    uid: string,
    policy: Locale,
    embedders: readonly IndexEmbedder[],
  ): Promise<Result<readonly number[], IndexFailure>>
  /** Adds and replaces documents; returns the task. */
  upsert(uid: string, documents: readonly IndexDocument[]): Promise<Result<number, IndexFailure>>
  /** Removes documents by key; returns the task. */
  remove(uid: string, keys: readonly string[]): Promise<Result<number, IndexFailure>>
  tasks(uids: readonly number[]): Promise<Result<readonly TaskState[], IndexFailure>>
  /** Exchanges the content of two indexes in one step; returns the task. */
  swap(left: string, right: string): Promise<Result<number, IndexFailure>>
  /** A swap of this index that has been asked for and is not done; null: none. */
  swapUnderWay(uid: string): Promise<Result<number | null, IndexFailure>>
  /** Deletes an index; one that is not there is deleted. */
  discard(uid: string): Promise<Result<null, IndexFailure>>
  /** A key for searching one index, made under a given uid: a repeat returns the same key. Empty: a server without keys. */
  searchKey(keyUid: string, index: string): Promise<Result<string, IndexFailure>>
}

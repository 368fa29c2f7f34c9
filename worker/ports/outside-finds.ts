import type { Locale } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'
import type { Found, RetrievalFailure, Retriever, SearchPlan } from './retriever.ts'

/** What a search server outside found for a plan: ids to look up, never texts, prices or an order to trust. */

/** One way of asking and what it brought, best first. */
export interface ArmFinds {
  /**
   * `words`: all words of the query, fewer of them further down; `spelling`: words nearly spelt like the shopper's;
   * `semantic`: neighbours of the query's vector.
   */
  readonly arm: 'words' | 'spelling' | 'semantic'
  readonly ids: readonly string[]
  /** The server's own score of each id, 0 to 1; kept for explanations. */
  readonly scores: readonly number[]
  /** How many products it matched, beyond those listed. An estimate. */
  readonly matched: number
}

/** What was found by words. */
export type WordFinds = ArmFinds & { readonly arm: Exclude<ArmFinds['arm'], 'semantic'> }

export const isByWords = (finds: ArmFinds): finds is WordFinds => finds.arm !== 'semantic'

export interface OutsideFinds {
  /** Without the filters a shopper tapped, but within market, limits and what may be shown. */
  readonly open: readonly ArmFinds[]
  /** Within those filters too; null when none is tapped. */
  readonly filtered: readonly ArmFinds[] | null
}

/** What the shop must see to: its search key is refused, or its index is not there. */
export type OutsideTrouble = 'key_refused' | 'index_missing'

export interface Outside {
  readonly finds?: OutsideFinds
  readonly trouble?: OutsideTrouble
}

/** A search that goes on in the shop itself while a search server is asked. */
export interface SearchBeside {
  /** Ends it with what came of asking: what was found is looked up and joins. To be called once, always. */
  finish(outside: Outside): Promise<Result<Found, RetrievalFailure>>
}

/** The shop's own index: it answers alone, or beside a search server. */
export interface OwnRetriever extends Retriever {
  /** `hasMeaning`: the server is asked for neighbours of the plan's vector, so they need not be looked for here. */
  begin(shop: string, plan: SearchPlan, searchesPerSecond: number, hasMeaning: boolean): SearchBeside
}

/** Where one market of a shop is searched. */
export interface SearchLink {
  readonly index: string
  /** The language its documents are analysed for. */
  readonly policy: Locale
  /** A key that opens this index for searching and nothing else; empty on a server without keys. */
  readonly key: string
  /** Version of the settings the index was built with. */
  readonly version: number
  /** About how many products there are. */
  readonly products: number
  /** Names of the index's embedders. */
  readonly embedders: readonly string[]
}

/** Links by market. None: it was never searched outside yet. null: it was, and is being repaired. */
export type SearchLinks = Readonly<Record<string, SearchLink | null>>

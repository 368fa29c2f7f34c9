import type { Banner, Hint, Hit, SearchResponse } from '../contract/search.ts'
import type { Rule } from '../contract/tuning.ts'
import type { Locale, SoldOutPolicy, Sort } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'
import type { Understanding } from './understanding.ts'

/** Filters the request names itself (facets tapped), already parsed. Money in minor units. */
export interface RequestFilters {
  readonly price?: { readonly min?: number; readonly max?: number }
  readonly brand: readonly string[]
  /** Category paths; a product matches when its path starts with one of them. */
  readonly category: readonly string[]
  readonly availability: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** What was asked for as a vector of unit length, in bytes: `values[i] * scale` are its numbers. */
export interface QueryVector {
  /** The space it lives in: says nothing about vectors of another. */
  readonly model: string
  readonly dims: number
  /** -127 to 127. */
  readonly values: readonly number[]
  readonly scale: number
}

/** Everything one search needs, so that one hop answers it. */
export interface SearchPlan {
  readonly query: string
  /** True when no word may be taken for another. */
  readonly exact: boolean
  readonly understanding: Understanding
  readonly filters: RequestFilters
  readonly sort: Sort
  readonly offset: number
  readonly limit: number
  readonly locale: Locale
  readonly market: string
  /** The time prices and sales are judged at, milliseconds since the epoch. */
  readonly now: number
  readonly soldOut: SoldOutPolicy
  readonly adult: boolean
  /** How many candidates a re-ranking model will see; 0 without a model. */
  readonly cards: number
  /** Cards come with their statements, to be quoted from. */
  readonly quotable?: boolean
  readonly explain: boolean
  /** Absent without an embedder, when it was late, and where the words alone are enough. */
  readonly vector?: QueryVector
  /**
   * Words a model would look for beside the shopper's own, best first; or the key under which the shop keeps them,
   * see `expansionKey`. Absent: nothing is added.
   */
  readonly expansion?:
    | { readonly words: readonly string[] }
    /** `beginnings`: keys of what may have been asked while this was being typed. */
    | { readonly key: string; readonly beginnings: readonly string[] }
  /** Whose order of the cards may be used where the shop keeps one, see `orderedBy`; absent: nobody's. */
  readonly orderedBy?: string
  /** Rules to try instead of the saved ones. */
  readonly rules?: readonly Rule[]
}

/** One line about a product for a model: only facts the shop shows to everyone. */
export interface Card {
  readonly id: string
  readonly title: string
  readonly price: string
  readonly category: string
  readonly text: string
  /** What `text` is the beginning of, each statement whole: what may be quoted, and what may take a quotation back. */
  readonly statements?: readonly Statement[]
}

export interface Statement {
  readonly text: string
  /** A fact means something as a whole only: its name without its value may be denied by it. */
  readonly isFact: boolean
}

/** How the best product stands to the query and to the second, each 0 to 1. */
export interface Lead {
  /** Share of the query's weight that its title, brand or number holds. */
  readonly named: number
  /** Share of its title that the query's words make up. */
  readonly filled: number
  /** How far it leads, as a share of its own score; 1: there is no second. */
  readonly gap: number
}

/** A brand or category that the whole query names. */
export interface NamedPlace {
  readonly kind: 'brand' | 'category'
  /** The brand, or the category's whole path. */
  readonly value: string
  readonly title: string
}

export interface Found {
  /** The page asked for. */
  readonly hits: readonly Hit[]
  /** The first `plan.cards` candidates whatever the page; empty on later pages. */
  readonly cards: readonly Card[]
  /** Hits of those candidates that the page does not hold. */
  readonly beyond: readonly Hit[]
  /** Of the first page, where something was found and cards or an explanation were asked for. */
  readonly lead?: Lead
  readonly total: number
  readonly facets: SearchResponse['facets']
  readonly understood: SearchResponse['understood']
  readonly answer: SearchResponse['answer']
  readonly relax: NonNullable<SearchResponse['relax']>
  /**
   * What the plan's vector came to: `used`; `not_needed`, because titles answer the query or the order is not by
   * relevance; `unavailable`, because there are no vectors to compare it with. Absent without a vector.
   */
  readonly semantic?: 'used' | 'not_needed' | 'unavailable'
  /** What the plan's expansion came to; absent without one. */
  readonly expansion?: ExpansionOutcome
  /** Filters that the plan's expansion suggests, best first; absent where it suggests none. */
  readonly hints?: readonly Hint[]
  /** A model's answer about exactly these cards, kept from before; absent: there is none. */
  readonly keptOrder?: string
  /** What was searched instead of what was typed, where a word was taken for another. */
  readonly spelling?: NonNullable<SearchResponse['spelling']>
  readonly named?: readonly NamedPlace[]
  /** Products a rule holds in their places (1 is the first), whatever a model says. */
  readonly pinned?: readonly { readonly id: string; readonly position: number }[]
  /** Products that rules boost (above 1) or bury (below 1). */
  readonly factors?: readonly { readonly id: string; readonly factor: number }[]
  readonly redirect?: { readonly link: string }
  readonly banners?: readonly Banner[]
  readonly explanation?: unknown
  /** What should have helped and did not; the answer is whole without it. */
  readonly degraded?: NonNullable<SearchResponse['degraded']>
}

export type ExpansionOutcome =
  | { readonly kind: 'used' }
  /** Titles answer the query, it is all a name, or the order is not by relevance: added words would only do harm. */
  | { readonly kind: 'not_needed' }
  /** The shop keeps none. `departments`: what it sells, most products first. */
  | { readonly kind: 'wanted'; readonly departments: readonly string[] }

export type RetrievalFailure =
  | { readonly kind: 'shop_missing' }
  | { readonly kind: 'shop_busy'; readonly retryAfterSeconds: number }
  | { readonly kind: 'index_unavailable'; readonly detail: string }

/** Finds products of one shop. Nothing found is an empty list, never a failure. */
export interface Retriever {
  search(shop: string, plan: SearchPlan, searchesPerSecond: number): Promise<Result<Found, RetrievalFailure>>
}

import type { BenchQuery } from '../query-mix.ts'

/** A product as every engine gets it: the same texts, flat. */
export interface FlatProduct {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly brand: string
  readonly category: string
  readonly attributes: string
  readonly reviews: string
  /** Major units; null: unknown. */
  readonly price: number | null
  readonly availability: string
}

/** A catalogue for every engine: as files for the product's own import, and flat. */
export interface BenchCatalogue {
  readonly locale: string
  readonly currency: string
  readonly files: AsyncIterable<string> | Iterable<string>
  readonly reviews: string | null
  flat(): Iterable<FlatProduct>
}

/** One search engine with one catalogue in it. */
export interface LoadedCatalogue {
  /** From the first byte sent until all is findable. */
  readonly indexMs: number
  /** What the process grew by, bytes; null where the system does not tell. */
  readonly grownBy: number | null
  /** The address of one search; `limit` hits with facets where the engine has them. */
  request(
    query: BenchQuery,
    limit: number,
  ): { url: string; init?: { body: string; headers: Record<string, string> } }
  /** Ids of the hits, in order. */
  idsOf(body: string): string[]
  /** Products matched, as the engine says. */
  totalOf(body: string): number
}

/** An engine in a process of its own, reached over HTTP on this machine. */
export interface ComparedSystem {
  readonly name: string
  /** Under which its figures stand in JSON: `search.<metric>.<size>.p50_ms`. */
  readonly metric: string
  readonly pid: number | null
  load(catalogue: BenchCatalogue): Promise<LoadedCatalogue>
  close(): Promise<void>
}

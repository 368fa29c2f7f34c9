import type { QueryVector } from './retriever.ts'

/** Vectors of wishes asked before. May forget anything at any time; never throws. */
export interface VectorCache {
  find(model: string, text: string): Promise<QueryVector | null>
  keep(text: string, vector: QueryVector): Promise<void>
}

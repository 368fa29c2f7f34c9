import { z } from 'zod'

/** How far the products of a shop have been turned into vectors. */
export const vectorStatus = z.object({
  /** The model asked now; null: no embedder is configured. */
  configured: z.string().nullable(),
  /** The model the stored vectors come from; null before the first. */
  model: z.string().nullable(),
  dims: z.number().nullable(),
  /** Products with a vector, of all that shoppers can find. */
  done: z.number(),
  total: z.number(),
  /** Products whose text the model would not take; tried again when the text changes. */
  failed: z.number(),
  paused_until: z.string().optional(),
  last_error: z.string().optional(),
  /** Which vectors a search compares: all of them, or none because the shop has outgrown its own scan. */
  scan: z.enum(['all', 'too_many']),
})
export type VectorStatus = z.infer<typeof vectorStatus>

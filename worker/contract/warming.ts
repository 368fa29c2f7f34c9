import { z } from 'zod'
import { budgetReasons, warmingStates } from './vocabulary.ts'

const prepared = z.object({
  /** By this run. */
  made: z.number().int(),
  /** There already. */
  kept: z.number().int(),
})

/** How far words and orders for what most shoppers search for are thought out. Figures are of the last run. */
export const warmingStatus = z.object({
  /** Whether the merchant has switched it on (`models.warm` of the settings). */
  enabled: z.boolean(),
  /** The models asked now; null: none is configured, or the shop wants none for that. */
  configured: z.object({ expand: z.string().nullable(), rerank: z.string().nullable() }),
  state: z.enum(warmingStates),
  queries: z.object({ total: z.number().int(), done: z.number().int() }),
  /** Words that a model adds to wishes. */
  expansions: prepared,
  /** A model's orders of what is found. */
  orders: prepared,
  /** Queries for which it gave no usable answer. */
  failed: z.number().int(),
  calls: z.number().int(),
  /** Of those calls; of one under way the most it can come to. */
  tokens: z.object({ in: z.number().int(), out: z.number().int() }),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
  paused_until: z.string().optional(),
  /** Which bound of the shop's made it pause. */
  paused_by: z.enum(budgetReasons).optional(),
  /** Why it is paused. */
  message: z.string().optional(),
  last_error: z.string().optional(),
  /** When the next run may begin. */
  next_run: z.string().optional(),
})
export type WarmingStatus = z.infer<typeof warmingStatus>

import { z } from 'zod'

/** How far a model has read the products of a shop: which tags they deserve and which wishes they answer. */
export const enrichmentStatus = z.object({
  /** Whether the merchant has switched it on (`models.enrich` of the settings). */
  enabled: z.boolean(),
  /** The model asked now; null: no model is configured. */
  configured: z.string().nullable(),
  /** Products this model has read as they are now, of all that shoppers can find. */
  done: z.number().int(),
  total: z.number().int(),
  /** Products for which it gave no usable answer; asked again when their text changes, or at `start`. */
  failed: z.number().int(),
  /** Tags and wishes in use, whichever model wrote them. */
  tags: z.number().int(),
  wishes: z.number().int(),
  paused_until: z.string().optional(),
  last_error: z.string().optional(),
})
export type EnrichmentStatus = z.infer<typeof enrichmentStatus>

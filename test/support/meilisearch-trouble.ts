import { z } from 'zod'

/** One way in which a search server can fail a shop. */
export const trouble = z.object({
  /** Searches, everything that is no search, documents only, task look-ups only, or the answer to a swap. */
  on: z.enum(['search', 'write', 'documents', 'tasks', 'swap', 'all']),
  /**
   * `silence`: no answer; `closing`: the connection breaks; `refusal`: `status`; `spoiling`: documents are made
   * unusable, so that their task fails; `losing`: it is done, but the answer does not come back.
   */
  by: z.enum(['silence', 'closing', 'refusal', 'spoiling', 'losing']),
  status: z.number().optional(),
  code: z.string().optional(),
  /** Milliseconds of silence after which the answer comes all the same. */
  ms: z.number().optional(),
  /** So many requests, then no more. */
  times: z.number().optional(),
})
export type Trouble = z.infer<typeof trouble>

import { z } from 'zod'
import { syncProblems } from './vocabulary.ts'

/** How far the search server is behind the catalogue. */
export const syncStatus = z.object({
  /** `embedded`: no search server is set up, the shop's own index answers. */
  engine: z.enum(['embedded', 'meilisearch']),
  /** The index of the shop's first market; null while there is none to search. */
  index: z.string().nullable(),
  /** Products whose last change has not arrived. */
  pending: z.number(),
  syncing: z.boolean(),
  /** Share of the work at hand that is done, 0 to 1. */
  progress: z.number(),
  /** Products in the indexes that are searched. */
  indexed: z.number(),
  last_error: z.object({ code: z.enum(syncProblems), message: z.string(), at: z.string() }).optional(),
  last_success_at: z.string().nullable(),
  settings_version: z.number().nullable(),
})
export type SyncStatus = z.infer<typeof syncStatus>

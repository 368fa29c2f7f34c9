import { z } from 'zod'
import { errorCodes } from './vocabulary.ts'

/** The one shape every error has on the wire. */
export const errorResponse = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** What happened, what stayed safe, what to do. Never a library's raw text. */
    message: z.string(),
    /** The request field to mend, where there is one. */
    field: z.string().optional(),
    request_id: z.string(),
  }),
})
export type ErrorResponse = z.infer<typeof errorResponse>

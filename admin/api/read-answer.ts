import type { z } from './zod.ts'
import { errorResponse } from '../../worker/contract/error.ts'
import { answered, failed, type Answer } from './answer.ts'

/** What came over the wire, from `fetch` or from an upload. */
export interface Wire {
  readonly status: number
  readonly body: string
  readonly retryAfter: string | null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads an answer by the contract: a value, the contract's error, or `unreadable` when it is neither. */
export function readAnswer<Schema extends z.ZodType>(wire: Wire, schema: Schema): Answer<z.output<Schema>> {
  const { status, body, retryAfter } = wire
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(status === 204 ? null : parsed(body))
    return value.success ? answered(value.data) : failed({ kind: 'unreadable', status })
  }
  const refusal = errorResponse.safeParse(parsed(body))
  if (!refusal.success) return failed({ kind: 'unreadable', status })
  const { code, message, field, request_id: requestId } = refusal.data.error
  const seconds = Number(retryAfter ?? Number.NaN)
  return failed({
    kind: 'refused',
    status,
    code,
    message,
    requestId,
    ...(field === undefined ? {} : { field }),
    ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}),
  })
}

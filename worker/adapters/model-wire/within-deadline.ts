import { err, type Result } from '../../result.ts'

/** Why a call that left this worker brought nothing back. */
export type ConnectionFailure =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'unreachable'; readonly detail: string }

export interface Limits {
  /** Milliseconds since the epoch after which nobody waits for the answer any more. */
  readonly deadlineAt: number
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

/** The system's code for a broken connection, or the error's name. Messages stay out: some quote headers. */
function connectionDetail(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : error.name
}

/** Runs a call under a signal that also ends at the deadline; whatever the connection throws becomes a failure. */
export async function withinDeadline<T, E>(
  { deadlineAt, signal }: Limits,
  call: (signal: AbortSignal) => Promise<Result<T, E>>,
): Promise<Result<T, E | ConnectionFailure>> {
  const remainingMs = deadlineAt - Date.now()
  if (signal.aborted) return err({ kind: 'aborted' })
  if (remainingMs <= 0) return err({ kind: 'timeout' })
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), remainingMs)
  try {
    return await call(AbortSignal.any([signal, deadline.signal]))
  } catch (error) {
    if (signal.aborted) return err({ kind: 'aborted' })
    if (deadline.signal.aborted) return err({ kind: 'timeout' })
    return err({ kind: 'unreachable', detail: connectionDetail(error) })
  } finally {
    clearTimeout(timer)
  }
}

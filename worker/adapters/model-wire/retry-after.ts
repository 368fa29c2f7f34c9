/** The least time an answer takes once it is asked for again; a pause that leaves less is not worth it. */
const ANSWER_MS = 100

/**
 * How long a server asks to wait, in milliseconds. Pure.
 * @param header seconds or an HTTP date
 * @param now milliseconds since the epoch
 * @returns undefined without a readable header
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  const pauseMs = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000
  return Number.isNaN(pauseMs) ? undefined : Math.max(0, pauseMs)
}

/**
 * The same, when an answer can still come before the deadline after that. Pure.
 * @param deadlineAt and `now`: milliseconds since the epoch
 * @returns milliseconds; undefined without a readable header or without the time
 */
export function fitsBefore(deadlineAt: number, header: string | null, now: number): number | undefined {
  const pauseMs = retryAfterMs(header, now)
  return pauseMs !== undefined && now + pauseMs + ANSWER_MS < deadlineAt ? pauseMs : undefined
}

/** @throws when the signal aborts, so that the caller learns it as it does from `fetch` */
export function wait(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new Error('aborted while waiting'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, pauseMs)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

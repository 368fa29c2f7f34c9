/** Who waits for work that is shared. */
export interface Waiter {
  /** Milliseconds since the epoch after which it waits no more. */
  readonly deadlineAt: number
  /** Aborts when it has gone. */
  readonly signal: AbortSignal
}

/** A waiter that went before the work was done. */
export interface Left {
  readonly left: 'aborted' | 'timeout'
}

/** One piece of work and those who wait for it. */
class Flight<T> {
  readonly #everyoneLeft: Promise<Left['left']>
  #tellEveryoneLeft: (why: Left['left']) => void = () => undefined
  /** What takes the outcome to each who waits: who has gone must not be told, its request may be over. */
  readonly #waiting = new Set<(value: T) => void>()
  /** Nobody waits any more: its outcome is of no use to who comes now. */
  isAbandoned = false
  #ended: { readonly value: T } | undefined
  readonly outcome: Promise<T>

  /**
   * Timers, signals and connections belong to the request that made them, and only it may touch them. So the abort is
   * a promise of the first request, which any later one may resolve: the platform goes on in the first one's place.
   */
  constructor(start: (gone: AbortSignal, why: () => Left['left']) => Promise<T>) {
    const gone = new AbortController()
    let why: Left['left'] = 'aborted'
    this.#everyoneLeft = new Promise((resolve) => (this.#tellEveryoneLeft = resolve))
    void this.#everyoneLeft.then((reason) => {
      why = reason
      gone.abort()
    })
    this.outcome = start(gone.signal, () => why)
    void this.outcome.then((value) => {
      this.#ended = { value }
      for (const tell of this.#waiting) tell(value)
    })
  }

  async wait({ deadlineAt, signal }: Waiter): Promise<T | Left> {
    if (this.#ended) return this.#ended.value
    let settle: (value: T | Left) => void = () => undefined
    const settled = new Promise<T | Left>((resolve) => (settle = resolve))
    const abort = () => settle({ left: 'aborted' })
    const timer = setTimeout(() => settle({ left: 'timeout' }), Math.max(0, deadlineAt - Date.now()))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    this.#waiting.add(settle)
    const value = await settled
    this.#waiting.delete(settle)
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    if (isLeft(value) && this.#waiting.size === 0 && !this.#ended) {
      this.isAbandoned = true
      this.#tellEveryoneLeft(value.left)
    }
    return value
  }
}

export const isLeft = (value: unknown): value is Left =>
  typeof value === 'object' && value !== null && 'left' in value

export interface Flown<T> {
  readonly value: T | Left
  /** Whether this waiter's own request does the work. */
  readonly isOwn: boolean
}

/**
 * Work that is asked for several times at once is done once. A waiter that goes takes nothing from the others; when the
 * last has gone, the work is aborted.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  /**
   * Waits for the work of this key, and starts it when nobody has.
   * @param start must not throw; `gone` aborts when nobody waits any more, `why` then says how the last one went
   * @param later keeps the request that does the work alive when its own shopper has gone
   */
  async join(
    key: string,
    waiter: Waiter,
    start: (gone: AbortSignal, why: () => Left['left']) => Promise<T>,
    later: (work: Promise<unknown>) => void,
  ): Promise<Flown<T>> {
    const joined = this.#flights.get(key)
    if (joined && !joined.isAbandoned) return { value: await joined.wait(waiter), isOwn: false }
    const flight = new Flight(start)
    this.#flights.set(key, flight)
    const ended = flight.outcome.finally(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    })
    later(ended)
    return { value: await flight.wait(waiter), isOwn: true }
  }
}

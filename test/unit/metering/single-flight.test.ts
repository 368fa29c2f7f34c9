import { describe, expect, it } from 'vitest'
import { SingleFlight, type Left } from '../../../worker/metering/single-flight.ts'

/** Work that ends when the test says so. */
function work() {
  const calls: { gone: AbortSignal; why: () => Left['left']; end: (value: string) => void }[] = []
  const start = (gone: AbortSignal, why: () => Left['left']) =>
    new Promise<string>((resolve) => calls.push({ gone, why, end: resolve }))
  return { calls, start }
}

const waiter = (forMs = 60_000) => {
  const gone = new AbortController()
  return { gone, deadlineAt: Date.now() + forMs, signal: gone.signal }
}
const later = () => undefined
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('SingleFlight', () => {
  it('does once what is asked for several times at once, and anew what is asked for afterwards', async () => {
    const flights = new SingleFlight<string>()
    const { calls, start } = work()
    const joined = [1, 2, 3].map(() => flights.join('key', waiter(), start, later))
    const other = flights.join('another', waiter(), start, later)
    expect(calls).toHaveLength(2)
    calls[0]?.end('done')
    calls[1]?.end('other')
    expect(await Promise.all(joined)).toEqual([
      { value: 'done', isOwn: true },
      { value: 'done', isOwn: false },
      { value: 'done', isOwn: false },
    ])
    expect((await other).value).toBe('other')
    void flights.join('key', waiter(), start, later)
    expect(calls).toHaveLength(3)
  })

  it('goes on while anybody waits, also when who began it has gone', async () => {
    const flights = new SingleFlight<string>()
    const { calls, start } = work()
    const [first, second] = [waiter(), waiter()]
    const outcomes = [first, second].map((one) => flights.join('key', one, start, later))
    first.gone.abort()
    expect(await outcomes[0]).toEqual({ value: { left: 'aborted' }, isOwn: true })
    await turn()
    expect(calls[0]?.gone.aborted).toBe(false)
    calls[0]?.end('done')
    expect((await outcomes[1])?.value).toBe('done')
  })

  it('is aborted when the last has gone, and knows how', async () => {
    const flights = new SingleFlight<string>()
    const { calls, start } = work()
    const [first, second] = [waiter(), waiter(20)]
    const outcomes = [first, second].map((one) => flights.join('key', one, start, later))
    first.gone.abort()
    expect((await outcomes[1])?.value).toEqual({ left: 'timeout' })
    await turn()
    expect(calls[0]?.gone.aborted).toBe(true)
    expect(calls[0]?.why()).toBe('timeout')
  })

  it('begins anew for who comes after it was given up', async () => {
    const flights = new SingleFlight<string>()
    const { calls, start } = work()
    const first = waiter()
    const given = flights.join('key', first, start, later)
    first.gone.abort()
    await given
    const next = flights.join('key', waiter(), start, later)
    expect(calls).toHaveLength(2)
    calls[0]?.end('too late')
    await turn()
    // The old work's end does not take the new one away.
    const joined = flights.join('key', waiter(), start, later)
    expect(calls).toHaveLength(2)
    calls[1]?.end('done')
    expect((await next).value).toBe('done')
    expect((await joined).value).toBe('done')
  })

  it('does not wait for who has gone already', async () => {
    const flights = new SingleFlight<string>()
    const { start } = work()
    const gone = waiter()
    gone.gone.abort()
    expect((await flights.join('key', gone, start, later)).value).toEqual({ left: 'aborted' })
  })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEvents } from '../../../widget/api/stream.ts'

const bodyOf = (parts: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

async function eventsOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string[][]> {
  const events: string[][] = []
  await readEvents(bodyOf(parts), (name, data) => events.push([name, data]))
  return events
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

test('gives the same events wherever the network cuts the stream, even inside a Korean syllable', async () => {
  const whole = bytes(
    'event: results\ndata: {"q":"포근한 담요"}\n\nevent: order\ndata: {"ids":[]}\n\nevent: done\ndata: {}\n\n',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 8 }), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
      const parts = edges.slice(1).map((edge, index) => whole.slice(edges[index], edge))
      expect(await eventsOf(parts)).toEqual([
        ['results', '{"q":"포근한 담요"}'],
        ['order', '{"ids":[]}'],
        ['done', '{}'],
      ])
    }),
  )
})

test('keeps colons and spaces inside the data', async () => {
  expect(await eventsOf([bytes('event: a\ndata:  b: c\n\n')])).toEqual([['a', ' b: c']])
})

test('keeps what only JavaScript takes for the end of a line', async () => {
  const data = JSON.stringify({ q: 'a\u2028b\u2029c' })
  expect(await eventsOf([bytes(`event: a\ndata: ${data}\n\n`)])).toEqual([['a', data]])
})

test('joins the data lines of one event', async () => {
  expect(await eventsOf([bytes('data: one\ndata: two\n\n')])).toEqual([['message', 'one\ntwo']])
})

test('passes over comments and blocks without data', async () => {
  expect(await eventsOf([bytes(': keep-alive\n\nevent: empty\n\ndata: x\n\n')])).toEqual([['message', 'x']])
})

test('drops an event that the connection cut short', async () => {
  expect(await eventsOf([bytes('event: results\ndata: {"hits"')])).toEqual([])
})

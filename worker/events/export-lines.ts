import type { EventStore } from '../ports/event-store.ts'

/** A shop's events as JSON Lines, a page at a time: none is read before the last has been taken. */
export function exportLines(
  store: EventStore,
  shop: string,
  visitor: string | undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after = 0
  return new ReadableStream({
    async pull(controller) {
      const { lines, next } = await store.exportEvents(shop, after, visitor ?? null)
      if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join('\n')}\n`))
      if (next === null) controller.close()
      else after = next
    },
  })
}

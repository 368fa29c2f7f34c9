import { z } from 'zod'
import type { QueryVector } from '../../ports/retriever.ts'
import type { VectorCache } from '../../ports/vector-cache.ts'

/** Wishes remembered by one isolate; at 1,024 dimensions about eight megabytes. */
const REMEMBERED = 1_000

/** A model's vector of a text never changes; a month bounds what a forgotten model leaves behind. */
const KEPT_SECONDS = 30 * 24 * 3600

const stored = z.object({
  model: z.string(),
  dims: z.number().int().positive(),
  values: z.array(z.number().int().min(-127).max(127)),
  scale: z.number().positive(),
})

const remembered = new Map<string, QueryVector>()

function remember(key: string, vector: QueryVector): void {
  remembered.delete(key)
  remembered.set(key, vector)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}

/** The data centre's cache is addressed by URL: a digest, so that no wish stands in one. */
async function addressOf(key: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `https://query-vectors.invalid/${hex}`
}

/**
 * Remembers in this isolate first, in the data centre's cache second. Shared by all shops that
 * ask the same server: the same words have the same vector there, and a vector is found only by who asks for the same
 * words.
 * @param scope names a server that not every shop asks: what it answers must not reach another shop
 */
export function createEdgeVectorCache(open: () => Promise<Cache>, scope = ''): VectorCache {
  const keyOf = (model: string, text: string) => `${scope}${model}\n${text}`
  return {
    async find(model, text) {
      const key = keyOf(model, text)
      const held = remembered.get(key)
      if (held) {
        remember(key, held)
        return held
      }
      try {
        const found = await (await open()).match(await addressOf(key))
        const read = stored.safeParse(await found?.json())
        if (!read.success || read.data.values.length !== read.data.dims || read.data.model !== model)
          return null
        remember(key, read.data)
        return read.data
      } catch {
        return null
      }
    },
    async keep(text, vector) {
      const key = keyOf(vector.model, text)
      remember(key, vector)
      try {
        const answer = new Response(JSON.stringify(vector), {
          headers: { 'content-type': 'application/json', 'cache-control': `max-age=${KEPT_SECONDS}` },
        })
        await (await open()).put(await addressOf(key), answer)
      } catch {
        // The isolate remembers it; another one asks again.
      }
    },
  }
}

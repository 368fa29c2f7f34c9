import { z } from 'zod'
import type { AnswerCache } from '../../ports/answer-cache.ts'

const stored = z.object({ text: z.string(), model: z.string() })

/** The data centre's cache is addressed by URL; the key is a digest, so nothing of a question stands in one. */
const addressOf = (key: string): string => `https://model-answers.invalid/${key}`

/** Models' answers in the data centre's cache. */
export function createEdgeAnswerCache(open: () => Promise<Cache>): AnswerCache {
  return {
    async find(key) {
      try {
        const found = await (await open()).match(addressOf(key))
        const read = stored.safeParse(await found?.json())
        return read.success ? read.data : null
      } catch {
        return null
      }
    },
    async keep(key, answer, seconds) {
      try {
        const response = new Response(JSON.stringify(answer), {
          headers: { 'content-type': 'application/json', 'cache-control': `max-age=${seconds}` },
        })
        await (await open()).put(addressOf(key), response)
      } catch {
        // The isolate remembers it; another one asks again.
      }
    },
  }
}

import { z } from 'zod'
import type { EmbedFailure, Embedder, Embeddings } from '../../ports/embedder.ts'
import { err, ok, type Result } from '../../result.ts'
import { readVectors } from '../model-wire/vectors.ts'
import { withinDeadline } from '../model-wire/within-deadline.ts'
import { workersAiRefusal } from '../model-wire/workers-ai-refusal.ts'

/** Multilingual, 1,024 dimensions; wishes and products are embedded alike. */
const MODEL = '@cf/baai/bge-m3'

const TEXTS_A_REQUEST = 100

/** The part of the platform's `AI` binding that is used, so that a test can play it: it cannot be had locally. */
export interface AiBinding {
  run(
    model: typeof MODEL,
    input: { readonly text: string[]; readonly truncate_inputs: boolean },
    options: { readonly signal: AbortSignal },
  ): Promise<unknown>
}

const answer = z.object({ data: z.array(z.unknown()) })

/** Workers AI's embedding model through the `AI` binding of a deployed worker: no key, no address. */
export function createWorkersAiEmbedder(ai: AiBinding): Embedder {
  async function request(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<Float32Array[], EmbedFailure>> {
    let body: unknown
    try {
      body = await ai.run(MODEL, { text: [...texts], truncate_inputs: true }, { signal })
    } catch (error) {
      const refused = workersAiRefusal(error)
      if (refused && !signal.aborted) return err({ kind: 'refused', ...refused })
      throw error
    }
    const read = answer.safeParse(body)
    if (!read.success) return err({ kind: 'malformed', detail: 'the answer has no data' })
    return readVectors(read.data.data, texts.length)
  }

  return {
    model: MODEL,
    textsARequest: TEXTS_A_REQUEST,
    embed: (texts, _kind, limits) =>
      withinDeadline<Embeddings, EmbedFailure>(limits, async (signal) => {
        const vectors: Float32Array[] = []
        for (let from = 0; from < texts.length; from += TEXTS_A_REQUEST) {
          const some = await request(texts.slice(from, from + TEXTS_A_REQUEST), signal)
          if (!some.ok) return some
          vectors.push(...some.value)
        }
        const dims = vectors[0]?.length ?? 0
        if (vectors.some(({ length }) => length !== dims)) {
          return err({ kind: 'malformed', detail: 'dimensions changed between two answers' })
        }
        return ok({ model: MODEL, dims, vectors })
      }),
  }
}

import { z } from 'zod'
import type { EmbedFailure, Embeddings } from '../../ports/embedder.ts'
import { err, ok, type Result } from '../../result.ts'
import { bodyPieces } from '../model-wire/body-pieces.ts'
import { parseJson } from '../model-wire/refusal.ts'
import { readVectors } from '../model-wire/vectors.ts'

/** A hundred vectors of 4,096 numbers written out are about nine megabytes; what is longer is no answer of ours. */
const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024

const answer = z.object({
  error: z.null().optional(),
  data: z.array(z.object({ index: z.number().int().optional().catch(undefined), embedding: z.unknown() })),
  usage: z
    .object({ total_tokens: z.number().optional(), prompt_tokens: z.number().optional() })
    .nullish()
    .catch(null),
})

/** The embeddings in the order of the texts: by `index` when every item has its own, else as they stand. */
function inOrder(data: readonly { index?: number | undefined; embedding: unknown }[]): unknown[] {
  const places = new Set(data.map(({ index }) => index))
  const isIndexed = data.every((_, place) => places.has(place))
  const sorted = isIndexed ? data.toSorted((left, right) => (left.index ?? 0) - (right.index ?? 0)) : data
  return sorted.map(({ embedding }) => embedding)
}

/**
 * Reads a 200 answer to `count` texts.
 * @throws what the connection throws when it breaks or is aborted
 */
export async function readEmbeddings(
  response: Response,
  count: number,
): Promise<Result<Omit<Embeddings, 'model'>, EmbedFailure>> {
  const pieces: string[] = []
  for await (const { text, bytes } of bodyPieces(response)) {
    if (bytes > ANSWER_LIMIT_BYTES) return err({ kind: 'too_large', limitBytes: ANSWER_LIMIT_BYTES })
    pieces.push(text)
  }
  const read = answer.safeParse(parseJson(pieces.join('')))
  if (!read.success) return err({ kind: 'malformed', detail: 'the body is no answer' })
  const vectors = readVectors(inOrder(read.data.data), count)
  if (!vectors.ok) return vectors
  const tokens = read.data.usage?.total_tokens ?? read.data.usage?.prompt_tokens
  return ok({
    dims: vectors.value[0]?.length ?? 0,
    vectors: vectors.value,
    ...(tokens === undefined ? {} : { tokens }),
  })
}

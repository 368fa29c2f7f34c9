import type { EmbedFailure, EmbedLimits, EmbeddedKind, Embedder, Embeddings } from '../../ports/embedder.ts'
import { err, ok, type Result } from '../../result.ts'
import type { KeySource } from '../model-wire/key-source.ts'
import { readRefusal } from '../model-wire/refusal.ts'
import { fitsBefore, retryAfterMs, wait } from '../model-wire/retry-after.ts'
import { withinDeadline } from '../model-wire/within-deadline.ts'
import { readEmbeddings } from './read-embeddings.ts'

export interface OpenAiEmbedderOptions {
  /** Up to and without `/embeddings`, such as `https://api.upstage.ai/v1`. */
  readonly baseUrl: string
  /** Asked for before each call, and not kept. */
  readonly apiKey?: KeySource
  /** One model, or two as `query|passage` where wishes and products have a model each. */
  readonly model: string
  readonly fetch?: typeof fetch
}

/** What the strictest of the common servers take at once. */
const TEXTS_A_REQUEST = 100

type Answer = Result<Omit<Embeddings, 'model'>, EmbedFailure>

/** The model to ask for each kind of text. */
function modelsOf(model: string): Readonly<Record<EmbeddedKind, string>> {
  const [query = '', passage = query] = model.split('|').map((name) => name.trim())
  return { query, passage }
}

/** The answers of several requests as one; vectors of other dimensions than the first answer's are refused. */
function joined(
  parts: readonly Omit<Embeddings, 'model'>[],
  model: string,
): Result<Embeddings, EmbedFailure> {
  const dims = parts[0]?.dims ?? 0
  if (parts.some((part) => part.dims !== dims)) {
    return err({ kind: 'malformed', detail: 'dimensions changed between two answers' })
  }
  const counted = parts.flatMap(({ tokens }) => tokens ?? [])
  return ok({
    model,
    dims,
    vectors: parts.flatMap(({ vectors }) => vectors),
    ...(counted.length === parts.length ? { tokens: counted.reduce((sum, one) => sum + one, 0) } : {}),
  })
}

/**
 * An embedding model behind any address that speaks OpenAI's `POST /embeddings`. Sent again once after `Retry-After`
 * (429, 503) when that ends before the deadline. Redirects are refused: they would carry the key to another host.
 */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  // Called as a plain function: workerd refuses a `fetch` called as somebody's method.
  const send = options.fetch ?? fetch
  const address = `${options.baseUrl.replace(/\/+$/, '')}/embeddings`
  const models = modelsOf(options.model)

  async function request(
    texts: readonly string[],
    kind: EmbeddedKind,
    deadlineAt: number,
    signal: AbortSignal,
  ): Promise<Answer> {
    const key = await options.apiKey?.()
    if (key && !key.ok) return key
    const apiKey = key?.value
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    }
    const body = JSON.stringify({ model: models[kind], input: texts })
    let waited = false
    for (;;) {
      const response = await send(address, { method: 'POST', headers, body, redirect: 'manual', signal })
      const { status } = response
      if (response.ok) return readEmbeddings(response, texts.length)
      const { code } = await readRefusal(response, apiKey)
      const asked = response.headers.get('retry-after')
      const pauseMs = fitsBefore(deadlineAt, asked, Date.now())
      if ((status === 429 || status === 503) && !waited && pauseMs !== undefined) {
        waited = true
        await wait(pauseMs, signal)
        continue
      }
      const later = retryAfterMs(asked, Date.now())
      return err({
        kind: 'refused',
        status,
        ...(code ? { code } : {}),
        ...(later === undefined ? {} : { retryAfterMs: later }),
      })
    }
  }

  async function embed(
    texts: readonly string[],
    kind: EmbeddedKind,
    limits: EmbedLimits,
  ): Promise<Result<Embeddings, EmbedFailure>> {
    return withinDeadline(limits, async (signal) => {
      const parts: Omit<Embeddings, 'model'>[] = []
      for (let from = 0; from < texts.length; from += TEXTS_A_REQUEST) {
        const some = texts.slice(from, from + TEXTS_A_REQUEST)
        const answer = await request(some, kind, limits.deadlineAt, signal)
        if (!answer.ok) return answer
        parts.push(answer.value)
      }
      return joined(parts, options.model)
    })
  }

  return { model: options.model, textsARequest: TEXTS_A_REQUEST, embed }
}

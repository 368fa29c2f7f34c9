import type { ModelWire } from '../../contract/models.ts'
import { withoutObjected } from '../../models/dialects.ts'
import type {
  Completion,
  CompletionRequest,
  LanguageModel,
  ModelFailure,
} from '../../ports/language-model.ts'
import { err, type Result } from '../../result.ts'
import type { KeySource } from '../model-wire/key-source.ts'
import { readRefusal } from '../model-wire/refusal.ts'
import { requestFields } from '../model-wire/request-fields.ts'
import { fitsBefore, wait } from '../model-wire/retry-after.ts'
import { withinDeadline } from '../model-wire/within-deadline.ts'
import { readAnswer } from './read-answer.ts'

export interface OpenAiModelOptions {
  /** Up to and without `/chat/completions`, such as `https://api.upstage.ai/v1`. */
  readonly baseUrl: string
  /** Asked for before each call, and not kept. */
  readonly apiKey?: KeySource
  readonly model: string
  readonly wire: ModelWire
  /** True: a schema that the server does not take is a failure, not left out. For a probe, which knows other forms. */
  readonly keepsForm?: boolean
  readonly fetch?: typeof fetch
}

function requestBody(request: CompletionRequest, model: string, wire: ModelWire): string {
  return JSON.stringify({
    model,
    ...requestFields(request, wire),
    stream: wire.stream,
    ...(wire.stream && wire.usage ? { stream_options: { include_usage: true } } : {}),
  })
}

/** Statuses under which servers name a field they do not take; some call their own checks a fault of theirs. */
const objecting = new Set([400, 422, 500, 501])

/** What a server does not take is left out and asked once more; so often in one call at most. */
const ADAPTATIONS_MOST = 3

/**
 * A model behind any address that speaks OpenAI's Chat Completions, asked in its own dialect. Takes a stream, so that it
 * can stop at the end of the JSON value, and plain JSON as well.
 *
 * Sent again without what the server objects to (400, 422, 500), which is then remembered, and once after `Retry-After`
 * (429, 503) when that ends before the deadline. Redirects are refused: they would carry the key to another host.
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  // Called as a plain function: workerd refuses a `fetch` called as somebody's method.
  const send = options.fetch ?? fetch
  const address = `${options.baseUrl.replace(/\/+$/, '')}/chat/completions`
  let learnt = options.wire

  async function attempt(
    request: CompletionRequest,
    signal: AbortSignal,
  ): Promise<Result<Completion, ModelFailure>> {
    const startedAt = Date.now()
    const key = await options.apiKey?.()
    if (key && !key.ok) return key
    const apiKey = key?.value
    const headers = {
      'content-type': 'application/json',
      accept: 'text/event-stream, application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    }
    let waited = false
    let adaptations = 0
    for (;;) {
      const wire = learnt
      const response = await send(address, {
        method: 'POST',
        headers,
        body: requestBody(request, options.model, wire),
        redirect: 'manual',
        signal,
      })
      const { status } = response
      if (response.ok) return readAnswer(response, { request, model: options.model, wire, startedAt })
      const { about, code } = await readRefusal(response, apiKey)
      const pauseMs = fitsBefore(request.deadlineAt, response.headers.get('retry-after'), Date.now())
      const isObjection = objecting.has(status)
      const aboutFormat = isObjection && about.includes('format')
      const heeded = about.filter((objection) => objection !== 'format' || options.keepsForm !== true)
      const adapted = isObjection ? withoutObjected(wire, heeded) : null
      if (adapted && adaptations < ADAPTATIONS_MOST) {
        adaptations += 1
        learnt = adapted
      } else if ((status === 429 || status === 503) && !waited && pauseMs !== undefined) {
        waited = true
        await wait(pauseMs, signal)
      } else {
        return err({
          kind: 'refused',
          status,
          ...(code ? { code } : {}),
          ...(aboutFormat ? { aboutFormat } : {}),
        })
      }
    }
  }

  return {
    complete: (request) => withinDeadline(request, (signal) => attempt(request, signal)),
  }
}

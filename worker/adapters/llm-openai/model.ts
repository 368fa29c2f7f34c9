import type {
  Completion,
  CompletionRequest,
  LanguageModel,
  ModelFailure,
} from '../../ports/language-model.ts'
import { err, type Result } from '../../result.ts'
import { readRefusal } from '../model-wire/refusal.ts'
import { fitsBefore, wait } from '../model-wire/retry-after.ts'
import { withinDeadline } from '../model-wire/within-deadline.ts'
import { readAnswer } from './read-answer.ts'

export interface OpenAiModelOptions {
  /** Up to and without `/chat/completions`, such as `https://api.upstage.ai/v1`. */
  readonly baseUrl: string
  readonly apiKey?: string
  readonly model: string
  readonly fetch?: typeof fetch
}

function requestBody(request: CompletionRequest, model: string, withFormat: boolean): string {
  return JSON.stringify({
    model,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    temperature: request.temperature,
    max_tokens: request.maxTokens,
    stream: true,
    ...(withFormat
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'answer', schema: request.schema, strict: true },
          },
        }
      : {}),
  })
}

/**
 * A model behind any address that speaks OpenAI's Chat Completions. Asks for a stream so that it can stop at the end
 * of the JSON value, and takes plain JSON as well.
 *
 * Sent twice at most for each of two reasons: without `response_format` when the server objects to it (400, 422),
 * which is then remembered, and after `Retry-After` (429, 503) when that ends before the deadline. Redirects are
 * refused: they would carry the key to another host.
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  // Called as a plain function: workerd refuses a `fetch` called as somebody's method.
  const send = options.fetch ?? fetch
  const address = `${options.baseUrl.replace(/\/+$/, '')}/chat/completions`
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream, application/json',
    ...(options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {}),
  }
  let formatRefused = false

  async function attempt(
    request: CompletionRequest,
    signal: AbortSignal,
  ): Promise<Result<Completion, ModelFailure>> {
    const opener = request.schema['type'] === 'array' ? '[' : '{'
    let waited = false
    for (;;) {
      const withFormat = !formatRefused
      const response = await send(address, {
        method: 'POST',
        headers,
        body: requestBody(request, options.model, withFormat),
        redirect: 'manual',
        signal,
      })
      const { status } = response
      if (response.ok) return readAnswer(response, opener, options.model, request.maxTokens)
      const { aboutFormat, code } = await readRefusal(response, options.apiKey)
      const pauseMs = fitsBefore(request.deadlineAt, response.headers.get('retry-after'), Date.now())
      if ((status === 400 || status === 422) && withFormat && aboutFormat) formatRefused = true
      else if ((status === 429 || status === 503) && !waited && pauseMs !== undefined) {
        waited = true
        await wait(pauseMs, signal)
      } else return err({ kind: 'refused', status, ...(code ? { code } : {}) })
    }
  }

  return {
    name: `${options.baseUrl} ${options.model}`,
    complete: (request) => withinDeadline(request, (signal) => attempt(request, signal)),
  }
}

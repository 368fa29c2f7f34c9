import type {
  Completion,
  CompletionRequest,
  LanguageModel,
  ModelFailure,
} from '../../ports/language-model.ts'
import { err, type Result } from '../../result.ts'
import { bodyPieces } from './body-pieces.ts'
import { readAnswer } from './read-answer.ts'
import { readRefusal } from './wire.ts'
import { fitsBefore, wait } from './retry-after.ts'

export interface OpenAiModelOptions {
  /** Up to and without `/chat/completions`, such as `https://api.upstage.ai/v1`. */
  readonly baseUrl: string
  readonly apiKey?: string
  readonly model: string
  readonly fetch?: typeof fetch
}

/** An error body is read only this far: enough to see what it objects to. */
const REFUSAL_LIMIT_BYTES = 4 * 1024

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

/** The system's code for a broken connection, or the error's name. Messages stay out: some quote headers. */
function connectionDetail(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : error.name
}

async function readStart(response: Response): Promise<string> {
  let start = ''
  for await (const { text, bytes } of bodyPieces(response)) {
    start += text
    if (bytes >= REFUSAL_LIMIT_BYTES) break
  }
  return start
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
      if (response.ok) return readAnswer(response, opener, options.model)
      const { aboutFormat, code } = readRefusal(await readStart(response), options.apiKey)
      const pauseMs = fitsBefore(request.deadlineAt, response.headers.get('retry-after'), Date.now())
      if ((status === 400 || status === 422) && withFormat && aboutFormat) formatRefused = true
      else if ((status === 429 || status === 503) && !waited && pauseMs !== undefined) {
        waited = true
        await wait(pauseMs, signal)
      } else return err({ kind: 'refused', status, ...(code ? { code } : {}) })
    }
  }

  return {
    async complete(request) {
      const remainingMs = request.deadlineAt - Date.now()
      if (request.signal.aborted) return err({ kind: 'aborted' })
      if (remainingMs <= 0) return err({ kind: 'timeout' })
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(), remainingMs)
      try {
        return await attempt(request, AbortSignal.any([request.signal, deadline.signal]))
      } catch (error) {
        if (request.signal.aborted) return err({ kind: 'aborted' })
        if (deadline.signal.aborted) return err({ kind: 'timeout' })
        return err({ kind: 'unreachable', detail: connectionDetail(error) })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

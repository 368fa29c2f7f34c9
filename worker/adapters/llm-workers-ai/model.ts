import { z } from 'zod'
import type { ModelWire } from '../../contract/models.ts'
import type {
  Completion,
  CompletionRequest,
  LanguageModel,
  ModelFailure,
} from '../../ports/language-model.ts'
import { err, type Result } from '../../result.ts'
import { readChatAnswer } from '../model-wire/chat-answer.ts'
import { GatheredAnswer } from '../model-wire/gathered-answer.ts'
import { requestFields } from '../model-wire/request-fields.ts'
import { withinDeadline } from '../model-wire/within-deadline.ts'
import { workersAiRefusal } from '../model-wire/workers-ai-refusal.ts'

/** The part of the platform's `AI` binding that is used, so that a test can play it: it cannot be had locally. */
export interface TextAiBinding {
  run(
    model: string,
    input: Readonly<Record<string, unknown>>,
    options: { readonly signal: AbortSignal },
  ): Promise<unknown>
}

export interface WorkersAiModelOptions {
  readonly ai: TextAiBinding
  readonly model: string
  readonly wire: ModelWire
  /** True: a schema that the model cannot keep to is a failure, not left out. For a probe, which knows other forms. */
  readonly keepsForm?: boolean
}

/** Older models: the text by itself, or the JSON already parsed when a schema was asked for. */
const older = z.object({
  response: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  usage: z.unknown().optional(),
})

/** An answer of either contract as one of Chat Completions. */
function asChatAnswer(answer: unknown): unknown {
  const read = older.safeParse(answer)
  if (!read.success) return answer
  const { response, usage } = read.data
  const content = typeof response === 'string' ? response : JSON.stringify(response)
  return { choices: [{ message: { content } }], usage }
}

const schemaRefused = /json mode couldn't be met|json_schema|response_format/i

/**
 * A text model of Workers AI through the `AI` binding of a deployed worker: no key, no address. Two contracts stand
 * behind it; which one a model keeps to shows in its answer. Asked once more without a schema when the model could not
 * keep to it, if that still fits before the deadline.
 */
export function createWorkersAiModel({
  ai,
  model,
  wire,
  keepsForm = false,
}: WorkersAiModelOptions): LanguageModel {
  async function run(
    request: CompletionRequest,
    asked: ModelWire,
    startedAt: number,
    signal: AbortSignal,
  ): Promise<Result<Completion, ModelFailure>> {
    const answer = await ai.run(model, requestFields(request, asked), { signal })
    const part = readChatAnswer(asChatAnswer(answer), 'message')
    if (!part) return err({ kind: 'malformed', detail: 'the answer has no text' })
    const gathered = new GatheredAnswer({ request, model, wire: asked, startedAt }, { streamed: false })
    gathered.add(part)
    return gathered.outcome()
  }

  async function attempt(
    request: CompletionRequest,
    signal: AbortSignal,
  ): Promise<Result<Completion, ModelFailure>> {
    const startedAt = Date.now()
    // The binding may not heed its signal at once: nobody waits for it past the deadline.
    const left = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('left')), { once: true })
    })
    for (let asked = wire; ; asked = { ...asked, schema: 'none' }) {
      try {
        return await Promise.race([run(request, asked, startedAt, signal), left])
      } catch (error) {
        if (signal.aborted) throw error
        const aboutFormat = error instanceof Error && schemaRefused.test(error.message)
        if (aboutFormat && asked.schema !== 'none' && !keepsForm) continue
        const refused = workersAiRefusal(error) ?? (aboutFormat ? { status: 400 } : null)
        if (!refused) throw error
        return err({ kind: 'refused', ...refused, ...(aboutFormat ? { aboutFormat } : {}) })
      }
    }
  }

  return { complete: (request) => withinDeadline(request, (signal) => attempt(request, signal)) }
}

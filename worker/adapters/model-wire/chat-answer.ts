/** The parts of OpenAI's Chat Completions answers that are read, taken out of untrusted JSON. Pure. */
import { z } from 'zod'

const words = z.string().nullish().catch(null)

const said = z.object({ content: words, refusal: words, reasoning: words, reasoning_content: words })

const choice = z.object({
  delta: said.nullish(),
  message: said.nullish(),
  finish_reason: z.string().nullish().catch(null),
})

const answer = z.object({
  error: z.null().optional(),
  model: z.string().min(1).max(200).optional().catch(undefined),
  choices: z.array(choice).nullish(),
  usage: z
    .object({
      prompt_tokens: z.number().min(0),
      completion_tokens: z.number().min(0),
      completion_tokens_details: z
        .object({ reasoning_tokens: z.number().nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
})

export interface WireAnswer {
  readonly content: string
  readonly declined: boolean
  readonly cutShort: boolean
  /** What the model thought, where the server sets it apart. */
  readonly reasoning: string
  readonly thought: boolean
  readonly model: string | undefined
  readonly tokens: { readonly prompt: number; readonly completion: number } | undefined
}

/**
 * One event of a stream (`from: 'delta'`; pings and counts have no choice and say nothing) or a whole plain answer
 * (`from: 'message'`). Reasoning stands in fields of its own (`reasoning`, `reasoning_content`) and is never taken for
 * the answer.
 * @param value untrusted JSON, parsed
 * @returns undefined when it is no answer of this protocol; an error object inside a 200 is none either
 */
export function readChatAnswer(value: unknown, from: 'delta' | 'message'): WireAnswer | undefined {
  const read = answer.safeParse(value)
  if (!read.success) return undefined
  const { choices, model, usage } = read.data
  const first = choices?.[0]
  const said = first?.[from]
  if (from === 'message' && !said) return undefined
  const reasoning = said?.reasoning_content ?? said?.reasoning ?? ''
  return {
    content: said?.content ?? '',
    declined: Boolean(said?.refusal),
    cutShort: first?.finish_reason === 'length',
    reasoning,
    thought: reasoning.trim() !== '' || (usage?.completion_tokens_details?.reasoning_tokens ?? 0) > 0,
    model,
    tokens: usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : undefined,
  }
}

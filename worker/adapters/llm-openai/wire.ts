/** The parts of OpenAI's Chat Completions answers that are read, taken out of untrusted JSON. Pure. */
import { z } from 'zod'
import { parseJson } from '../model-wire/refusal.ts'

const said = z.object({
  content: z.string().nullish().catch(null),
  refusal: z.string().nullish().catch(null),
})

const choice = z.object({
  delta: said.nullish(),
  message: said.nullish(),
  finish_reason: z.string().nullish().catch(null),
})

const answer = z.object({
  error: z.null().optional(),
  model: z.string().min(1).max(200).optional().catch(undefined),
  choices: z.array(choice).nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

export interface WireAnswer {
  readonly content: string
  readonly declined: boolean
  readonly cutShort: boolean
  readonly model: string | undefined
  readonly tokens: { readonly prompt: number; readonly completion: number } | undefined
}

/**
 * One event of a stream (`from: 'delta'`; pings and counts have no choice and say nothing) or a whole plain answer
 * (`from: 'message'`). Reasoning stands in fields of its own (`reasoning`, `reasoning_content`) and is left there.
 * @returns undefined when the text is no answer of this protocol; an error object inside a 200 is none either
 */
export function readWire(text: string, from: 'delta' | 'message'): WireAnswer | undefined {
  const read = answer.safeParse(parseJson(text))
  if (!read.success) return undefined
  const { choices, model, usage } = read.data
  const first = choices?.[0]
  const words = first?.[from]
  if (from === 'message' && !words) return undefined
  return {
    content: words?.content ?? '',
    declined: Boolean(words?.refusal),
    cutShort: first?.finish_reason === 'length',
    model,
    tokens: usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : undefined,
  }
}

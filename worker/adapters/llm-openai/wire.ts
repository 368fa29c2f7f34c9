/** The parts of OpenAI's Chat Completions answers that are read, taken out of untrusted JSON. Pure. */
import { z } from 'zod'

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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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

/** What an error answer says, as far as it helps to decide what to do next. */
export interface WireRefusal {
  readonly code: string | undefined
  /** The server objects to `response_format` or to the schema in it. */
  readonly aboutFormat: boolean
}

const formatWords = /response_format|json_schema|json schema|structured|guided|grammar/i

const shortCode = z
  .string()
  .regex(/^[a-z0-9_.-]{1,60}$/i)
  .optional()
  .catch(undefined)
const refusal = z.object({ error: z.object({ code: shortCode, type: shortCode }) })

/**
 * Reads the start of an error body. The message itself is dropped: servers quote keys and prompts in it.
 * @param secret never let out, even where a server calls it a code
 */
export function readRefusal(text: string, secret: string | undefined): WireRefusal {
  const read = refusal.safeParse(parseJson(text))
  const code = read.success ? (read.data.error.code ?? read.data.error.type) : undefined
  const isSafe = code !== undefined && !(secret && (code.includes(secret) || secret.includes(code)))
  return { aboutFormat: formatWords.test(text), code: isSafe ? code : undefined }
}

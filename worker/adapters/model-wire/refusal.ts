import { z } from 'zod'
import type { Objection } from '../../models/dialects.ts'
import { bodyPieces } from './body-pieces.ts'

/** An error body is read only this far: enough to see what it objects to. */
const REFUSAL_LIMIT_BYTES = 4 * 1024

/** What an error answer says, as far as it helps to decide what to do next. */
export interface WireRefusal {
  readonly code: string | undefined
  /** What of the request the server does not take. */
  readonly about: readonly Objection[]
}

/** What a server names when it does not take a field. */
const objections: readonly (readonly [Objection, RegExp])[] = [
  ['format', /response_format|json_schema|json schema|json mode|structured|guided|grammar/i],
  ['token_limit', /max_completion_tokens|(?:unsupported|unknown|unrecognized|extra)[^.]{0,60}max_tokens/i],
  ['temperature', /temperature/i],
  ['thinking', /reasoning_effort|reasoning effort|chat_template_kwargs|enable_thinking/i],
  ['usage', /stream_options/i],
]

const shortCode = z
  .string()
  .regex(/^[a-z0-9_.-]{1,60}$/i)
  .optional()
  .catch(undefined)
const refusal = z.object({ error: z.object({ code: shortCode, type: shortCode }) })

/** Untrusted JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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
 * Reads the start of an error body. The message itself is dropped: servers quote keys and prompts in it.
 * @param secret never let out, even where a server calls it a code
 * @throws what the connection throws when it breaks or is aborted
 */
export async function readRefusal(response: Response, secret: string | undefined): Promise<WireRefusal> {
  const text = await readStart(response)
  const read = refusal.safeParse(parseJson(text))
  const code = read.success ? (read.data.error.code ?? read.data.error.type) : undefined
  const isSafe = code !== undefined && !(secret && (code.includes(secret) || secret.includes(code)))
  return {
    about: objections.flatMap(([objection, words]) => (words.test(text) ? [objection] : [])),
    code: isSafe ? code : undefined,
  }
}

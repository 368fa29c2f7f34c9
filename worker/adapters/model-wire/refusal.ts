import { z } from 'zod'
import { bodyPieces } from './body-pieces.ts'

/** An error body is read only this far: enough to see what it objects to. */
const REFUSAL_LIMIT_BYTES = 4 * 1024

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
  return { aboutFormat: formatWords.test(text), code: isSafe ? code : undefined }
}

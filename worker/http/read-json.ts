import type { Context } from 'hono'
import type { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import type { AppEnv } from './context.ts'
import type { PublicError } from './respond.ts'
import { validate } from './validate.ts'

/** A settings or product body is never longer. */
const BODY_MOST_BYTES = 1024 * 1024

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`

/** A body's text; null when it is longer than `most` bytes, whatever length was declared. */
async function readText(body: ReadableStream<Uint8Array> | null, most: number): Promise<string | null> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const bytes of body) {
    length += bytes.length
    if (length > most) return null
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}

/** Reads a body of at most `most` bytes as it was sent, byte for byte. */
export async function readBytes(
  c: Context<AppEnv>,
  most: number,
): Promise<Result<Uint8Array<ArrayBuffer>, PublicError>> {
  const bytes = new Uint8Array(most)
  const body: ReadableStream<Uint8Array> | null = c.req.raw.body
  let length = 0
  try {
    for await (const part of body ?? []) {
      if (length + part.length > most) {
        return err({ code: 'too_large', message: `The body is longer than ${sizeText(most)}.` })
      }
      bytes.set(part, length)
      length += part.length
    }
  } catch {
    return err({ code: 'bad_request', message: 'The body broke off.' })
  }
  return ok(bytes.slice(0, length))
}

/** Reads a JSON body of at most `most` bytes and parses it against the contract. */
export async function readJson<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
  most: number = BODY_MOST_BYTES,
): Promise<Result<z.output<Schema>, PublicError>> {
  let body: unknown
  try {
    const text = await readText(c.req.raw.body, most)
    if (text === null) {
      return err({ code: 'too_large', message: `The body is longer than ${sizeText(most)}.` })
    }
    body = JSON.parse(text)
  } catch {
    return err({ code: 'bad_request', message: 'The body is not JSON.' })
  }
  return validate(schema, body)
}

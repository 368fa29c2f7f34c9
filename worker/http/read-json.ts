import type { Context } from 'hono'
import type { z } from 'zod'
import { err, type Result } from '../result.ts'
import type { AppEnv } from './context.ts'
import type { PublicError } from './respond.ts'
import { validate } from './validate.ts'

/** A settings or product body is never longer. */
const BODY_MOST_BYTES = 1024 * 1024

/** Reads a small JSON body and parses it against the contract. */
export async function readJson<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<Result<z.output<Schema>, PublicError>> {
  if (Number(c.req.header('Content-Length') ?? 0) > BODY_MOST_BYTES) {
    return err({ code: 'too_large', message: 'The body is longer than 1 MiB.' })
  }
  let body: unknown
  try {
    body = await c.req.json()
  } catch {
    return err({ code: 'bad_request', message: 'The body is not JSON.' })
  }
  return validate(schema, body)
}

import { z } from 'zod'

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()))

const address = optional.refine((text) => text === undefined || /^https?:\/\/\S+$/.test(text), {
  message: 'must be an address that begins with http:// or https://',
})

const variables = z.object({
  OPERATOR_TOKEN: optional,
  LLM_BASE_URL: address,
  LLM_API_KEY: optional,
  LLM_MODEL: optional,
  RATE_LIMITS: optional.refine((text) => text === undefined || text === 'off' || text === 'on', {
    message: 'must be on or off',
  }),
})

export interface Config {
  readonly operatorToken: string | undefined
  readonly model:
    | { readonly baseUrl: string; readonly apiKey: string | undefined; readonly name: string }
    | undefined
  readonly rateLimits: boolean
}

/** A setting of the environment that cannot be used; the message is one sentence and names it. */
export class ConfigUnusable extends Error {
  override readonly name = 'ConfigUnusable'
}

/** Reads the environment once. Missing settings switch features to their embedded form; a wrong one is refused. */
export function readConfig(environment: object): Config {
  const parsed = variables.safeParse(environment)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigUnusable(
      `${issue?.path.join('.') ?? 'The environment'} ${issue?.message ?? 'cannot be read'}.`,
    )
  }
  const { OPERATOR_TOKEN, LLM_BASE_URL, LLM_API_KEY, LLM_MODEL, RATE_LIMITS } = parsed.data
  if (LLM_BASE_URL !== undefined && LLM_MODEL === undefined) {
    throw new ConfigUnusable('LLM_MODEL is missing: LLM_BASE_URL is set, so name the model to ask there.')
  }
  return {
    operatorToken: OPERATOR_TOKEN,
    model:
      LLM_BASE_URL === undefined || LLM_MODEL === undefined
        ? undefined
        : { baseUrl: LLM_BASE_URL.replace(/\/+$/, ''), apiKey: LLM_API_KEY, name: LLM_MODEL },
    rateLimits: RATE_LIMITS !== 'off',
  }
}

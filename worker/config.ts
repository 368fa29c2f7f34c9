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
  MEILI_URL: address,
  MEILI_KEY: optional,
  MEILI_BUDGET_MS: optional.refine((text) => text === undefined || /^[1-9]\d{1,3}$/.test(text), {
    message: 'must be a number of milliseconds from 10 to 9999',
  }),
  RATE_LIMITS: optional.refine((text) => text === undefined || text === 'off' || text === 'on', {
    message: 'must be on or off',
  }),
})

export interface Config {
  readonly operatorToken: string | undefined
  readonly model:
    | { readonly baseUrl: string; readonly apiKey: string | undefined; readonly name: string }
    | undefined
  readonly meilisearch:
    | {
        readonly url: string
        readonly key: string | undefined
        /** Milliseconds a search waits for it. */
        readonly budgetMs: number
      }
    | undefined
  readonly rateLimits: boolean
}

const MEILI_BUDGET_MS = 250

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
  const { OPERATOR_TOKEN, LLM_BASE_URL, LLM_API_KEY, LLM_MODEL, MEILI_URL, MEILI_KEY, RATE_LIMITS } =
    parsed.data
  if (LLM_BASE_URL !== undefined && LLM_MODEL === undefined) {
    throw new ConfigUnusable('LLM_MODEL is missing: LLM_BASE_URL is set, so name the model to ask there.')
  }
  if (MEILI_KEY !== undefined && MEILI_URL === undefined) {
    throw new ConfigUnusable('MEILI_URL is missing: MEILI_KEY is set, so say where the server is.')
  }
  return {
    operatorToken: OPERATOR_TOKEN,
    model:
      LLM_BASE_URL === undefined || LLM_MODEL === undefined
        ? undefined
        : { baseUrl: LLM_BASE_URL.replace(/\/+$/, ''), apiKey: LLM_API_KEY, name: LLM_MODEL },
    meilisearch:
      MEILI_URL === undefined
        ? undefined
        : {
            url: MEILI_URL.replace(/\/+$/, ''),
            key: MEILI_KEY,
            budgetMs: Number(parsed.data.MEILI_BUDGET_MS ?? MEILI_BUDGET_MS),
          },
    rateLimits: RATE_LIMITS !== 'off',
  }
}

import { z } from 'zod'

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()))

const address = optional.refine((text) => text === undefined || /^https?:\/\/\S+$/.test(text), {
  message: 'must be an address that begins with http:// or https://',
})

const count = optional
  .refine((text) => text === undefined || /^[1-9]\d{0,9}$/.test(text), {
    message: 'must be a whole number above 0',
  })
  .transform((text) => (text === undefined ? undefined : Number(text)))

const variables = z.object({
  OPERATOR_TOKEN: optional,
  LLM_BASE_URL: address,
  LLM_API_KEY: optional,
  LLM_MODEL: optional,
  ENRICH_REQUESTS_PER_MINUTE: count,
  ENRICH_TOKENS_PER_MINUTE: count,
  MEILI_URL: address,
  MEILI_KEY: optional,
  MEILI_BUDGET_MS: optional.refine((text) => text === undefined || /^[1-9]\d{1,3}$/.test(text), {
    message: 'must be a number of milliseconds from 10 to 9999',
  }),
  EMBED_BASE_URL: address,
  EMBED_API_KEY: optional,
  EMBED_MODEL: optional,
  EMBED_REQUESTS_PER_MINUTE: count,
  EMBED_TOKENS_PER_MINUTE: count,
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
  readonly embedder:
    | { readonly baseUrl: string; readonly apiKey: string | undefined; readonly name: string }
    | undefined
  /** What the embedder's account allows, where the environment says it. */
  readonly embedRates: {
    readonly requestsPerMinute: number | undefined
    readonly tokensPerMinute: number | undefined
  }
  /** What reading products may ask of the model in a minute, where the environment says it. */
  readonly enrichmentRates: Config['embedRates']
  readonly rateLimits: boolean
}

const MEILI_BUDGET_MS = 250

/** A setting of the environment that cannot be used; the message is one sentence and names it. */
export class ConfigUnusable extends Error {
  override readonly name = 'ConfigUnusable'
}

function endpoint(
  prefix: 'LLM' | 'EMBED',
  baseUrl: string | undefined,
  apiKey: string | undefined,
  name: string | undefined,
) {
  if (baseUrl === undefined) return undefined
  if (name === undefined) {
    throw new ConfigUnusable(
      `${prefix}_MODEL is missing: ${prefix}_BASE_URL is set, so name the model to ask there.`,
    )
  }
  return { baseUrl: baseUrl.replace(/\/+$/, ''), apiKey, name }
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
  const values = parsed.data
  const { OPERATOR_TOKEN, MEILI_URL, MEILI_KEY, RATE_LIMITS } = values
  if (MEILI_KEY !== undefined && MEILI_URL === undefined) {
    throw new ConfigUnusable('MEILI_URL is missing: MEILI_KEY is set, so say where the server is.')
  }
  return {
    operatorToken: OPERATOR_TOKEN,
    model: endpoint('LLM', values.LLM_BASE_URL, values.LLM_API_KEY, values.LLM_MODEL),
    embedder: endpoint('EMBED', values.EMBED_BASE_URL, values.EMBED_API_KEY, values.EMBED_MODEL),
    embedRates: {
      requestsPerMinute: values.EMBED_REQUESTS_PER_MINUTE,
      tokensPerMinute: values.EMBED_TOKENS_PER_MINUTE,
    },
    enrichmentRates: {
      requestsPerMinute: values.ENRICH_REQUESTS_PER_MINUTE,
      tokensPerMinute: values.ENRICH_TOKENS_PER_MINUTE,
    },
    meilisearch:
      MEILI_URL === undefined
        ? undefined
        : {
            url: MEILI_URL.replace(/\/+$/, ''),
            key: MEILI_KEY,
            budgetMs: Number(values.MEILI_BUDGET_MS ?? MEILI_BUDGET_MS),
          },
    rateLimits: RATE_LIMITS !== 'off',
  }
}

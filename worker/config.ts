import { z } from 'zod'
import type { ModelPrice } from './contract/models.ts'
import { modelDialects, type ModelDialect } from './contract/vocabulary.ts'
import { WORKERS_AI_DEFAULT, workersAiModel, workersAiModels } from './models/workers-ai-models.ts'

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

const dollars = /^(?<input>\d{1,3}(?:\.\d{1,6})?)\/(?<output>\d{1,3}(?:\.\d{1,6})?)$/

const SECRET_LEAST = 32
const secretsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const variables = z.object({
  OPERATOR_TOKEN: optional,
  LLM_BASE_URL: address,
  LLM_API_KEY: optional,
  LLM_MODEL: optional,
  LLM_DIALECT: optional.refine(
    (text) => text === undefined || modelDialects.some((dialect) => dialect === text),
    { message: `must be one of ${modelDialects.join(', ')}` },
  ),
  LLM_PRICE: optional.refine((text) => text === undefined || dollars.test(text), {
    message: 'must be dollars per million tokens in and out, such as 0.30/1.20',
  }),
  AI_DAILY_TOKENS: count,
  AI_MODEL: optional.refine((text) => text === undefined || workersAiModel(text) !== undefined, {
    message: `must be one of ${workersAiModels.map(({ name }) => name).join(', ')}`,
  }),
  ENCRYPTION_KEY: optional.refine((text) => secretsOf(text).every(({ length }) => length >= SECRET_LEAST), {
    message: `must have at least ${SECRET_LEAST} characters, such as openssl rand -base64 32 makes; several are parted by commas, the newest first`,
  }),
  ALLOW_PRIVATE_ADDRESSES: optional.refine((text) => text === undefined || text === '0' || text === '1', {
    message: 'must be 1 or 0',
  }),
  DNS_URL: address,
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
    | {
        readonly baseUrl: string
        readonly apiKey: string | undefined
        readonly name: string
        readonly dialect: ModelDialect
        readonly price: ModelPrice | null
      }
    | undefined
  /** The platform's own model, offered where the platform has one; undefined: the operator allows none of it. */
  readonly platformModel: { readonly name: string; readonly dailyTokens: number } | undefined
  /** Seal what shops entrust, the newest first; empty: nothing can be stored. */
  readonly encryptionKeys: readonly string[]
  /** Whether addresses that shops type may be private. */
  readonly allowPrivateAddresses: boolean
  /** Where names are looked up, by DNS over HTTPS in JSON. */
  readonly dnsUrl: string
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
const DNS_URL = 'https://cloudflare-dns.com/dns-query'

/** A setting of the environment that cannot be used; the message is one sentence and names it. */
class ConfigUnusable extends Error {
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

function priceOf(text: string | undefined): ModelPrice | null {
  const read = dollars.exec(text ?? '')?.groups
  return read ? { input: Number(read['input']), output: Number(read['output']) } : null
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
  const model = endpoint('LLM', values.LLM_BASE_URL, values.LLM_API_KEY, values.LLM_MODEL)
  return {
    operatorToken: OPERATOR_TOKEN,
    model: model && {
      ...model,
      dialect: modelDialects.find((dialect) => dialect === values.LLM_DIALECT) ?? 'compatible',
      price: priceOf(values.LLM_PRICE),
    },
    platformModel:
      values.AI_DAILY_TOKENS === undefined
        ? undefined
        : { name: values.AI_MODEL ?? WORKERS_AI_DEFAULT, dailyTokens: values.AI_DAILY_TOKENS },
    encryptionKeys: secretsOf(values.ENCRYPTION_KEY),
    allowPrivateAddresses: values.ALLOW_PRIVATE_ADDRESSES === '1',
    dnsUrl: values.DNS_URL ?? DNS_URL,
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

import { z } from 'zod'
import {
  MODELS,
  modelDialects,
  modelKinds,
  modelPurposes,
  probeChecks,
  rerankGateChoices,
  rerankGateStates,
  schemaForms,
  thinkingSwitches,
  tokenLimitFields,
} from './vocabulary.ts'

/** How a model's server is asked. A probe finds it out; what a server refuses is left out as the calls go on. */
export const modelWire = z.object({
  schema: z.enum(schemaForms),
  thinking: z.enum(thinkingSwitches),
  token_limit: z.enum(tokenLimitFields),
  /** Whether a stream is asked for, which can be left as soon as the answer is whole. */
  stream: z.boolean(),
  temperature: z.boolean(),
  /** Whether the count of tokens is asked for at the end of a stream. */
  usage: z.boolean(),
})
export type ModelWire = z.infer<typeof modelWire>

/** US dollars per million tokens. */
export const modelPrice = z.object({
  input: z.number().min(0).max(1_000),
  output: z.number().min(0).max(1_000),
})
export type ModelPrice = z.infer<typeof modelPrice>

const endpointId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'small letters, digits, - and _, at most 40')
  .refine((id) => id !== 'default' && id !== 'none', 'a name other than default and none')

const endpoint = z.object({
  id: endpointId,
  kind: z.enum(modelKinds),
  /** Up to and without `/chat/completions`, such as `https://api.upstage.ai/v1`; empty for `workers-ai`. */
  base_url: z.string().trim().max(500).default(''),
  /** The model to ask there; for `embed` one, or two as `query|passage`. */
  model: z.string().trim().min(1).max(200),
  dialect: z.enum(modelDialects).default('compatible'),
  /** The merchant's word: the texts leave the country the shop answers for. */
  overseas: z.boolean(),
  /** The merchant's word: somebody else than the shop runs it. */
  third_party: z.boolean(),
  price: modelPrice.optional(),
})

/** An endpoint as the shop types it. */
export const modelEndpointInput = endpoint
  .extend({
    /** Left out: the stored key stays, as long as the address stays. Empty: there is none. */
    key: z
      .string()
      .trim()
      .max(MODELS.keyCharacters)
      .regex(/^[\x21-\x7e]*$/, 'letters, digits and signs without spaces')
      .optional(),
  })
  .strict()
export type ModelEndpointInput = z.infer<typeof modelEndpointInput>

export const probeFinding = z.object({
  check: z.enum(probeChecks),
  ok: z.boolean(),
  /** One short name of what was found, such as `model_missing`, for programs. */
  code: z.string(),
  /** What was found and, where it is a fault, what to do. */
  message: z.string(),
})
export type ProbeFinding = z.infer<typeof probeFinding>

export const modelProbe = z.object({
  at: z.string(),
  /** `limited`: it can be used, but something is missing that makes it slower, dearer or worse. */
  verdict: z.enum(['works', 'limited', 'fails']),
  findings: z.array(probeFinding),
  /** How it is asked from now on; null when it cannot be used. */
  wire: modelWire.nullable(),
  /** The model that answered, as the server names it. */
  answered_by: z.string().nullable(),
  /** Median time to the first piece of an answer; null when nothing answered. */
  first_byte_ms: z.number().nullable(),
  /** What a re-ranking takes by the measured pace; null when it was not measured. */
  answer_ms: z.number().nullable(),
  tokens_per_second: z.number().nullable(),
  /** What the probe cost. */
  calls: z.number().int(),
  tokens: z.number().int(),
})
export type ModelProbe = z.infer<typeof modelProbe>

export const modelEndpoint = endpoint.extend({
  /** The last characters of the stored key, as `…abcd`; null without one. */
  key: z.string().nullable(),
  /** What the last probe found; null before the first and after a change. */
  probe: modelProbe.nullable(),
})
export type ModelEndpoint = z.infer<typeof modelEndpoint>

/** An endpoint's id, `default` for the installation's own model, or `none`. */
const served = z.string().max(40)

export const modelsRequest = z
  .object({
    endpoints: z.array(modelEndpointInput).max(MODELS.endpoints),
    /** Who serves what. What is left out is served by the shop's first endpoint (never `embed`), else by `default`. */
    serves: z.partialRecord(z.enum(modelPurposes), served).default({}),
    /** False in either: only endpoints of the shop's own that are not declared so are ever called. */
    processing: z
      .object({ overseas: z.boolean(), third_party: z.boolean() })
      .default({ overseas: true, third_party: true }),
    if_version: z.number().int().min(0).optional(),
  })
  .strict()
export type ModelsRequest = z.infer<typeof modelsRequest>

const modelInUse = z.object({
  /** An endpoint's id, or `default`; null: nobody. */
  endpoint: z.string().nullable(),
  model: z.string().nullable(),
  owner: z.enum(['shop', 'operator', 'platform']).nullable(),
  /** Why nobody serves it. */
  reason: z.string().optional(),
})

/** A mean gain in nDCG with its 95 % interval. */
export const modelGain = z.object({ mean: z.number(), low: z.number(), high: z.number() })

/** When the model that orders results is asked, and with what. */
export const rerankGate = z.object({
  state: z.enum(rerankGateStates),
  /** The shop's wish; only with `auto` does a `shut` gate keep the model from being asked. */
  setting: z.enum(rerankGateChoices),
  /** From this lead of the best product on, 0 to 1, no order is asked for; null: always, or never. */
  gap: z.number().nullable(),
  /** How many products the model is shown. */
  cards: z.union([z.literal(24), z.literal(48)]),
  /** Judged queries of the comparison that taught it, and what the model gained over the first stage there. */
  queries: z.number().int().optional(),
  gain: modelGain.optional(),
  learnt_at: z.string().optional(),
  /** What this means for the shop. */
  message: z.string(),
})
export type RerankGate = z.infer<typeof rerankGate>

export const modelsResponse = z.object({
  version: z.number().int(),
  endpoints: z.array(modelEndpoint),
  serves: z.partialRecord(z.enum(modelPurposes), served),
  processing: z.object({ overseas: z.boolean(), third_party: z.boolean() }),
  /** What this installation offers a shop without a model of its own. */
  default: z
    .object({
      owner: z.enum(['operator', 'platform']),
      model: z.string(),
      /** Tokens a shop may use of it in a day; null: not limited here. */
      daily_tokens: z.number().int().nullable(),
    })
    .nullable(),
  /** Whether keys can be stored: the installation has an ENCRYPTION_KEY. */
  can_store_keys: z.boolean(),
  /** Who serves what as things stand. */
  in_use: z.record(z.enum(modelPurposes), modelInUse),
  /** Of the model that orders results; null: there is none. */
  gate: rerankGate.nullable(),
})
export type ModelsResponse = z.infer<typeof modelsResponse>

export const probeRequest = z
  .object({
    endpoint: endpointId,
    /** Milliseconds the probe may take. */
    within_ms: z.number().int().min(1_000).max(MODELS.probeMsMost).default(MODELS.probeMs),
  })
  .strict()
export type ProbeRequest = z.infer<typeof probeRequest>

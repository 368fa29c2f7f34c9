import type { ModelWire } from '../contract/models.ts'
import type { ModelDialect, ThinkingSwitch } from '../contract/vocabulary.ts'

/**
 * How servers want to be asked, as data: they all speak OpenAI's Chat Completions and differ in a handful of fields.
 * An SDK hides none of these differences and weighs 86 to 191 KB compressed, so the calls are made with `fetch`.
 */

const openAiLike: ModelWire = {
  schema: 'strict',
  thinking: 'none',
  token_limit: 'max_tokens',
  stream: true,
  temperature: true,
  usage: true,
}

export const dialects: Readonly<Record<ModelDialect, ModelWire>> = {
  compatible: openAiLike,
  openai: { ...openAiLike, token_limit: 'max_completion_tokens' },
  solar: openAiLike,
  vllm: { ...openAiLike, thinking: 'template' },
  llamacpp: { ...openAiLike, thinking: 'template' },
  ollama: { ...openAiLike, thinking: 'effort_none' },
}

/** Models that think unless told otherwise, and what they are told. The first that fits counts. */
const thinkers: readonly { readonly model: RegExp; readonly thinking: ThinkingSwitch }[] = [
  // The newest Solar does not think by itself; the one before it takes low for off.
  { model: /^solar-pro3/i, thinking: 'effort_low' },
  { model: /^gpt-5\.[1-9]/i, thinking: 'effort_none' },
  { model: /^gpt-5/i, thinking: 'effort_minimal' },
  { model: /^o\d/i, thinking: 'effort_low' },
  { model: /gpt-oss/i, thinking: 'effort_low' },
  { model: /deepseek-v4/i, thinking: 'effort_none' },
]

/** OpenAI's models that think refuse a temperature. */
const withoutTemperature = /^(?:gpt-5|o\d)/i

/** Which dialect a server speaks, by its address. Pure. */
export function guessDialect(baseUrl: string): ModelDialect {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url?.hostname === 'api.openai.com') return 'openai'
  if (url?.hostname.endsWith('.upstage.ai')) return 'solar'
  if (url?.port === '11434') return 'ollama'
  return 'compatible'
}

/** How a model is asked before anybody has probed it. Pure. */
export function firstWire(dialect: ModelDialect, baseUrl: string, model: string): ModelWire {
  const spoken = dialect === 'compatible' ? guessDialect(baseUrl) : dialect
  const wire = dialects[spoken]
  const thinker = thinkers.find((one) => one.model.test(model))
  return {
    ...wire,
    ...(thinker && spoken !== 'compatible' ? { thinking: thinker.thinking } : {}),
    ...(spoken === 'openai' && withoutTemperature.test(model) ? { temperature: false } : {}),
  }
}

/** What a server may say it does not take. */
export type Objection = 'format' | 'token_limit' | 'temperature' | 'thinking' | 'usage'

/**
 * The wire without what the server objects to; null when nothing is left to change. In the middle of a search there
 * is no time to try which form of a schema it might take: that is the probe's work. Pure.
 */
export function withoutObjected(wire: ModelWire, objections: readonly Objection[]): ModelWire | null {
  const next: ModelWire = {
    ...wire,
    ...(objections.includes('format') ? { schema: 'none' as const } : {}),
    ...(objections.includes('token_limit')
      ? {
          token_limit:
            wire.token_limit === 'max_tokens' ? ('max_completion_tokens' as const) : ('max_tokens' as const),
        }
      : {}),
    ...(objections.includes('temperature') ? { temperature: false } : {}),
    ...(objections.includes('thinking') ? { thinking: 'none' as const } : {}),
    ...(objections.includes('usage') ? { usage: false } : {}),
  }
  return JSON.stringify(next) === JSON.stringify(wire) ? null : next
}

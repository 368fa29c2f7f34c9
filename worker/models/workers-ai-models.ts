import type { ModelPrice, ModelWire } from '../contract/models.ts'
import type { ThinkingSwitch } from '../contract/vocabulary.ts'

/** A text model of Workers AI that a shop may use. */
export interface WorkersAiModel {
  readonly name: string
  readonly wire: ModelWire
  /** US dollars per million tokens, as published in July 2026. */
  readonly price: ModelPrice
}

/** Not streamed: with a schema the platform does not stream, and an answer of forty tokens has nothing to gain. */
const wireOf = (thinking: ThinkingSwitch): ModelWire => ({
  // The platform's own client sends the schema bare to every model, whatever the types say; a probe may find better.
  schema: 'bare',
  thinking,
  token_limit: 'max_tokens',
  stream: false,
  temperature: true,
  usage: false,
})

const model = (
  name: string,
  input: number,
  output: number,
  thinking: ThinkingSwitch = 'none',
): WorkersAiModel => ({
  name,
  wire: wireOf(thinking),
  price: { input, output },
})

/**
 * How each model is told not to think, because a general "no effort" makes some of them think most. Models that
 * cannot be told (GLM 5.3) are left out: they would never answer within a search.
 */
export const workersAiModels: readonly WorkersAiModel[] = [
  model('@cf/google/gemma-4-26b-a4b-it', 0.1, 0.3, 'template'),
  model('@cf/zai-org/glm-4.7-flash', 0.061, 0.4, 'template'),
  model('@cf/qwen/qwen3-30b-a3b-fp8', 0.051, 0.335, 'template'),
  model('@cf/openai/gpt-oss-20b', 0.2, 0.3, 'effort_low'),
  model('@cf/openai/gpt-oss-120b', 0.35, 0.75, 'effort_low'),
  model('@cf/ibm-granite/granite-4.0-h-micro', 0.017, 0.112),
  model('@cf/meta/llama-3.2-3b-instruct', 0.051, 0.335),
  model('@cf/meta/llama-3.3-70b-instruct-fp8-fast', 0.293, 2.253),
  model('@cf/meta/llama-4-scout-17b-16e-instruct', 0.27, 0.85),
  model('@cf/mistralai/mistral-small-3.1-24b-instruct', 0.351, 0.555),
]

/** Multilingual, does not think when told so, and among the cheapest. */
export const WORKERS_AI_DEFAULT = '@cf/google/gemma-4-26b-a4b-it'

export const workersAiModel = (name: string): WorkersAiModel | undefined =>
  workersAiModels.find((one) => one.name === name)

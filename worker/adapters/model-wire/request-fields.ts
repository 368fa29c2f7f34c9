import type { ModelWire } from '../../contract/models.ts'
import type { CompletionRequest, JsonSchema } from '../../ports/language-model.ts'

type Fields = Readonly<Record<string, unknown>>

function formatOf(form: ModelWire['schema'], schema: JsonSchema): Fields {
  switch (form) {
    case 'strict':
      return {
        response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict: true } },
      }
    case 'bare':
      return { response_format: { type: 'json_schema', json_schema: schema } }
    case 'object_schema':
      return { response_format: { type: 'json_object', schema } }
    case 'object':
      return { response_format: { type: 'json_object' } }
    case 'none':
      return {}
  }
}

function thinkingOf(thinking: ModelWire['thinking']): Fields {
  switch (thinking) {
    case 'none':
      return {}
    case 'template':
      return { chat_template_kwargs: { enable_thinking: false } }
    case 'effort_none':
      return { reasoning_effort: 'none' }
    case 'effort_minimal':
      return { reasoning_effort: 'minimal' }
    case 'effort_low':
      return { reasoning_effort: 'low' }
  }
}

/** The fields of a Chat Completions request that carry the prompt and its bounds, in a server's own way. Pure. */
export function requestFields(request: CompletionRequest, wire: ModelWire): Fields {
  return {
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    ...(wire.temperature ? { temperature: request.temperature } : {}),
    [wire.token_limit]: request.maxTokens,
    ...thinkingOf(wire.thinking),
    ...formatOf(wire.schema, request.schema),
  }
}

import type { ModelWire } from '../../contract/models.ts'
import { estimatePrompt, estimateTokens } from '../../models/estimate-tokens.ts'
import type { Completion, CompletionRequest, ModelFailure, TokenCount } from '../../ports/language-model.ts'
import { err, ok, type Result } from '../../result.ts'
import { AnswerText } from './answer-text.ts'
import type { WireAnswer } from './chat-answer.ts'

export type ReadAnswer = Result<Completion, ModelFailure>

export interface Asked {
  readonly request: CompletionRequest
  /** The model asked for, for servers that do not name the one that answered. */
  readonly model: string
  readonly wire: ModelWire
  /** When the call began, milliseconds since the epoch. */
  readonly startedAt: number
}

/** The bracket that the expected JSON value starts with. */
const openerOf = ({ schema }: CompletionRequest) => (schema['type'] === 'array' ? '[' : '{')

/** Collects the parts of an answer into one outcome. */
export class GatheredAnswer {
  readonly #asked: Asked
  readonly #text: AnswerText
  #tokens: WireAnswer['tokens']
  #model: string
  #declined = false
  #cutShort = false
  #thought = false
  #reasoning = ''
  #firstAt: number | undefined
  #streamed: boolean

  constructor(asked: Asked, { streamed }: { readonly streamed: boolean }) {
    this.#asked = asked
    this.#model = asked.model
    this.#text = new AnswerText(openerOf(asked.request))
    this.#streamed = streamed
  }

  /** Whether everything asked for is here: a whole value and, where it is wanted, the count of tokens. */
  get isEnough(): boolean {
    return this.#text.isWhole && (this.#asked.request.untilEnd !== true || this.#tokens !== undefined)
  }

  get isWhole(): boolean {
    return this.#text.isWhole
  }

  add(part: WireAnswer): void {
    this.#firstAt ??= Date.now()
    this.#declined ||= part.declined
    this.#cutShort ||= part.cutShort
    this.#thought ||= part.thought
    this.#reasoning += part.reasoning
    this.#model = part.model ?? this.#model
    this.#tokens = part.tokens ?? this.#tokens
    this.#text.push(part.content)
  }

  outcome(): ReadAnswer {
    if (this.#firstAt === undefined) return err({ kind: 'malformed', detail: 'no answer in the body' })
    const { text } = this.#text
    const thought = this.#thought || this.#text.thought
    if (text === '') {
      const because = this.#declined ? 'declined' : this.#cutShort ? 'cut_short' : 'silent'
      return err({ kind: 'empty', because, thought })
    }
    const { startedAt, wire } = this.#asked
    return ok({
      text,
      tokens: this.#count(),
      model: this.#model,
      trace: {
        wire,
        streamed: this.#streamed,
        firstByteMs: this.#firstAt - startedAt,
        totalMs: Date.now() - startedAt,
        thought,
      },
    })
  }

  #count(): TokenCount {
    if (this.#tokens) return { ...this.#tokens, by: 'server' }
    const { system, user, schema } = this.#asked.request
    return {
      prompt: estimatePrompt([system, user, JSON.stringify(schema)]),
      completion: estimateTokens(this.#reasoning) + estimateTokens(this.#text.written),
      by: 'estimate',
    }
  }
}

import { createParser } from 'eventsource-parser'
import type { Completion, ModelFailure } from '../../ports/language-model.ts'
import { err, ok, type Result } from '../../result.ts'
import { bodyPieces } from '../model-wire/body-pieces.ts'
import { AnswerText } from './answer-text.ts'
import { readWire, type WireAnswer } from './wire.ts'

/** An order of twelve numbers streams in about 10 KiB. */
export const ANSWER_LIMIT_BYTES = 64 * 1024
/** A token of its own event, with all that servers put around it. */
const EVENT_BYTES = 400

/** What is longer than so many tokens can be is not an answer to our question. */
const limitOf = (maxTokens: number): number => Math.max(ANSWER_LIMIT_BYTES, maxTokens * EVENT_BYTES)

type Read = Result<Completion, ModelFailure>

/** Collects the wire's parts into one outcome. */
class Gathered {
  readonly #text: AnswerText
  #tokens: Completion['tokens']
  #model: string
  #declined = false
  #cutShort = false
  #seen = false

  constructor(opener: '{' | '[', model: string) {
    this.#text = new AnswerText(opener)
    this.#model = model
  }

  /** True once nothing further is needed. */
  add(part: WireAnswer): boolean {
    this.#seen = true
    this.#declined ||= part.declined
    this.#cutShort ||= part.cutShort
    this.#model = part.model ?? this.#model
    this.#tokens = part.tokens ?? this.#tokens
    return this.#text.push(part.content)
  }

  outcome(): Read {
    if (!this.#seen) return err({ kind: 'malformed', detail: 'no answer in the body' })
    const { text } = this.#text
    if (text === '') {
      return err({
        kind: 'empty',
        because: this.#declined ? 'declined' : this.#cutShort ? 'cut_short' : 'silent',
      })
    }
    return ok({ text, model: this.#model, ...(this.#tokens ? { tokens: this.#tokens } : {}) })
  }
}

/** Takes decoded text as it arrives; answers as soon as it can. */
interface Intake {
  feed(text: string): Read | undefined
  end(): Read
}

function streamIntake(gathered: Gathered): Intake {
  let answer: Read | undefined
  const parser = createParser({
    onEvent({ data }) {
      if (answer) return
      if (data.trim() === '[DONE]') {
        answer = gathered.outcome()
        return
      }
      const part = readWire(data, 'delta')
      // An event that cannot be read may have held a digit: the rest would be another order.
      if (!part) answer = err({ kind: 'malformed', detail: 'an event of the stream is no answer' })
      else if (gathered.add(part)) answer = gathered.outcome()
    },
  })
  return {
    feed(text) {
      parser.feed(text)
      return answer
    },
    end: () => gathered.outcome(),
  }
}

function plainIntake(gathered: Gathered): Intake {
  let body = ''
  return {
    feed(text) {
      body += text
      return undefined
    },
    end() {
      const part = readWire(body, 'message')
      if (!part) return err({ kind: 'malformed', detail: 'the body is no answer' })
      gathered.add(part)
      return gathered.outcome()
    },
  }
}

/**
 * Reads a 200 answer: a stream of events, or plain JSON from servers that ignore `stream`. The form is told from the
 * first character, because such servers often mislabel it. Stops at the first whole JSON value and gives the
 * connection up then, as on every other way out.
 * @param opener the bracket the expected JSON value starts with
 * @param maxTokens what the request allowed
 * @throws what the connection throws when it breaks or is aborted
 */
export async function readAnswer(
  response: Response,
  opener: '{' | '[',
  model: string,
  maxTokens: number,
): Promise<Read> {
  const limitBytes = limitOf(maxTokens)
  const gathered = new Gathered(opener, model)
  let intake: Intake | undefined
  for await (const { text, bytes } of bodyPieces(response)) {
    if (bytes > limitBytes) return err({ kind: 'too_large', limitBytes })
    if (!intake && text.trim() !== '') {
      intake = text.trimStart().startsWith('{') ? plainIntake(gathered) : streamIntake(gathered)
    }
    const answer = intake?.feed(text)
    if (answer) return answer
  }
  return intake ? intake.end() : gathered.outcome()
}

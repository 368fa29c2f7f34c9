import { createParser } from 'eventsource-parser'
import { err } from '../../result.ts'
import { bodyPieces } from '../model-wire/body-pieces.ts'
import { readChatAnswer } from '../model-wire/chat-answer.ts'
import { GatheredAnswer, type Asked, type ReadAnswer } from '../model-wire/gathered-answer.ts'
import { parseJson } from '../model-wire/refusal.ts'

/** An order of twelve numbers streams in about 10 KiB. */
export const ANSWER_LIMIT_BYTES = 64 * 1024
/** A token of its own event, with all that servers put around it. */
const EVENT_BYTES = 400

/** What is longer than so many tokens can be is not an answer to our question. */
const limitOf = (maxTokens: number): number => Math.max(ANSWER_LIMIT_BYTES, maxTokens * EVENT_BYTES)

/** Takes decoded text as it arrives; answers as soon as it can. */
interface Intake {
  feed(text: string): ReadAnswer | undefined
  /** The body has ended, or broke off after the answer was whole. */
  end(): ReadAnswer
  readonly isWhole: boolean
}

function streamIntake(asked: Asked): Intake {
  const gathered = new GatheredAnswer(asked, { streamed: true })
  let answer: ReadAnswer | undefined
  const parser = createParser({
    onEvent({ data }) {
      if (answer) return
      if (data.trim() === '[DONE]') {
        answer = gathered.outcome()
        return
      }
      const part = readChatAnswer(parseJson(data), 'delta')
      if (part) gathered.add(part)
      // An event that cannot be read may have held a digit: the rest would be another order.
      else if (!gathered.isWhole)
        answer = err({ kind: 'malformed', detail: 'an event of the stream is no answer' })
    },
  })
  return {
    feed(text) {
      parser.feed(text)
      // What came in the same piece is read first: the count of tokens may be among it.
      if (!answer && gathered.isEnough) answer = gathered.outcome()
      return answer
    },
    end: () => gathered.outcome(),
    get isWhole() {
      return gathered.isWhole
    },
  }
}

function plainIntake(asked: Asked): Intake {
  let body = ''
  return {
    feed(text) {
      body += text
      return undefined
    },
    end() {
      const part = readChatAnswer(parseJson(body), 'message')
      if (!part) return err({ kind: 'malformed', detail: 'the body is no answer' })
      const gathered = new GatheredAnswer(asked, { streamed: false })
      gathered.add(part)
      return gathered.outcome()
    },
    isWhole: false,
  }
}

/**
 * Reads a 200 answer: a stream of events, or plain JSON from servers that ignore `stream`. The form is told from the
 * first character, because such servers often mislabel it. Stops at the first whole JSON value, unless the count of
 * tokens is wanted too, and gives the connection up then, as on every other way out.
 * @throws what the connection throws when it breaks or is aborted before the answer is whole
 */
export async function readAnswer(response: Response, asked: Asked): Promise<ReadAnswer> {
  const limitBytes = limitOf(asked.request.maxTokens)
  let intake: Intake | undefined
  try {
    for await (const { text, bytes } of bodyPieces(response)) {
      if (bytes > limitBytes) return err({ kind: 'too_large', limitBytes })
      const start = text.trimStart()
      if (!intake && start !== '') {
        if (start.startsWith('<'))
          return err({ kind: 'malformed', detail: 'a page for people', isPage: true })
        intake = start.startsWith('{') ? plainIntake(asked) : streamIntake(asked)
      }
      const answer = intake?.feed(text)
      if (answer) return answer
    }
  } catch (error) {
    // Only the count of tokens was still to come.
    if (intake?.isWhole) return intake.end()
    throw error
  }
  return intake ? intake.end() : err({ kind: 'malformed', detail: 'no answer in the body' })
}

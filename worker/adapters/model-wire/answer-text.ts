/** Gathers the pieces of a model's answer and says when they hold a whole JSON value. Pure but for its own buffer. */

const thinkOpens = '<think>'
const thinkCloses = '</think>'
/** How far into the answer a thinking block may begin, white space before it included. */
const leadingSpace = 64

/** The end of the JSON value that opens at `from`, exclusive; -1 while it is still open. */
class ValueScan {
  #depth = 0
  #inString = false
  #escaped = false
  #at: number
  readonly start: number

  constructor(start: number) {
    this.start = start
    this.#at = start
  }

  /** Reads on where it stopped, so that an answer of many small pieces is read once. */
  advance(text: string): number {
    for (; this.#at < text.length; this.#at++) {
      const character = text[this.#at]
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (character === '\\') this.#escaped = true
        else if (character === '"') this.#inString = false
      } else if (character === '"') this.#inString = true
      else if (character === '{' || character === '[') this.#depth++
      else if (character === '}' || character === ']') {
        this.#depth--
        if (this.#depth === 0) return this.#at + 1
      }
    }
    return -1
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

export class AnswerText {
  readonly #opener: '{' | '['
  #raw = ''
  /** Where the answer proper begins; -1 until a thinking block is known to be absent or closed. */
  #begins = -1
  #searched = 0
  #scan: ValueScan | undefined
  #value: string | undefined

  /** `opener` is the bracket the expected value starts with: `[1]` in prose must not end an object's wait. */
  constructor(opener: '{' | '[') {
    this.#opener = opener
  }

  /** Takes the next piece; true once a whole value has closed and nothing further is needed. */
  push(piece: string): boolean {
    if (this.#value !== undefined) return true
    this.#raw += piece
    if (this.#begins < 0 && !this.#passThinking()) return false
    return this.#findValue()
  }

  /** The closed value; without one, everything but the thinking, trimmed. */
  get text(): string {
    if (this.#value !== undefined) return this.#value
    // Some chat templates open the thinking block in the prompt: only its end is in the answer.
    const closes = this.#raw.lastIndexOf(thinkCloses)
    if (closes >= 0) return this.#raw.slice(closes + thinkCloses.length).trim()
    return this.#begins < 0 ? '' : this.#raw.slice(this.#begins).trim()
  }

  /** Whether the model thought aloud in front of its answer; an empty block is none. */
  get thought(): boolean {
    const closes = this.#raw.lastIndexOf(thinkCloses)
    const head = this.#raw.slice(0, closes < 0 ? undefined : closes).trimStart()
    if (closes < 0 && !head.startsWith(thinkOpens)) return false
    return head.replace(thinkOpens, '').trim() !== ''
  }

  /** Whether a whole value has closed. */
  get isWhole(): boolean {
    return this.#value !== undefined
  }

  /** Everything that came in, thinking included. */
  get written(): string {
    return this.#raw
  }

  #passThinking(): boolean {
    const head = this.#raw.slice(0, leadingSpace).trimStart().slice(0, thinkOpens.length)
    const mayYetOpen = this.#raw.length < leadingSpace && thinkOpens.startsWith(head)
    if (head === thinkOpens) {
      const closes = this.#raw.indexOf(thinkCloses, this.#searched)
      if (closes < 0) {
        this.#searched = Math.max(0, this.#raw.length - thinkCloses.length)
        return false
      }
      this.#begins = closes + thinkCloses.length
    } else if (mayYetOpen) return false
    else this.#begins = 0
    this.#searched = this.#begins
    return true
  }

  #findValue(): boolean {
    for (;;) {
      if (!this.#scan) {
        const start = this.#raw.indexOf(this.#opener, this.#searched)
        if (start < 0) {
          this.#searched = this.#raw.length
          return false
        }
        this.#scan = new ValueScan(start)
      }
      const end = this.#scan.advance(this.#raw)
      if (end < 0) return false
      const candidate = this.#raw.slice(this.#scan.start, end)
      if (isJson(candidate)) {
        this.#value = candidate
        return true
      }
      this.#scan = undefined
      this.#searched = end
    }
  }
}

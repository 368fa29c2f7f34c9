/** Reads what a model wrote about a batch of products, however it is wrapped. Pure; no text makes it throw. */

export interface RawTag {
  /** The candidate's number as the model wrote it. */
  readonly number: number
  readonly evidence: string
}

export interface RawProduct {
  /** The product's number as the model wrote it. */
  readonly number: number
  readonly tags: readonly RawTag[]
  readonly wishes: readonly string[]
}

/** An answer longer than this is none of ours. */
const ANSWER_CHARACTERS = 64 * 1024
/** Entries of a list that are looked at, and characters of a text. */
const ENTRIES_READ = 40
const TEXT_READ = 400

/** Objects deeper than this, or longer, hold no product. */
const DEPTH_MOST = 5
const OBJECT_CHARACTERS = 16 * 1024

const wholeNumber = /^\s*\d{1,4}\s*$/

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, ENTRIES_READ) : []

/** `{"c":3,"e":"…"}`, or a bare number from a model that quotes nothing. */
function tagOf(value: unknown): RawTag[] {
  const number = numberOf(isFields(value) ? value['c'] : value)
  if (number === undefined) return []
  const evidence = isFields(value) ? value['e'] : ''
  return [{ number, evidence: typeof evidence === 'string' ? evidence.slice(0, TEXT_READ) : '' }]
}

function productOf(value: unknown): RawProduct[] {
  if (!isFields(value) || !('t' in value || 'w' in value)) return []
  const number = numberOf(value['n'])
  if (number === undefined) return []
  return [
    {
      number,
      tags: listOf(value['t']).flatMap(tagOf),
      wishes: listOf(value['w']).flatMap((wish) =>
        typeof wish === 'string' && wish.length <= TEXT_READ ? [wish] : [],
      ),
    },
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromJson(text: string): RawProduct[] {
  const value = parsed(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  return isFields(value) ? [...listOf(value['p']).flatMap(productOf), ...productOf(value)] : []
}

/** Every whole object of a text that is no JSON as it stands: one that was cut off, or has words around it. */
function objectsIn(text: string): string[] {
  const opened: number[] = []
  const found: string[] = []
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = opened.length > 0
    else if (character === '{') opened.push(at)
    else if (character === '}') {
      const start = opened.pop()
      if (start !== undefined && opened.length < DEPTH_MOST && at - start < OBJECT_CHARACTERS)
        found.push(text.slice(start, at + 1))
    }
  }
  return found
}

/** The products an answer tells of, each number once, the first telling winning. */
export function readEnrichment(answer: string): RawProduct[] {
  const text = answer.slice(0, ANSWER_CHARACTERS)
  const whole = fromJson(text)
  const products = whole.length > 0 ? whole : objectsIn(text).flatMap((object) => productOf(parsed(object)))
  const byNumber = new Map<number, RawProduct>()
  for (const product of products) if (!byNumber.has(product.number)) byNumber.set(product.number, product)
  return [...byNumber.values()]
}

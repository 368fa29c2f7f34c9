import type { AnswerVerdict } from '../../ports/language-model.ts'

/** Reads a model's list of card numbers, however it is wrapped. Pure; no text makes it throw. */

const wholeNumber = /^\s*-?\d{1,6}\s*$/
/** Written so that no character can match in two ways: the text is a model's, and may be 64 KiB of brackets. */
const integerArray = /\[\s*(-?\d{1,6}\s*(?:,\s*-?\d{1,6}\s*)*)\]/
const emptyArray = /\[\s*\]/
/** The last number of a list that was cut off may be half a number, so each needs the comma behind it. */
const openArray = /\[\s*((?:-?\d{1,6}\s*,\s*)+)/
const answerKey = /"r"\s*:\s*(?=\[)/

const split = (list: string): number[] =>
  list
    .split(',')
    .filter((entry) => wholeNumber.test(entry))
    .map(Number)

/** The numbers of `{"r":[…]}` or of a bare array; other entries are left out. */
function fromJson(text: string): number[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const list: unknown = typeof value === 'object' && value !== null && 'r' in value ? value.r : value
  if (!Array.isArray(list)) return undefined
  const entries: unknown[] = list
  const numbers = entries.flatMap((entry) =>
    typeof entry === 'number'
      ? [entry]
      : typeof entry === 'string' && wholeNumber.test(entry)
        ? [Number(entry)]
        : [],
  )
  return numbers.length > 0 || entries.length === 0 ? numbers : undefined
}

function fromText(text: string): number[] | undefined {
  const whole = integerArray.exec(text) ?? openArray.exec(text)
  if (whole) return split(whole[1] ?? '')
  return emptyArray.test(text) ? [] : undefined
}

/**
 * The numbers a model listed, as it wrote them: the JSON asked for, else the array behind `"r"`, else the first
 * integer array in the text, else the complete part of one that was cut off.
 * @returns undefined when the text holds no list; an empty array when the model chose nothing
 */
export function readNumbers(text: string): number[] | undefined {
  const fromAnswer = fromJson(text)
  if (fromAnswer) return fromAnswer
  const key = answerKey.exec(text)
  return (key ? fromText(text.slice(key.index)) : undefined) ?? fromText(text)
}

/** The numbers that name one of `n` cards, counted from 0, each once, in the model's order. */
export function readOrder(text: string, n: number): number[] {
  const numbers = readNumbers(text) ?? []
  const places = numbers
    .map((number) => number - 1)
    .filter((place) => Number.isInteger(place) && place >= 0 && place < n)
  return [...new Set(places)]
}

/** What an answer about `n` cards is worth: which of its numbers name none, and which are there twice. */
export function judgeOrder(text: string, n: number): AnswerVerdict {
  const numbers = readNumbers(text)
  if (!numbers) return { keep: false, unused: 'unreadable' }
  const inRange = numbers.filter((number) => Number.isInteger(number) && number >= 1 && number <= n)
  const outOfRange = numbers.length - inRange.length
  const twice = inRange.length - new Set(inRange).size
  const dropped = {
    ...(outOfRange > 0 ? { out_of_range: outOfRange } : {}),
    ...(twice > 0 ? { duplicate: twice } : {}),
  }
  if (inRange.length > 0) return { keep: true, dropped }
  return { keep: numbers.length === 0, unused: numbers.length === 0 ? 'no_preference' : 'no_card', dropped }
}

/** The items named by `order` first, the rest as they stood: always a permutation, whatever `order` holds. */
export function applyOrder<T>(items: readonly T[], order: readonly number[]): T[] {
  const chosen = new Map([...new Set(order)].map((place, rank) => [place, rank]))
  return items
    .map((item, place) => ({ item, rank: chosen.get(place) ?? chosen.size + place }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item)
}

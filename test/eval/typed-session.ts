import type { Locale } from '../../worker/contract/vocabulary.ts'
import { beginningKeys, expansionKey, readsAsWish } from '../../worker/search/expand/expansion-key.ts'
import { TYPED_WITHIN_MS } from '../../worker/search/typed-within.ts'
import { soundsUnfinished } from '../../worker/search/understand/sounds-unfinished.ts'
import { understandQuery } from '../../worker/search/understand/understand-query.ts'
import { isWorthAsking } from '../../widget/features/search/typing.ts'
import { keysOf, typed } from '../support/dubeolsik.ts'

/**
 * A shopper who types one query, key by key, on a clock of its own, and what the widget and the worker ask of a model
 * meanwhile. What reads a wish, names it and knows its beginnings is the worker's own code. Pure.
 */

/** Milliseconds throughout. */
export const typingModel = {
  /**
   * Between two keys: mean 239 ms, standard deviation between people 112 ms (Dhakal, Feit, Kristensson, Oulasvirta:
   * Observations on Typing from 136 Million Keystrokes, CHI 2018). The spread within one person is an assumption.
   */
  betweenKeysMean: 239,
  betweenPeople: 0.45,
  withinPerson: 0.5,
  /** Assumptions: a new word takes longer to begin, and one in eight is thought about first. */
  newWordFactor: 1.6,
  thinkingShare: 1 / 8,
  thinkingMedian: 1_200,
  thinkingSpread: 0.6,
  /** Assumption: the others look at what shows while typing. */
  enterShare: 0.6,
  enterMedian: 400,
  /** To the worker and through the first look. */
  firstLook: 50,
  /** The median of either call to a model, and its spread. */
  answerMedian: 500,
  answerSpread: 0.4,
} as const

/** Defaults of a shop: from the request's arrival. */
const DEADLINE_MS = 1_500
const EXPANSION_MS = DEADLINE_MS * 0.6
const LEAST_MS = 150

export interface SessionCalls {
  readonly expansions: number
  readonly orders: number
}

export interface SessionOptions {
  readonly locale: Locale
  readonly random: () => number
  /** Typing that rests so long is taken for finished. */
  readonly restMs: number
}

/** A search the widget takes for finished: it stands until the next one. */
interface Question {
  readonly text: string
  readonly at: number
  readonly until: number
  /** It rests, and Enter was not struck. */
  readonly isRest: boolean
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
const lognormal = (random: () => number, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random))

/** What the field shows after each key. Korean is composed jamo by jamo. */
export function shownAfterKeys(text: string): string[] {
  const isKorean = /\p{Script=Hangul}/u.test(text)
  const keys = isKorean ? keysOf(text) : text
  return Array.from(keys, (_, index) => {
    const struck = Array.from(keys)
      .slice(0, index + 1)
      .join('')
    return isKorean ? typed(struck) : struck
  })
}

/** The searches of one session that are taken for finished: where typing rests, and on Enter. What is asked meanwhile asks no model. */
function questionsOf(text: string, random: () => number, restMs: number): Question[] {
  const speed = lognormal(
    random,
    typingModel.betweenKeysMean *
      Math.exp(-(typingModel.withinPerson ** 2 + typingModel.betweenPeople ** 2) / 2),
    typingModel.betweenPeople,
  )
  const shown = shownAfterKeys(text)
  const struckAt: number[] = []
  let now = 0
  for (const [index, words] of shown.entries()) {
    const isNewWord = index > 0 && shown[index - 1]?.endsWith(' ') === true
    const thinks = isNewWord && random() < typingModel.thinkingShare
    if (thinks) now += lognormal(random, typingModel.thinkingMedian, typingModel.thinkingSpread)
    now += lognormal(random, speed * (isNewWord ? typingModel.newWordFactor : 1), typingModel.withinPerson)
    struckAt.push(now)
    if (words === '') throw new Error('a key shows something')
  }
  const last = struckAt.at(-1) ?? 0
  const enterAt =
    random() < typingModel.enterShare
      ? last + lognormal(random, typingModel.enterMedian, typingModel.withinPerson)
      : Infinity
  const asked = shown.flatMap((words, index) => {
    const at = Math.min((struckAt[index] ?? 0) + restMs, index === shown.length - 1 ? enterAt : Infinity)
    const isOvertaken = at > (struckAt[index + 1] ?? Infinity)
    return isOvertaken || !isWorthAsking(words)
      ? []
      : [{ text: words, at, until: struckAt[index + 1] ?? Infinity, isRest: at !== enterAt }]
  })
  return asked
}

/**
 * Calls to a model that one typed query causes. Every wish is taken for one whose words products do not use, and every
 * question for one that finds enough to order: more calls than a shop sees.
 */
export function callsOfSession(text: string, { locale, random, restMs }: SessionOptions): SessionCalls {
  /** When each expansion was written down. */
  const kept = new Map<string, number>()
  let expansions = 0
  let orders = 0
  for (const question of questionsOf(text, random, restMs)) {
    const understanding = understandQuery(question.text, { locale, currency: 'KRW', exponent: 0, now: 0 })
    if (!understanding.words.some(({ weight }) => weight > 0)) continue
    if (question.isRest && soundsUnfinished(understanding)) continue
    let now = question.at + typingModel.firstLook
    if (now >= question.until) continue
    if (readsAsWish(understanding)) {
      const key = expansionKey(understanding, locale, 'model')
      const keys = beginningKeys(understanding, locale, 'model')
      const looked = question.at + typingModel.firstLook
      const isThere = (one: string, within: number) => {
        const at = kept.get(one) ?? Infinity
        return at <= looked && looked - at <= within
      }
      const isKnown = isThere(key, Infinity) || keys.some((one) => isThere(one, TYPED_WITHIN_MS))
      const deadlineAt = question.at + EXPANSION_MS
      if (!isKnown && deadlineAt - now >= LEAST_MS) {
        expansions += 1
        const answered = now + lognormal(random, typingModel.answerMedian, typingModel.answerSpread)
        if (answered <= Math.min(deadlineAt, question.until)) kept.set(key, answered)
        now = Math.min(answered, deadlineAt)
      }
    }
    if (now >= question.until || question.at + DEADLINE_MS - now < LEAST_MS) continue
    orders += 1
  }
  return { expansions, orders }
}

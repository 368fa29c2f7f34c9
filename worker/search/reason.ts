import type { Locale } from '../contract/vocabulary.ts'
import { claimsJudge } from '../claims/judge-claim.ts'
import type { ClaimSource } from '../claims/rule.ts'
import { saysNo, saysYes } from './says-yes-or-no.ts'
import { soundsDoubtful } from './sounds-doubtful.ts'
import { sentencesOf } from './text/sentences.ts'
import { analyse, analyseQueryWord } from './text/analyse.ts'
import { fold } from './text/fold.ts'
import { clip, plainLine } from './text/plain-line.ts'

export interface ReasonInput {
  /** Folded content words of the query; particles may still be on. */
  readonly queryWords: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly description?: string | undefined
  /** `rating`: 1 to 5. */
  readonly reviews: readonly { readonly text: string; readonly rating?: number | undefined }[]
  readonly category: readonly string[]
  readonly title: string
  readonly locale: Locale
}

/** One line under a card on a phone. */
export const REASON_MOST = 80

/** Below this a review says what is wrong, in words no list foresees; unrated ones are judged by their words alone. */
const RATING_LEAST = 4

/** A sentence that shares one word of several is about something else ("a gift for my boss", for "parents gift"). */
export const SHARED_LEAST = 2

/** A fragment shorter than this says nothing by itself. */
const FRAGMENT_LEAST = 6

const colon = { ko: ': ', en: ': ', ja: '：' } as const
const quoted = {
  ko: (text: string) => `후기: “${text}”`,
  en: (text: string) => `Review: “${text}”`,
  ja: (text: string) => `レビュー「${text}」`,
} as const

/** How goods are washed and kept is no reason to want them, unless it is what was asked. */
const handling = /(?<![a-z])(?:care|wash\w*|storage)(?![a-z])|세탁|관리|취급|보관|洗濯|手入れ|保管/

interface Word {
  readonly terms: readonly string[]
  /** What a folded text must hold for the word to be in it: a cheap look before the text is analysed. */
  readonly probe: string | RegExp
  /** A single character means many things (밤: night, chestnut, balm). */
  readonly isSlight: boolean
}

/**
 * Inflections of an English word share all of its stem but the last letter ("cosy", "cosi"). A short stem joins words
 * of other meaning ("even" and "evening"): then only the word and its plural will do.
 */
function probeOf(word: string, stem: string): string | RegExp {
  if (!/^[a-z]+$/.test(word)) return stem
  if (stem.length >= 5) return stem.slice(0, -1)
  return new RegExp(`(?<![a-z])${word}(?:e?s)?(?![a-z])`)
}

function searchWords(queryWords: readonly string[]): Word[] {
  return [...new Set(queryWords)].flatMap((word) => {
    const terms = analyseQueryWord(word)
    const [first] = terms
    return first === undefined
      ? []
      : [{ terms, probe: probeOf(word, first), isSlight: terms.join('').length < 2 }]
  })
}

/** The words a text may hold, by a cheap look. */
function likelyIn(text: string, words: readonly Word[]): readonly Word[] {
  const folded = fold(text)
  return words.filter(({ probe }) =>
    typeof probe === 'string' ? folded.includes(probe) : probe.test(folded),
  )
}

/** How many of the words a text holds. */
function countShared(text: string, words: readonly Word[]): number {
  const likely = likelyIn(text, words)
  if (likely.length === 0) return 0
  const terms = new Set(analyse(text))
  return likely.filter((word) => word.terms.every((term) => terms.has(term))).length
}

const leastOf = (words: readonly Word[]) => Math.min(words.length, SHARED_LEAST)

interface Candidate {
  readonly line: string
  readonly shared: number
  /** What the claims guard judges, once the line would be shown: of a review all of it, not only what is quoted. */
  readonly said: string
  readonly source: ClaimSource
}

const clauseBreak = /\s*[,;·、，–—]\s*|\s+-\s+/gu

/** As much of a sentence as fits: all of it, or its first clauses. A later clause by itself may mean another thing. */
function beginning(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const ends = [...sentence.matchAll(clauseBreak)].map(({ index }) => index).filter((index) => index < most)
  const end = ends.at(-1)
  return end === undefined ? '' : `${sentence.slice(0, end)}…`
}

const beginnings = (text: string, most: number): string[] =>
  sentencesOf(text)
    .map((sentence) => beginning(plainLine(sentence), most))
    .filter((line) => line.length >= FRAGMENT_LEAST)

function fromAttributes({ attributes, locale }: ReasonInput, words: readonly Word[]): Candidate[] {
  const telling = words.filter(({ isSlight }) => !isSlight)
  return attributes.flatMap(([rawName, rawValue]) => {
    const name = plainLine(rawName.replaceAll('_', ' '))
    const value = plainLine(rawValue)
    const folded = fold(value)
    if (name === '' || value === '' || saysNo(folded)) return []
    const whole = saysYes(folded) ? name : `${name}${colon[locale]}${value}`
    const shared = countShared(whole, words)
    const isTold = shared >= leastOf(words) || (!handling.test(fold(name)) && countShared(value, telling) > 0)
    const line = clip(whole, REASON_MOST)
    return !isTold ? [] : [{ line, shared, said: line, source: 'merchant' }]
  })
}

/** A denial fits only a wish that denies: "비침 없는" is answered by a sentence with 없는, "방수" is not. */
function fromDescription({ description = '', queryWords }: ReasonInput, words: readonly Word[]): Candidate[] {
  if (likelyIn(description, words).length < leastOf(words)) return []
  const wishDenies = soundsDoubtful(queryWords.join(' '))
  return beginnings(description, REASON_MOST).flatMap((line) => {
    const shared = countShared(line, words)
    return shared < leastOf(words) || (soundsDoubtful(fold(line)) && !wishDenies)
      ? []
      : [{ line, shared, said: line, source: 'merchant' }]
  })
}

/** Whole reviews are looked at: the rest of one may take back what a part of it says. */
function fromReviews({ reviews, locale }: ReasonInput, words: readonly Word[]): Candidate[] {
  const quote = quoted[locale]
  const most = REASON_MOST - quote('').length
  return reviews.flatMap(({ text, rating }) => {
    if (rating !== undefined && rating < RATING_LEAST) return []
    if (countShared(text, words) < leastOf(words)) return []
    if (soundsDoubtful(fold(plainLine(text)))) return []
    return beginnings(text, most).flatMap((fragment) => {
      const shared = countShared(fragment, words)
      return shared < leastOf(words) ? [] : [{ line: quote(fragment), shared, said: text, source: 'reviews' }]
    })
  })
}

/**
 * Why a product fits the words, in one line of at most 80 characters that quotes the product's own data, or a
 * reviewer in quotation marks. What shares most words wins; between equals facts come before description before
 * reviews. What the claims guard holds back is not said, by the shop's own texts or a reviewer; a displeased or mixed
 * review is not quoted. Pure.
 * @returns undefined when nothing says so; a guess would be worse than silence
 */
export function reasonFor(input: ReasonInput): string | undefined {
  const words = searchWords(input.queryWords)
  if (words.length === 0) return undefined
  const judge = claimsJudge(input)
  const own = [...fromAttributes(input, words), ...fromDescription(input, words)]
  // Of some goods no review may be quoted, whatever it says.
  const isQuotable = input.reviews.length > 0 && judge('', 'reviews').display
  return [...own, ...(isQuotable ? fromReviews(input, words) : [])]
    .toSorted((left, right) => right.shared - left.shared)
    .find(({ said, source }) => judge(said, source).display)?.line
}

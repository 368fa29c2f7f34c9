import type { QueryWord, Span, Understanding } from '../../ports/understanding.ts'
import type { BrandIndex, NamedBrand } from '../brands/brand-index.ts'
import { isKnownBrand } from '../brands/brand-spellings.ts'
import { readMeasure } from '../text/measures.ts'
import { nameKey } from '../text/name-key.ts'
import { isCommonWord } from './common-words.ts'
import { correctWord, isKnown, type Company, type Mending, type ShopWords } from './correct-word.ts'
import { readModel } from './read-model.ts'
import { splitWord } from './split-word.ts'
import { wordScript } from './spelling-key.ts'

export type ReadAs = Mending | 'typed' | 'brand' | 'measure' | 'model'

/** One word of the query, or a few that belong together, and what is searched for them. */
export interface Reading {
  /** Where its first word stands among the query's words. */
  readonly word: number
  readonly span: Span
  readonly weight: number
  readonly how: ReadAs
  /** What is searched for: the shop's words. Empty when the typed word says nothing. */
  readonly text: string
  /** The index's own terms where they are not those of `text`: measures. The first that the shop has is taken. */
  readonly terms?: readonly string[]
  /** Other ways to say it, with what each is worth beside the first. */
  readonly also: readonly { readonly text: string; readonly share: number }[]
}

export interface QueryReading {
  readonly readings: readonly Reading[]
  /** The query as it is searched, where a word of it was taken for another; null when it stands as typed. */
  readonly shown: string | null
}

/** What a shop knows of words and of its brands. */
export interface ShopSpelling extends ShopWords {
  readonly brands: BrandIndex
}

/** From so many content words on a query is a sentence: its unknown words are rather other words than slips. */
const SENTENCE = 4

/** Words a brand or a wrongly spaced word may be typed in. */
const RUN = 4
const JOINED = 3

/** What the one word is worth where the shop writes two: it is rarer, and rare words count for much. */
const OTHER_SPACING = 0.3
/** What is left of a corrected word that some products have parts of. */
const TYPED_SHARE = 0.3

const isShown = (how: ReadAs): boolean => ['typo', 'layout', 'letters', 'script'].includes(how)

/**
 * Reads a query's words against what the shop sells: brands in another script, measures, model numbers, words wrongly
 * spaced, misspelt or typed on the wrong layout. A word the shop has stays as it is. `raw` is the query before
 * folding. `exact` leaves every word the word it is: how it is cut or in which script a brand is written stays open.
 * Pure.
 */
export function readQuery(
  understanding: Understanding,
  raw: string,
  shop: ShopSpelling,
  exact = false,
): QueryReading {
  const { folded, words } = understanding
  const typed = raw.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  const cased = typed.length === folded.length ? typed : folded
  const content = words.filter(({ weight }) => weight >= 1).length
  const company = content >= SENTENCE ? 'sentence' : content > 1 ? 'few' : 'alone'
  const readings: Reading[] = []
  for (let at = 0; at < words.length;) {
    const word = words[at]
    if (!word || word.weight === 0) {
      at += 1
      continue
    }
    const read =
      readBrand(words, at, shop, understanding) ??
      readAmount(words, at) ??
      readSpacing(words, at, shop, understanding) ??
      readOne(word, at, cased.slice(word.span.start, word.span.end), { shop, company, understanding, exact })
    readings.push(read.reading)
    at += read.words
  }
  return { readings, shown: shownText(folded, readings) }
}

interface Read {
  readonly reading: Reading
  readonly words: number
}

const spanOf = (run: readonly QueryWord[]): Span => ({
  start: run[0]?.span.start ?? 0,
  end: run.at(-1)?.span.end ?? 0,
})

const weightOf = (run: readonly QueryWord[]): number => Math.max(...run.map(({ weight }) => weight))

/** The next words, as many as follow each other without one that counts for nothing. */
function runAt(words: readonly QueryWord[], at: number, most: number): QueryWord[] {
  const run: QueryWord[] = []
  for (const word of words.slice(at, at + most)) {
    if (word.weight === 0) break
    run.push(word)
  }
  return run
}

function readBrand(
  words: readonly QueryWord[],
  at: number,
  shop: ShopSpelling,
  understanding: Understanding,
): Read | null {
  const longest = runAt(words, at, RUN)
  for (let size = longest.length; size > 0; size--) {
    const run = longest.slice(0, size)
    const text = run.map((word) => word.text).join(' ')
    const key = nameKey(text)
    const own = shop.brands.own(key)
    // Written as the shop does, word for word: nothing to do.
    if (own && shop.has(text)) return null
    // A colour that is also a brand somewhere (브라운, Braun) is the colour.
    const isWish = run.every((word) => isInWish(word, understanding))
    const brand = own ?? (isWish ? null : shop.brands.spelled(key))
    if (brand) return { reading: asBrand(brand, run, at, text, shop), words: size }
  }
  return null
}

/**
 * The brand, and what was typed too where the shop's texts have it; a spelling that only a rule makes (바디 for Badee)
 * stands behind the shop's own word.
 */
function asBrand(
  { core, isGuess }: NamedBrand,
  run: readonly QueryWord[],
  at: number,
  typed: string,
  shop: ShopSpelling,
): Reading {
  const isText = shop.has(typed)
  const [text, other] = isText && isGuess ? [typed, core] : [core, typed]
  return {
    word: at,
    span: spanOf(run),
    weight: weightOf(run),
    how: 'brand',
    text,
    also: isText ? [{ text: other, share: 1 }] : [],
  }
}

function readAmount(words: readonly QueryWord[], at: number): Read | null {
  const run = runAt(words, at, 2)
  const [word, next] = run
  if (!word) return null
  const measure = readMeasure(word.text, next?.text)
  if (!measure) return null
  const taken = run.slice(0, measure.words)
  const reading: Reading = {
    word: at,
    span: spanOf(taken),
    weight: weightOf(taken),
    how: 'measure',
    text: taken.map(({ text }) => text).join(' '),
    terms: measure.terms,
    also: [],
  }
  return { reading, words: taken.length }
}

/** Two or three words that the shop writes as one, or cuts elsewhere: "back pack", 크롭 자켓, 맨투 맨티. */
function readSpacing(
  words: readonly QueryWord[],
  at: number,
  shop: ShopSpelling,
  understanding: Understanding,
): Read | null {
  const longest = runAt(words, at, JOINED)
  for (let size = longest.length; size > 1; size--) {
    const run = longest.slice(0, size)
    if (run.some((word) => isInWish(word, understanding)) && run.every(({ text }) => isKnown(text, shop)))
      continue
    const text = run.map((word) => word.text).join(' ')
    const joined = text.replaceAll(' ', '')
    if (!isJoinable(run)) continue
    const others = run.filter((word) => !isKnown(word.text, shop))
    const documents = shop.list.documents(joined)
    const parts = documents === 0 && others.length > 0 ? splitWord(joined, shop.list) : null
    if (documents === 0 && !parts) continue
    const reading = { word: at, span: spanOf(run), weight: weightOf(run), how: 'compound' as const }
    if (parts) return { reading: { ...reading, text: parts.join(' '), also: [] }, words: size }
    const isSaid = others.length === 0 && shop.has(text)
    // Pairs of characters find the joined form anyway.
    const isLatin = wordScript(joined) !== 'hangul' && wordScript(joined) !== 'kana'
    return {
      reading: isSaid
        ? { ...reading, text, also: isLatin ? [{ text: joined, share: OTHER_SPACING }] : [] }
        : { ...reading, text: joined, also: [{ text, share: TYPED_SHARE }] },
      words: size,
    }
  }
  return null
}

const isInWish = ({ span }: QueryWord, { wishes }: Understanding): boolean =>
  wishes.some((wish) => wish.span.start < span.end && span.start < wish.span.end)

/** Words of one script; letters and digits may belong together (tn 2110), two numbers do not. */
function isJoinable(run: readonly QueryWord[]): boolean {
  const texts = run.map(({ text }) => text)
  if (texts.some((text) => /^\d/.test(text))) return run.length === 2 && /^[a-z]{1,6}$/.test(texts[0] ?? '')
  const scripts = new Set(texts.map(wordScript))
  return scripts.size === 1
}

interface Around {
  readonly shop: ShopSpelling
  readonly company: Company
  readonly understanding: Understanding
  readonly exact: boolean
}

function readOne(
  word: QueryWord,
  at: number,
  raw: string,
  { shop, company, understanding, exact }: Around,
): Read {
  const { text, span, weight } = word
  const plain: Reading = { word: at, span, weight, how: 'typed', text, also: [] }
  const one = (reading: Partial<Reading>): Read => ({ reading: { ...plain, ...reading }, words: 1 })
  if (weight < 1 || isInWish(word, understanding)) return one({})
  if (/\d/.test(text)) {
    const model = readModel(text, shop)
    return one(model ? { how: 'model', ...model } : {})
  }
  const mended = mend(text, raw, shop, company)
  if (!mended || (exact && mended.how !== 'compound')) return one({})
  const keepsTyped = mended.how === 'typo' || mended.how === 'stem' || mended.how === 'brand'
  return one({ ...mended, also: keepsTyped && mended.text !== text ? [{ text, share: TYPED_SHARE }] : [] })
}

interface Mended {
  readonly how: ReadAs
  readonly text: string
}

/** A word in one script is mended as a whole; in a mixture (黒ワンピス, usb케이불) each script's part is. */
function mend(text: string, raw: string, shop: ShopSpelling, company: Company): Mended | null {
  const parts =
    text.match(
      /[a-z]+|\p{Script=Hangul}+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}ー]+|[^a-z\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu,
    ) ?? []
  if (parts.length < 2 || isKnown(text, shop)) return mendPart({ text, raw }, shop, company)
  const mended = parts.map((part) => mendPart({ text: part, raw: part }, shop, company))
  const first = mended.find((part) => part !== null)
  if (!first) return mendPart({ text, raw }, shop, company)
  return { how: first.how, text: parts.map((part, index) => mended[index]?.text ?? part).join(' ') }
}

function mendPart(typed: { text: string; raw: string }, shop: ShopSpelling, company: Company): Mended | null {
  const correction = correctWord(typed, shop, company)
  if (correction && correction.how !== 'typo' && correction.how !== 'stem') return correction
  if (isKnown(typed.text, shop) || isCommonWord(typed.text)) return correction
  // A brand nobody sells here is still that brand, not a misspelt word.
  if (isKnownBrand(typed.text)) return null
  const brand = company === 'sentence' ? null : shop.brands.sounding(typed.text)
  if (!brand) return correction
  return { how: 'brand', text: brand.core }
}

/** The folded query with every replaced word in the shop's spelling; null when none was. */
function shownText(folded: string, readings: readonly Reading[]): string | null {
  let shown = ''
  let from = 0
  let changed = false
  for (const { how, span, text } of readings) {
    if (!isShown(how)) continue
    changed = true
    shown += folded.slice(from, span.start) + text
    from = span.end
  }
  const whole = (shown + folded.slice(from)).replaceAll(/\s+/gu, ' ').trim()
  return changed && whole !== '' && whole !== folded ? whole : null
}

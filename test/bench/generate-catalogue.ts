/** Synthetic catalogues for measuring speed: seeded, so that every run measures the same shop. Pure. */

/** Numbers from 0 up to 1; the same seed gives the same row (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Distinct words of one language, commonest first. */
const ENGLISH_WORDS = 20_000
const KOREAN_WORDS = 10_000
const BRANDS = 400

const onsets = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo']
const codas = ['', 'l', 'n', 'r', 'sk', 't', 'm', 'nd']

const HANGUL_FIRST = 0xac00
const HANGUL_ONSETS = 19
const HANGUL_VOWELS = 21
const HANGUL_CODAS = 28
/** No final, ㄱ, ㄴ, ㄹ, ㅁ, ㅂ, ㅇ: the finals most Korean words end a syllable in. */
const usualCodas = [0, 0, 0, 1, 4, 8, 16, 17, 21]

type Random = () => number

const pick = <T>(random: Random, from: readonly T[]): T => {
  const picked = from[Math.floor(random() * from.length)]
  if (picked === undefined) throw new Error('there is nothing to pick from')
  return picked
}

function englishWord(random: Random): string {
  const syllables = 2 + Math.floor(random() * 2)
  return Array.from(
    { length: syllables },
    () => pick(random, onsets) + pick(random, vowels) + pick(random, codas),
  ).join('')
}

function koreanWord(random: Random): string {
  const syllables = 2 + Math.floor(random() * 3)
  return Array.from({ length: syllables }, () => {
    const onset = Math.floor(random() * HANGUL_ONSETS)
    const vowel = Math.floor(random() * HANGUL_VOWELS)
    return String.fromCodePoint(
      HANGUL_FIRST + (onset * HANGUL_VOWELS + vowel) * HANGUL_CODAS + pick(random, usualCodas),
    )
  }).join('')
}

function distinctWords(random: Random, count: number, make: (random: Random) => string): string[] {
  const words = new Set<string>()
  while (words.size < count) words.add(make(random))
  return [...words]
}

/** Words whose use falls with their rank, as in any language (Zipf 1949; Mandelbrot's shift flattens the head). */
class Vocabulary {
  readonly #words: readonly string[]
  readonly #cumulative: Float64Array

  constructor(words: readonly string[]) {
    this.#words = words
    this.#cumulative = new Float64Array(words.length)
    let sum = 0
    words.forEach((_, rank) => {
      sum += 1 / (rank + 3)
      this.#cumulative[rank] = sum
    })
  }

  at(rank: number): string {
    const word = this.#words[rank]
    if (word === undefined) throw new Error(`the vocabulary has no word ${rank}`)
    return word
  }

  draw(random: Random): string {
    const cumulative = this.#cumulative
    const aim = random() * (cumulative[cumulative.length - 1] ?? 0)
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((cumulative[middle] ?? 0) < aim) low = middle + 1
      else high = middle
    }
    return this.at(low)
  }

  text(random: Random, words: number): string {
    return Array.from({ length: words }, () => this.draw(random)).join(' ')
  }
}

/** What the queries of a measurement are made of. */
export interface CatalogueWords {
  readonly english: Vocabulary
  readonly korean: Vocabulary
  readonly brands: readonly string[]
}

/** The words all generated catalogues share, whatever their size. */
export function catalogueWords(): CatalogueWords {
  const random = seededRandom(20_261_123)
  return {
    english: new Vocabulary(distinctWords(random, ENGLISH_WORDS, englishWord)),
    korean: new Vocabulary(distinctWords(random, KOREAN_WORDS, koreanWord)),
    brands: distinctWords(random, BRANDS, englishWord).map(
      (name) => name.charAt(0).toUpperCase() + name.slice(1),
    ),
  }
}

const colours = ['black', 'white', 'navy', 'beige', 'green', 'red', '블랙', '화이트', '네이비', '베이지']
const sizes = ['S', 'M', 'L', 'XL']
const materials = ['cotton', 'wool', 'linen', 'steel', 'oak', '면', '린넨']

/** A third of the products are written in Korean, as in a shop that sells to both. */
const KOREAN_SHARE = 1 / 3
const VARIANTS_SHARE = 0.2

const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

function product(index: number, words: CatalogueWords, random: Random): string {
  const language = random() < KOREAN_SHARE ? words.korean : words.english
  const department = between(random, 0, 11)
  const shelf = between(random, 0, 9)
  const price = between(random, 500, 30_000) / 100
  const colour = pick(random, colours)
  const variants =
    random() < VARIANTS_SHARE
      ? sizes.map((size) => ({ id: `p${index}-${size}`, options: { color: colour, size }, price }))
      : undefined
  return JSON.stringify({
    id: `p${index}`,
    title: language.text(random, between(random, 3, 9)),
    description: language.text(random, between(random, 15, 60)),
    brand: pick(random, words.brands),
    product_type: `${words.english.at(40 + department)} > ${words.english.at(60 + department * 10 + shelf)}`,
    link: `https://shop.example/p/${index}`,
    image_link: `https://shop.example/i/${index}.jpg`,
    price,
    currency: 'USD',
    availability: random() < 0.93 ? 'in_stock' : 'out_of_stock',
    color: colour,
    attributes: {
      material: pick(random, materials),
      [language.at(200 + between(random, 0, 3))]: language.at(220 + between(random, 0, 7)),
    },
    ...(variants ? { variants } : {}),
  })
}

/** Products `from` up to `to` as JSON Lines; a product is the same in whatever slice it is made. */
export function generateProducts(words: CatalogueWords, from: number, to: number): string {
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset
    return product(index, words, seededRandom(index * 2_654_435_761 + 1))
  }).join('\n')
}

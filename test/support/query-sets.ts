import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { generatedKinds } from './generate-variants.ts'

/** The sets of queries under `test/fixtures/queries` and the catalogues they are asked of, read and checked. */

const language = z.enum(['ko', 'en', 'ja'])

export const variantKinds = [
  ...generatedKinds,
  'brand-script',
  'unit',
  'model',
  'inflection',
  'mixed',
] as const

const text = z.string().trim().min(1)
const ids = z.array(text).min(1)

const catalogueProduct = z.strictObject({
  id: text,
  title: text,
  description: text,
  brand: text,
  product_type: text,
  price: z.number().positive(),
  currency: text,
  availability: z.literal('in_stock'),
  attributes: z.record(text, text).exactOptional(),
})
export type FixtureProduct = z.infer<typeof catalogueProduct>

const variant = z.strictObject({
  query: text,
  /** Ids of every product that answers it. */
  intended: ids,
  kind: z.enum(variantKinds),
  lang: language,
  /** The query as it would be spelled by one who makes no slip and knows the shop's own words. */
  from: text,
  made: z.enum(['hand', 'generated']),
})
export type VariantQuery = z.infer<typeof variant>

const variantSources = z.strictObject({
  seed: z.number().int(),
  sources: z.array(
    z.strictObject({ clean: text, kind: z.enum(generatedKinds), lang: language, intended: ids }),
  ),
})

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'))

export const variantSetNames = ['a', 'b'] as const
export type VariantSetName = (typeof variantSetNames)[number]

/** The catalogue in three languages that the variants are asked of. */
export const readVariantsCatalogue = (): FixtureProduct[] =>
  z.array(catalogueProduct).parse(read('catalogues/variants.json'))

export const readVariants = (name: VariantSetName): VariantQuery[] =>
  z.array(variant).parse(read(`queries/variants-${name}.json`))

/** The correct queries that the generated half of a set was made of, and the seed it was made with. */
export const readVariantSources = (name: VariantSetName): z.infer<typeof variantSources> =>
  variantSources.parse(read(`queries/variant-sources-${name}.json`))

const correctWord = z.strictObject({
  query: text,
  lang: language,
  /** Where it is sold: the variants' catalogue, or the Korean or English demo shop. */
  catalogue: z.enum(['variants', 'ko', 'en']),
})
export type CorrectWord = z.infer<typeof correctWord>

const noAnswer = z.strictObject({ query: text, lang: language, why: text })
export type NoAnswerQuery = z.infer<typeof noAnswer>

const answerable = z.strictObject({ query: text, lang: z.enum(['ko', 'en']), acceptable: ids })
export type AnswerableQuery = z.infer<typeof answerable>

/** Words as the shops write them, many of them one letter away from a commoner one. */
export const readCorrectWords = (): CorrectWord[] =>
  z.array(correctWord).parse(read('queries/correct-words.json'))

/** What neither demo shop sells; the Japanese ones are asked of the Korean shop. */
export const readNoAnswerQueries = (): NoAnswerQuery[] =>
  z.array(noAnswer).parse(read('queries/no-answer.json'))

/** What the demo shop of that language sells, with every product that would do. */
export const readAnswerableQueries = (): AnswerableQuery[] =>
  z.array(answerable).parse(read('queries/answerable.json'))

export const japaneseItemKinds = [
  'fragment',
  'unspaced',
  'kana-kanji',
  'brand+category',
  'category+attribute',
  'model',
  'price',
  'description',
] as const

const japaneseItem = z.strictObject({ query: text, kind: z.enum(japaneseItemKinds), intended: ids })
export type JapaneseItemQuery = z.infer<typeof japaneseItem>

/** The Japanese catalogue as a shop would import it. */
export const japaneseCatalogueLines = (): string =>
  readFileSync(new URL('../fixtures/catalogues/japanese.jsonl', import.meta.url), 'utf8')

export const readJapaneseCatalogue = (): FixtureProduct[] =>
  japaneseCatalogueLines()
    .trimEnd()
    .split('\n')
    .map((line) => catalogueProduct.parse(JSON.parse(line)))

/** Known items of the Japanese catalogue, asked for as its shoppers would. */
export const readJapaneseItems = (): JapaneseItemQuery[] =>
  z.array(japaneseItem).parse(read('queries/known-items-ja.json'))

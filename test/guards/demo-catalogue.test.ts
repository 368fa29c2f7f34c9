import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DemoLanguage } from '../demo/catalogue.ts'
import {
  categoryPath,
  currencies,
  demoLanguages,
  departments,
  importLines,
  products,
  reviewLines,
} from '../demo/catalogue.ts'
import { colourOfOptions } from '../demo/colour-words.ts'
import { shapeNames } from '../demo/draw/draw-product.ts'

const RUN_WORDS = 8
const TODAY = '2026-11-23'
/** Amounts outside of these are slips of the pen: major units. */
const SANE: Readonly<
  Record<DemoLanguage, { readonly min: number; readonly max: number; readonly step: number }>
> = {
  ko: { min: 1000, max: 1_000_000, step: 100 },
  en: { min: 2, max: 1500, step: 0.01 },
}

const duplicates = (values: readonly string[]): readonly string[] =>
  values.filter((value, i) => values.indexOf(value) !== i)

function repeatedRuns(texts: readonly string[]): readonly string[] {
  const runs = texts.flatMap((text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    return words.slice(RUN_WORDS - 1).map((_, i) => words.slice(i, i + RUN_WORDS).join(' '))
  })
  const seen = new Set<string>()
  return runs.filter((run) => seen.size === seen.add(run).size)
}

const rows = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))

describe.each(demoLanguages)('the %s demo catalogue', (language) => {
  const all = products(language)
  const { min, max, step } = SANE[language]

  it('has at least 120 products in at least 8 departments', () => {
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(({ product_type }) => categoryPath(product_type)[0])).size).toBeGreaterThanOrEqual(
      8,
    )
  })

  it('keeps every product in the department whose file holds it', () => {
    for (const { name, products } of departments(language))
      for (const { id, product_type } of products)
        expect([id, categoryPath(product_type)[0]]).toEqual([id, name])
  })

  it('gives each product two to four reviews, none before it was sold or after today', () => {
    for (const { id, created, reviews } of all) {
      expect([id, reviews.length >= 2 && reviews.length <= 4]).toEqual([id, true])
      expect([id, reviews.filter(({ date }) => date < created || date > TODAY)]).toEqual([id, []])
    }
  })

  it('has a drawing for every shape it names', () => {
    expect(all.map(({ art }) => art.shape).filter((shape) => !shapeNames.includes(shape))).toEqual([])
  })

  it('uses no id twice, variants included', () => {
    expect(
      duplicates(all.flatMap(({ id, variants = [] }) => [id, ...variants.map((one) => one.id)])),
    ).toEqual([])
  })

  it('repeats no run of eight words in titles, descriptions and reviews', () => {
    const texts = all.flatMap(({ title, description, reviews }) => [
      title,
      description,
      ...reviews.map(({ text }) => text),
    ])
    expect(repeatedRuns(texts)).toEqual([])
  })

  it('asks sane prices, and less in a sale', () => {
    for (const { id, price, price_label, sale_price, variants = [] } of all) {
      const amounts = [price, sale_price, ...variants.map((one) => one.price)].filter(
        (one) => typeof one === 'number',
      )
      const odd = amounts.filter(
        (one) => one < min || one > max || Math.abs(one / step - Math.round(one / step)) > 1e-6,
      )
      expect([id, odd]).toEqual([id, []])
      expect([id, price === null]).toEqual([id, price_label !== undefined])
      expect([id, sale_price === undefined || sale_price < (price ?? 0)]).toEqual([id, true])
    }
  })

  it('gives the variants of a product the same option names and different values', () => {
    for (const { id, variants } of all) {
      if (variants === undefined) continue
      const names = variants.map(({ options }) => Object.keys(options).sort().join())
      const values = variants.map(({ options }) => JSON.stringify(options))
      expect([id, variants.length >= 2, new Set(names).size, duplicates(values)]).toEqual([id, true, 1, []])
    }
  })

  it('knows the colour of every colour option, so that its picture can be tinted', () => {
    const colours = all.flatMap(({ variants = [] }) =>
      variants.flatMap(({ options }) =>
        Object.entries(options).filter(([name]) => name === '색상' || name === 'Color' || name === 'Shade'),
      ),
    )
    expect(colours.length).toBeGreaterThan(0)
    expect(colours.filter(([name, value]) => colourOfOptions({ [name]: value }) === undefined)).toEqual([])
  })

  it('writes import lines whose links and pictures stand on the store', () => {
    const lines = rows(importLines(language, 'http://store.test'))
    expect(lines.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    for (const line of lines) {
      expect(line).toMatchObject({
        currency: currencies[language],
        link: `http://store.test/p/${String(line['id'])}`,
      })
      expect(line['image_link']).toMatch(/^http:\/\/store\.test\/art\/[a-z-]+(-[0-9a-f]{6}){3}\.svg$/)
      expect(Object.keys(line)).not.toEqual(expect.arrayContaining(['art']))
    }
  })

  it('writes one review line for each review, each of a product there is', () => {
    const lines = rows(reviewLines(language))
    const ids = new Set<unknown>(all.map(({ id }) => id))
    expect(lines.length).toBe(all.reduce((sum, { reviews }) => sum + reviews.length, 0))
    expect(lines.filter(({ product_id }) => !ids.has(product_id))).toEqual([])
    expect(duplicates(lines.map(({ id }) => String(id)))).toEqual([])
  })
})

it('has judged wishes for both shops to suggest', () => {
  const text = readFileSync(new URL('../demo/abstract-queries.json', import.meta.url), 'utf8')
  const queries = z.object({ ko: z.array(z.string()), en: z.array(z.string()) }).parse(JSON.parse(text))
  expect([queries.ko.length, queries.en.length].every((count) => count >= 10)).toBe(true)
})

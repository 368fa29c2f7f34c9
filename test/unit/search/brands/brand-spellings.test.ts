import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrandIndex } from '../../../../worker/search/brands/brand-index.ts'
import { merchantSpellings, spellingsOf } from '../../../../worker/search/brands/brand-spellings.ts'
import { knownBrands } from '../../../../worker/search/brands/known-brands.ts'
import { soundCost, soundKey, soundTolerance } from '../../../../worker/search/brands/sound-key.ts'
import { nameKey } from '../../../../worker/search/text/name-key.ts'

describe('spellings of a brand', () => {
  test.each([
    ['Patagonia', 'list', '파타고니아'],
    ['나이키', 'list', 'Nike'],
    ['NIKE KIDS', 'list', '나이키'],
    ['아디다스(adidas)', 'list', 'アディダス'],
    ['Lenic&McCoy', 'rule', '레닉멕코이'],
    ['솔바람', 'rule', 'ソルバラム'],
  ])('%s has, by %s, %s', (brand, source, spelling) => {
    const found = spellingsOf(brand)
    expect(found.source).toBe(source)
    expect(found.spellings).toContain(spelling)
  })

  test('of known brands no line is empty or says the same twice', () => {
    const wrong = knownBrands.filter(
      ({ spellings }) => spellings.length === 0 || new Set(spellings.map(nameKey)).size < spellings.length,
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
    expect(knownBrands.length).toBeGreaterThan(400)
  })

  test("the merchant's own lead to the brand", () => {
    const index = new BrandIndex([merchantSpellings('Nike', ['스우시'])])
    expect(index.spelled('스우시')?.brand).toBe('Nike')
    expect(index.spelled('나이키')).toBeNull()
  })
})

describe('sounds', () => {
  test.each([
    ['Thom Browne', '톰브라운'],
    ['Patagonia', 'パタゴニア'],
    ['푸마', '퓨마'],
    ['나이키', '나이끼'],
    ['Columbia', '컬럼비아'],
    ['Balenciaga', '발렌시아가'],
    ['Abercrombie', '아베크롬비'],
  ])('%s and %s meet', (left, right) => {
    const [one, other] = [soundKey(left), soundKey(right)]
    const most = Math.min(soundTolerance(one), soundTolerance(other))
    expect(soundCost(one, other, most)).toBeLessThanOrEqual(most)
  })

  test.each([
    ['나이키', '노키아'],
    ['Puma', 'Fila'],
    ['Adidas', 'Diadora'],
    ['구찌', '코치'],
  ])('%s and %s do not', (left, right) => {
    const [one, other] = [soundKey(left), soundKey(right)]
    expect(soundCost(one, other, Math.min(soundTolerance(one), soundTolerance(other)))).toBe(
      Number.POSITIVE_INFINITY,
    )
  })

  test('differ by nothing from themselves, and by the same both ways', () => {
    const sound = fc.string({
      unit: fc.constantFrom('k', 'a', 'e', 't', 'i', 'n', 's', 'p', 'o', 'm', 'r'),
      maxLength: 10,
    })
    fc.assert(
      fc.property(sound, sound, (left, right) => {
        expect(soundCost(left, left, 5)).toBe(0)
        expect(soundCost(left, right, 99)).toBeCloseTo(soundCost(right, left, 99), 6)
      }),
    )
  })
})

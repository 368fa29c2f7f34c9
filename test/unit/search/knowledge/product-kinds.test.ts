import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindsInQuery, kindsOfProduct, lineage } from '../../../../worker/search/knowledge/product-kinds.ts'
import { fold } from '../../../../worker/search/text/fold.ts'

const rows = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../worker/search/knowledge/kinds.json'), 'utf8'),
) as readonly (readonly string[])[]
const ids = new Set(rows.map(([id]) => id))

describe('the kinds of goods', () => {
  it('have an id each, names in three languages, and parents that exist', () => {
    expect(ids.size).toBe(rows.length)
    const faults = rows.filter(
      (row) =>
        row.length !== 5 ||
        !/^[a-z0-9]+$/.test(row[0] ?? '') ||
        (row[1] !== '' && !ids.has(row[1])) ||
        row.slice(2).some((names) => names === ''),
    )
    expect(faults).toEqual([])
  })

  it('are written folded', () => {
    const names = rows.flatMap((row) => row.slice(2)).flatMap((list) => list.split('|'))
    expect(names.filter((name) => name !== fold(name) || name.trim() !== name)).toEqual([])
  })

  it('never hang under themselves', () => {
    for (const id of ids) {
      const line = lineage(id ?? '')
      expect(new Set(line).size).toBe(line.length)
    }
  })
})

describe('what a product is', () => {
  it.each([
    ['르니 골드 브로치 글렌 체크 린넨 반팔 자켓', [], ['jacket']],
    ['데님 반팔 미니 원피스', [], ['dress']],
    ['오버핏 반팔', [], ['tshirt']],
    ['크롭자켓', [], ['jacket']],
    ['Canvas tote bag with leather pouch', [], ['tote']],
    ['Rain boots for kids', [], ['rainboots']],
    ['Two-Person Ridge Tent with Wide Porch', [], ['tent']],
    ['本革二つ折り財布 メンズ', [], ['wallet']],
    ['リネンシャツワンピース', [], ['dress']],
    ['Adventure-Ready Expedition', ['accessories', 'backpack'], ['backpack']],
    ['Sencha No. 4', ['Tea'], ['tea']],
    ['HALO_White', [], []],
  ])('of "%s" in %j is %j', (title, category, kinds) => {
    expect(kindsOfProduct(title, category).kinds).toEqual(kinds)
  })

  it('belongs to what stands above it', () => {
    expect(lineage('rainboots')).toEqual(['rainboots', 'boots', 'shoes'])
  })

  it('is named anywhere in a query', () => {
    const named = kindsInQuery('하객룩으로 입기 좋은 원피스 말고 바지')
    expect(named.map(({ kinds }) => kinds)).toEqual([['dress'], ['trousers']])
  })
})

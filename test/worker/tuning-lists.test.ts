import { describe, expect, test, vi } from 'vitest'
import { rulesResponse } from '../../worker/contract/tuning.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { asked, pin, put, rule, saveRules } from './support/tuned-shop.ts'
import { call, createShop, errorOf } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const

describe('a list', () => {
  test('is replaced as a whole, keeps its ids and counts its versions', async () => {
    const shop = await createShop(dollars)
    expect(await (await shop.admin(paths.rules)).json()).toEqual({ version: 0, rules: [] })
    const first = await saveRules(shop, [rule([pin('a', 1)]), rule([pin('b', 2)], {}, { id: 'mine' })])
    expect(first.version).toBe(1)
    expect(first.rules[0]?.id).toMatch(/^[a-z0-9]{20}$/)
    expect(first.rules[1]?.id).toBe('mine')
    const second = await saveRules(shop, first.rules.toReversed())
    expect(second).toEqual({ version: 2, rules: first.rules.toReversed() })
    expect(await (await shop.admin(paths.rules)).json()).toEqual(second)
  })

  test('is not overwritten by someone who began from an older one', async () => {
    const shop = await createShop(dollars)
    const { rules } = await saveRules(shop, [rule([pin('a', 1)])])
    const late = await put(shop, paths.rules, { rules: [], if_version: 0 })
    expect(late.status).toBe(409)
    const error = await errorOf(late)
    expect(error).toMatchObject({ code: 'conflict', field: 'if_version' })
    expect(error.message).toMatch(/version 1.*load them again/s)
    expect(rulesResponse.parse(await (await shop.admin(paths.rules)).json()).rules).toEqual(rules)
    expect((await put(shop, paths.rules, { rules: [], if_version: 1 })).status).toBe(200)
    expect((await put(shop, paths.synonyms, { synonyms: [], if_version: 3 })).status).toBe(409)
  })

  test.each([paths.rules, paths.synonyms, `${paths.rules}/preview`])(
    '%s is for the shop itself',
    async (path) => {
      const shop = await createShop(dollars)
      const headers = { Authorization: `Bearer ${shop.keys.public_key}` }
      const method = path.endsWith('preview') ? 'POST' : 'GET'
      expect((await shop.admin(path, { method })).status).not.toBe(401)
      expect((await call(path, { method, headers })).status).toBe(401)
    },
  )
})

describe('a rule that cannot be used', () => {
  const hide = (where: unknown) => [rule([{ do: 'hide', where }])]
  test.each([
    ['rules.0.name', [rule([pin('a', 1)], {}, { name: '' })]],
    ['rules.0.then', [rule([])]],
    ['rules.0.then.0.do', [rule([{ do: 'explode' }])]],
    ['rules.0.then.0.position', [rule([pin('a', 0)])]],
    ['rules.0.then.0.by', [rule([{ do: 'boost', by: 11, where: { brand: ['A'] } }])]],
    ['rules.0.then.0.where', hide({})],
    ['rules.0.then.0.where.colour', hide({ colour: ['red'] })],
    ['rules.0.then.0.where.price', hide({ price: { min: 5, max: 1 } })],
    ['rules.0.then.0.where.margin', hide({ margin: {} })],
    ['rules.0.then.0.link', [rule([{ do: 'redirect', link: 'javascript:alert(1)' }])]],
    ['rules.0.then.0.link', [rule([{ do: 'redirect', link: '//evil.example/' }])]],
    ['rules.0.then.0.link', [rule([{ do: 'redirect', link: String.raw`/\evil.example/` }])]],
    ['rules.0.then.0.link', [rule([{ do: 'redirect', link: '/\t/evil.example/' }])]],
    ['rules.0.then.0.link', [rule([{ do: 'redirect', link: 'http://plain.example/' }])]],
    ['rules.0.then.0.image_link', [rule([{ do: 'banner', title: 'x', image_link: 'data:text/html,x' }])]],
    ['rules.0.when.query.words', [rule([pin('a', 1)], { query: { match: 'is', words: [] } })]],
    ['rules.0.when.query.words', [rule([pin('a', 1)], { query: { match: 'any', words: ['x'] } })]],
    ['rules.0.when.query.match', [rule([pin('a', 1)], { query: { match: 'like', words: ['x'] } })]],
    ['rules.0.when.from', [rule([pin('a', 1)], { from: '2026-02-30' })]],
    ['rules.0.when.to', [rule([pin('a', 1)], { from: '2026-03-02', to: '2026-03-01' })]],
    ['rules.0.when.market', [rule([pin('a', 1)], { market: 'mars' })]],
    ['rules.0.when.browsing', [rule([pin('a', 1)], { browsing: true, ...asked('x') })]],
    ['rules.1.id', [rule([pin('a', 1)], {}, { id: 'r' }), rule([pin('b', 1)], {}, { id: 'r' })]],
  ])('is named by its field: %s', async (field, rules) => {
    const shop = await createShop(dollars)
    const answer = await put(shop, paths.rules, { rules })
    expect(answer.status).toBe(422)
    const error = await errorOf(answer)
    expect(error).toMatchObject({ code: 'unprocessable', field })
    expect(error.message).toContain('Nothing was saved.')
    expect(error.message).not.toMatch(/Invalid|Too small|regex|undefined|cannot be read/)
    expect(await (await shop.admin(paths.rules)).json()).toEqual({ version: 0, rules: [] })
  })
})

test('a rule’s days are those of the first market as it is now', async () => {
  const shop = await createShop(dollars)
  await shop.importRows('products', [{ id: 'a', title: 'Oak chair', price: 1 }])
  await saveRules(shop, [rule([{ do: 'hide', where: { products: ['a'] } }], { from: '2031-03-02' })])
  const { markets } = (await (await shop.admin(paths.settings)).json()) as {
    markets: { id: string; currency: 'USD' }[]
  }
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 2, 1, 20) })
  try {
    expect(await shop.find('chair')).toEqual(['a'])
    await shop.settings({ markets: markets.map((market) => ({ ...market, locale: 'ko' })) })
    expect(await shop.find('chair')).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})

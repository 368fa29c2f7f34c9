import { describe, expect, test } from 'vitest'
import {
  productTagsResponse,
  tagDeskResponse,
  tagsResponse,
  type ProductTagsResponse,
  type TagsResponse,
} from '../../worker/contract/tags.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { call, createShop, type TestShop } from './support/worker-shop.ts'

const goods = [
  {
    id: 'b1',
    title: '극세사 담요',
    price: 30000,
    product_type: '홈 > 담요',
    description: '포근하고 폭신한 담요',
  },
  {
    id: 'b2',
    title: '양털 담요',
    price: 40000,
    product_type: '홈 > 담요',
    description: '따뜻하고 부드러운 양털',
  },
  { id: 'b3', title: '면 블랭킷', price: 20000, product_type: '홈 > 담요', description: '아늑한 침실에' },
  {
    id: 'b4',
    title: '수면양말',
    price: 5000,
    product_type: '잡화 > 양말',
    description: '보들보들 포근한 수면양말',
  },
  ...['드라이버 세트', '전동드릴', '줄자', '사다리', '망치', '톱'].map((title, index) => ({
    id: `t${index}`,
    title,
    price: 10000 + index,
    product_type: '공구',
  })),
]

const listed = async (shop: TestShop, parameters = {}): Promise<TagsResponse> =>
  tagsResponse.parse(
    await (await call(paths.tags, { parameters: { key: shop.keys.public_key, ...parameters } })).json(),
  )

const productTagsOf = async (shop: TestShop, id: string, put?: object): Promise<ProductTagsResponse> => {
  const init = put ? { method: 'PUT', body: JSON.stringify(put) } : {}
  return productTagsResponse.parse(await (await shop.admin(`${paths.products}/${id}/tags`, init)).json())
}

describe('tags', () => {
  const opened = async () => {
    const shop = await createShop({ locale: 'ko', currency: 'KRW' })
    await shop.importRows('products', goods)
    return shop
  }
  const moods = ({ tags }: TagsResponse) => tags.find(({ kind }) => kind === 'mood')?.values ?? []

  test('are counted by what products serve, and a tap finds them', async () => {
    const shop = await opened()
    const offered = await listed(shop)
    const cozy = moods(offered).find(({ id }) => id === 'mood:cozy')
    expect(cozy).toMatchObject({ label: '포근한' })
    expect(cozy?.count).toBeGreaterThanOrEqual(3)
    const found = await shop.search(cozy?.label ?? '')
    expect(found.understood.map(({ id }) => id)).toContain('mood:cozy')
    expect(
      found.hits
        .slice(0, 4)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['b1', 'b2', 'b3', 'b4'])
  })

  test('speak the shopper’s language', async () => {
    const shop = await opened()
    const english = await listed(shop, { locale: 'en' })
    expect(moods(english).map(({ label }) => label)).toContain('Cosy')
  })

  test('tell what speaks for them; the merchant’s word wins and can be taken back', async () => {
    const shop = await opened()
    const before = await productTagsOf(shop, 'b1')
    expect(before.tags.find(({ id }) => id === 'mood:cozy')?.evidence).not.toBe('')

    const removed = await productTagsOf(shop, 'b1', { removed: ['mood:cozy'] })
    expect(removed.tags.map(({ id }) => id)).not.toContain('mood:cozy')
    expect(removed.removed).toEqual([{ id: 'mood:cozy', label: '포근한' }])

    const drill = await productTagsOf(shop, 't0', { added: ['mood:cozy'] })
    expect(drill.tags[0]).toMatchObject({ id: 'mood:cozy', confidence: 1, source: 'merchant' })
    // A product imported again keeps what its merchant said.
    await shop.importRows('products', [{ ...goods[4], price: 99 }])
    const found = await shop.search('포근한')
    expect(found.hits.map(({ id }) => id)).toContain('t0')

    await productTagsOf(shop, 'b1', {})
    const back = await productTagsOf(shop, 'b1')
    expect(back.tags.map(({ id }) => id)).toContain('mood:cozy')
  })

  test('that a merchant hides are not offered, and still find', async () => {
    const shop = await opened()
    const put = { method: 'PUT', body: JSON.stringify({ hidden: ['mood:cozy'] }) }
    const desk = tagDeskResponse.parse(await (await shop.admin(paths.adminTags, put)).json())
    expect(desk.tags.find(({ id }) => id === 'mood:cozy')?.hidden).toBe(true)
    const offered = await listed(shop)
    expect(moods(offered).map(({ id }) => id)).not.toContain('mood:cozy')
    expect((await shop.search('포근한')).hits.length).toBeGreaterThan(0)
  })

  test('that do not exist are refused by name', async () => {
    const shop = await opened()
    const path = `${paths.products}/b1/tags`
    const body = JSON.stringify({ added: ['mood:cozy', 'mood:nope'] })
    const answer = await shop.admin(path, { method: 'PUT', body })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { field: 'added.1' } })
    expect((await shop.admin(`${paths.products}/nothing/tags`)).status).toBe(404)
  })

  test('that are corrected are on their way to a search server at once', async () => {
    const shop = await opened()
    const alarm = await shop.inside(async (object, { storage }) => {
      storage.sql.exec(`INSERT INTO search_server (only, endpoint) VALUES (1, 'https://search.example')`)
      await object.correctTags('b1', { added: ['mood:cozy'], removed: [] })
      return storage.getAlarm()
    })
    expect((alarm ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(10_000)
  })

  test('never count what is hidden or for adults', async () => {
    const shop = await createShop({ locale: 'ko', currency: 'KRW' })
    await shop.importRows(
      'products',
      goods.slice(0, 4).map((product, index) => ({
        ...product,
        ...(index < 2 ? { adult: 'yes' } : { visibility: 'hidden' }),
      })),
    )
    const offered = await listed(shop)
    expect(offered.tags).toEqual([])
  })
})

describe('a tag that is a claim', () => {
  const offer = (shop: TestShop, kind: string) => async (parameters: object) => {
    const { tags } = await listed(shop, parameters)
    return tags.flatMap(({ values }) => values).find(({ id }) => id === kind)
  }
  const desk = async (shop: TestShop, id: string) => {
    const { tags } = tagDeskResponse.parse(await (await shop.admin(paths.adminTags)).json())
    return tags.find((tag) => tag.id === id)
  }
  const shelf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      title: `원목 선반 ${index}`,
      price: 1,
      product_type: '가구',
    }))
  const open = async (rows: readonly Readonly<Record<string, unknown>>[]) => {
    const shop = await createShop({ locale: 'ko', currency: 'KRW' })
    await shop.importRows('products', [...rows, ...shelf(10)])
    return shop
  }
  const tagged = async (shop: TestShop, ids: readonly string[], tag: string) => {
    for (const id of ids) await productTagsOf(shop, id, { added: [tag] })
  }
  const snacks = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    title: `현미 스낵 ${id}`,
    price: 1,
    product_type: '식품 > 간식',
  }))
  const lamps = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    title: `독서등 ${id}`,
    price: 1,
    product_type: '조명',
  }))

  test('is offered where none of the goods forbids it, and finds but is not offered where one does', async () => {
    const [of, id] = [['a', 'b', 'c'], 'mood:focused']
    const fine = await open(lamps)
    await tagged(fine, of, id)
    expect(await offer(fine, id)({})).toMatchObject({ label: '집중되는', count: 3 })
    expect(await desk(fine, id)).not.toHaveProperty('not_shown')

    const mixed = await open([...lamps, { ...snacks[0], id: 'snack' }])
    await tagged(mixed, [...of, 'snack'], id)
    expect(await offer(mixed, id)({})).toBeUndefined()
    expect(await desk(mixed, id)).toMatchObject({
      count: 4,
      not_shown: { because: 'food-function', law: '식품표시광고법 제8조', needs: 'never' },
    })
    expect((await mixed.search('집중되는')).hits.map((hit) => hit.id)).toContain('snack')
    const { tags } = await productTagsOf(mixed, 'snack')
    expect(tags.find((tag) => tag.id === id)).toMatchObject({ not_shown: { because: 'food-function' } })
    expect((await productTagsOf(mixed, 'a')).tags.find((tag) => tag.id === id)).not.toHaveProperty(
      'not_shown',
    )
  })

  test('that needs proof is offered for what states it or was tagged by hand', async () => {
    const id = 'feature:organic'
    const rows = ['쌀', '현미', '밀가루', '주스'].map((name, index) => ({
      id: `o${index}`,
      title: `유기농 ${name}`,
      price: 1,
      product_type: '식품',
      description: '무농약 인증',
    }))
    const stating = await open(rows)
    expect(await offer(stating, id)({})).toMatchObject({ label: '유기농' })
    expect(await offer(stating, id)({ locale: 'en' })).toMatchObject({ label: 'Organic' })
    expect(await offer(stating, id)({ locale: 'ja' })).toMatchObject({ label: 'オーガニック' })

    const byHand = await open(snacks)
    await tagged(byHand, ['a', 'b', 'c'], id)
    expect(await offer(byHand, id)({})).toMatchObject({ count: 3 })
  })

  test('is judged anew when the goods change', async () => {
    const id = 'mood:focused'
    const shop = await open(lamps)
    await tagged(shop, ['a', 'b', 'c'], id)
    expect(await offer(shop, id)({})).toBeDefined()
    await shop.importRows('products', [{ ...lamps[0], title: '집중 젤리', product_type: '식품 > 간식' }])
    expect(await offer(shop, id)({})).toBeUndefined()
  })
})

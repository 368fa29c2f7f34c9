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

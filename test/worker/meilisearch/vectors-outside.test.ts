import { describe, expect, test } from 'vitest'
import { VECTORS_MOST } from '../../../worker/shop/vectors/vector-index.ts'
import { embeddedShopWith, type EmbeddedShop } from '../support/embedded-shop.ts'
import { drained, misbehave } from '../support/searched-shop.ts'
import type { Row } from '../support/worker-shop.ts'

const goods: readonly Row[] = [
  { id: 'sofa', title: 'Velvet sofa', price: 400 },
  { id: 'rake', title: 'Garden rake', price: 20 },
  { id: 'mug', title: 'Stoneware mug', price: 12 },
]

/** More vectors than the shop's object compares, all but these of products that are gone by now. */
async function outgrow({ shop }: EmbeddedShop): Promise<void> {
  await shop.inside((_, { storage }) => {
    storage.sql.exec('UPDATE vector_state SET next_slot = ?', VECTORS_MOST + 1)
  })
}

/** A shop whose vectors are with the server, behind a worker that has just learnt so. */
async function outgrownShop(name: string): Promise<EmbeddedShop> {
  const world = await embeddedShopWith(goods, 'ok', {}, name)
  await drained(world.shop)
  await world.backfill()
  await outgrow(world)
  await world.backfill()
  await drained(world.shop)
  return world.of(world.shop)
}

const embeddersOf = ({ shop }: EmbeddedShop) =>
  shop.inside((_, { storage }) => {
    const { state } = storage.sql.exec<{ state: string }>('SELECT state FROM search_index').one()
    return (JSON.parse(state) as { live: { embedders: string[] } }).live.embedders
  })

describe('vectors beyond what the shop compares itself', () => {
  test('are with the server, which finds by meaning what no word finds', async () => {
    const world = await outgrownShop('outgrown')
    expect(await embeddersOf(world)).toHaveLength(1)
    const answer = await world.shop.search('snugglesit')
    expect([answer.mode, answer.hits[0]?.id]).toEqual(['hybrid', 'sofa'])
    expect(answer).not.toHaveProperty('degraded')
    // The words still come first.
    const literal = await world.shop.search('garden rake')
    expect(literal.hits[0]?.id).toBe('rake')
  })

  test('are missed, not fatal, while the server is away', async () => {
    const world = await outgrownShop('away')
    await misbehave(world.shop.id, { on: 'search', by: 'refusal', status: 503 })
    expect(await world.shop.search('snugglesit')).toMatchObject({
      mode: 'keyword',
      degraded: ['meilisearch', 'embedder'],
    })
  })

  test('follow the products: a new one is found by its words at once, by its meaning when it has a vector', async () => {
    const world = await outgrownShop('following')
    await world.shop.importRows('products', [{ id: 'corner', title: 'Corner sofa', price: 900 }])
    expect((await drained(world.shop)).last_error).toBeUndefined()
    expect((await world.shop.find('corner'))[0]).toBe('corner')
    expect(await world.shop.find('snugglesit')).not.toContain('corner')
    await world.backfill()
    expect((await drained(world.shop)).last_error).toBeUndefined()
    expect(await world.shop.find('snugglesit')).toEqual(expect.arrayContaining(['sofa', 'corner']))
  })

  test('of another model are never compared: the index goes on by words until all are made anew', async () => {
    const world = await outgrownShop('before')
    const [before] = await embeddersOf(world)
    const changed = world.withModel('ok')
    await changed.turn(0)
    await world.shop.importRows('products', [{ id: 'lamp', title: 'Reading lamp', price: 50 }])
    expect((await drained(world.shop)).last_error).toBeUndefined()
    expect(await changed.shop.search('snugglesit')).toMatchObject({ mode: 'keyword' })
    expect(await embeddersOf(world)).toEqual([before])
    await changed.backfill()
    await outgrow(changed)
    await changed.backfill()
    expect((await drained(world.shop)).last_error).toBeUndefined()
    expect(await embeddersOf(world)).not.toEqual([before])
  })
})

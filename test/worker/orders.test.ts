import { describe, expect, test } from 'vitest'
import { orderMessageAnswer, orderSecretAnswer, ordersResponse } from '../../worker/contract/orders.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { signatureOf } from '../../worker/orders/signature.ts'
import { batchOf, count, send, view } from './support/event-shop.ts'
import { call, createShop, errorOf, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000

interface Signing {
  readonly shop: TestShop
  readonly secret: string
}

async function signingShop(): Promise<Signing> {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  const answer = await shop.admin(`${paths.orders}/secret`, { method: 'POST' })
  expect(answer.status).toBe(201)
  const { secret, path } = orderSecretAnswer.strict().parse(await answer.json())
  expect(path).toBe(`${paths.orderWebhook}/${shop.id}`)
  return { shop, secret }
}

let messages = 0
const message = (more: object = {}) => ({
  id: `m-${messages++}`,
  time: new Date().toISOString(),
  type: 'paid',
  transaction_id: 'T-1',
  value: 20.5,
  currency: 'USD',
  ...more,
})

async function tell(
  { shop, secret }: Signing,
  content: unknown,
  sign = async (body: string): Promise<string | null> =>
    `sha256=${await signatureOf(secret, Uint8Array.from(new TextEncoder().encode(body)))}`,
): Promise<Response> {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const signature = await sign(body)
  return call(`${paths.orderWebhook}/${shop.id}`, {
    method: 'POST',
    headers: signature === null ? {} : { 'Aisle-Signature': signature },
    body,
  })
}

const told = async (signing: Signing, content: unknown) => {
  const answer = await tell(signing, content)
  expect(answer.status).toBe(200)
  return orderMessageAnswer.strict().parse(await answer.json()).repeated
}

const bought = (shop: TestShop, more: object = {}) =>
  send(
    shop,
    batchOf([view('p1', { name: 'purchase', transaction_id: 'T-1', value: 20, currency: 'USD', ...more })]),
  )

async function figures({ shop }: Signing, parameters = {}) {
  const answer = await shop.admin(paths.orders, { parameters })
  return ordersResponse.strict().parse(await answer.json())
}

const usd = (state: string, orders: number, value: number, refunded = 0) => ({
  state,
  currency: 'USD',
  orders,
  value,
  refunded,
})

describe('an order', () => {
  test('that a page has seen is placed, and says so', async () => {
    const world = await signingShop()
    expect(await figures(world)).toEqual({ best_state: 'placed', orders: [] })
    await bought(world.shop)
    await bought(world.shop)
    expect(await figures(world)).toEqual({ best_state: 'placed', orders: [usd('placed', 1, 20)] })
  })

  test.each([
    ['the page first', ['page', 'page', 'server', 'server', 'page']],
    ['the server first', ['server', 'page', 'server', 'page']],
  ])('is counted once and is paid, %s', async (_, sequence) => {
    const world = await signingShop()
    for (const source of sequence) {
      if (source === 'page') await bought(world.shop)
      else await told(world, message())
    }
    expect(await count(world.shop, 'shop_order')).toBe(1)
    expect(await figures(world)).toEqual({ best_state: 'paid', orders: [usd('paid', 1, 20.5)] })
  })

  test('told of by many at once is one', async () => {
    const world = await signingShop()
    const same = message()
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => told(world, same)),
      ...Array.from({ length: 20 }, async () => {
        await bought(world.shop)
        return true
      }),
    ])
    expect(answers.filter((repeated) => !repeated)).toHaveLength(1)
    expect(await figures(world)).toEqual({ best_state: 'paid', orders: [usd('paid', 1, 20.5)] })
  })

  test('is given back in part, then whole', async () => {
    const world = await signingShop()
    await told(world, message())
    const part = message({ type: 'refunded', value: 0.5 })
    expect([await told(world, part), await told(world, part)]).toEqual([false, true])
    expect((await figures(world)).orders).toEqual([usd('paid', 1, 20.5, 0.5)])
    await told(world, message({ type: 'refunded', value: 20 }))
    expect((await figures(world)).orders).toEqual([usd('refunded', 1, 20.5, 20.5)])
    await told(world, message())
    expect((await figures(world)).orders).toEqual([usd('refunded', 1, 20.5, 20.5)])
  })

  test('whose refund arrives before its payment ends the same', async () => {
    const world = await signingShop()
    await told(world, message({ type: 'refunded', value: 20.5 }))
    await told(world, message())
    expect((await figures(world)).orders).toEqual([usd('refunded', 1, 20.5, 20.5)])
  })

  test('keeps its currency, and currencies never mix', async () => {
    const world = await signingShop()
    await bought(world.shop)
    await bought(world.shop, { transaction_id: 'T-2', value: 30_000, currency: 'KRW' })
    await told(world, message({ transaction_id: 'T-3' }))
    const other = await tell(world, message({ transaction_id: 'T-3', currency: 'KRW', value: 1 }))
    expect(other.status).toBe(409)
    expect((await errorOf(other)).field).toBe('currency')
    expect((await figures(world)).orders).toEqual([
      usd('paid', 1, 20.5),
      { state: 'placed', currency: 'KRW', orders: 1, value: 30_000, refunded: 0 },
      usd('placed', 1, 20),
    ])
  })

  test('belongs to its day', async () => {
    const world = await signingShop()
    await bought(world.shop)
    const today = new Date().toISOString().slice(0, 10)
    const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10)
    expect((await figures(world, { from: today, to: today })).orders).toHaveLength(1)
    expect((await figures(world, { to: yesterday })).orders).toEqual([])
    const refused = await world.shop.admin(paths.orders, { parameters: { from: 'today' } })
    expect(refused.status).toBe(400)
  })
})

describe('a message', () => {
  test.each<[string, (body: string) => Promise<string | null>]>([
    ['no signature', async () => null],
    ['another signature', async () => `sha256=${'0'.repeat(64)}`],
    ['a signature of another form', async () => 'sha256=abc'],
    [
      'the signature of another body',
      async () => `sha256=${await signatureOf('whsec_x', new Uint8Array(3))}`,
    ],
  ])('with %s is refused, and nothing is changed', async (_, sign) => {
    const world = await signingShop()
    const answer = await tell(world, message(), sign)
    expect(answer.status).toBe(401)
    expect((await errorOf(answer)).code).toBe('unauthorized')
    expect(await count(world.shop, 'shop_order')).toBe(0)
  })

  test('that was changed on its way is refused', async () => {
    const world = await signingShop()
    const content = message()
    const body = Uint8Array.from(new TextEncoder().encode(JSON.stringify(content)))
    const signature = `sha256=${await signatureOf(world.secret, body)}`
    const changed = await tell(world, { ...content, value: 2050 }, async () => signature)
    expect(changed.status).toBe(401)
  })

  test('of another shop, of no shop and signed with a secret that is void is refused', async () => {
    const [mine, theirs] = [await signingShop(), await signingShop()]
    expect((await tell({ shop: theirs.shop, secret: mine.secret }, message())).status).toBe(401)
    const nowhere = { ...mine.shop, id: 'aaaaaaaaaaaa' }
    expect((await tell({ shop: nowhere, secret: mine.secret }, message())).status).toBe(401)
    await mine.shop.admin(`${paths.orders}/secret`, { method: 'POST' })
    expect((await tell(mine, message())).status).toBe(401)
  })

  test.each([
    ['old', -6 * 60_000],
    ['of a clock that is ahead', 6 * 60_000],
  ])('that is %s is refused however well it is signed', async (_, off) => {
    const world = await signingShop()
    const answer = await tell(world, message({ time: Date.now() + off }))
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe('time')
    expect(await count(world.shop, 'shop_order')).toBe(0)
  })

  test.each<[string, unknown, string | undefined]>([
    ['is no JSON', 'paid', undefined],
    ['has no id', message({ id: '' }), 'id'],
    ['has a negative value', message({ value: -1 }), 'value'],
    ['has another type', message({ type: 'placed' }), 'type'],
  ])('that %s is refused by its field', async (_, content, field) => {
    const world = await signingShop()
    const answer = await tell(world, content)
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe(field)
  })
})

import { describe, expect, test } from 'vitest'
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { catalogueList, product, type ImportStatus } from '../../worker/contract/catalogue.ts'
import { LIMITS, paths, type ImportKind } from '../../worker/contract/vocabulary.ts'
import { counts, cups } from './support/cups.ts'
import { createShop, errorOf, sendTo, type TestShop } from './support/worker-shop.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: Uint8Array[]) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

describe('a file', () => {
  const lines = '{"id":"a","title":"가방","price":19900}\n\n{"id":"b","title":"천 가방","price":"12,000원"}\n'
  const csv = 'id,title,price\na,가방,19900\nb,"천 가방","12,000"\n'

  test.each<[string, string | Uint8Array<ArrayBuffer>, string, string]>([
    ['JSON Lines', lines, 'jsonl', 'utf-8'],
    [
      'a JSON list',
      '[{"id":"a","title":"가방","price":19900},{"id":"b","title":"천 가방","price":12000}]',
      'json',
      'utf-8',
    ],
    [
      'a JSON object that holds the list',
      '{"products":[{"id":"a","title":"가방","price":19900},{"id":"b","title":"천 가방","price":12000}]}',
      'json',
      'utf-8',
    ],
    ['CSV', csv, 'csv', 'utf-8'],
    [
      'CSV with semicolons and Windows line ends',
      'id;title;price\r\na;가방;19900\r\nb;천 가방;12000\r\n',
      'csv',
      'utf-8',
    ],
    ['TSV', 'id\ttitle\tprice\na\t가방\t19900\nb\t천 가방\t12000', 'tsv', 'utf-8'],
    ['CSV behind a byte order mark', joined(bytes(0xef, 0xbb, 0xbf), utf8(csv)), 'csv', 'utf-8'],
    [
      'CP949',
      // 가방 and 천 가방
      joined(
        utf8('id,title,price\na,'),
        bytes(0xb0, 0xa1, 0xb9, 0xe6),
        utf8(',19900\nb,'),
        bytes(0xc3, 0xb5, 0x20, 0xb0, 0xa1, 0xb9, 0xe6),
        utf8(',12000\n'),
      ),
      'csv',
      'euc-kr',
    ],
    [
      'UTF-16 as Excel writes it',
      Uint8Array.from([
        0xff,
        0xfe,
        ...Array.from(csv, (unit) => unit.charCodeAt(0)).flatMap((unit) => [unit & 255, unit >> 8]),
      ]),
      'csv',
      'utf-16le',
    ],
  ])('is read as %s without being told', async (_, body, format, encoding) => {
    const shop = await createShop()
    const status = await shop.importRows('products', body)
    expect(status.errors).toEqual([])
    expect(counts(status)).toEqual({
      status: 'done',
      read: 2,
      accepted: 2,
      rejected: 0,
      changed: 2,
      removed: 0,
    })
    expect(status.detected).toMatchObject({ format, encoding })
    expect(status.detected?.columns).toMatchObject({ id: 'id', title: 'title', price: 'price' })
    const { hits } = await shop.search('가방', { sort: 'price_desc' })
    expect(hits.map(({ id, title, price }) => [id, title, price])).toEqual([
      ['a', '가방', 19900],
      ['b', '천 가방', 12000],
    ])
  })

  test('in CP949 keeps the syllables that plain EUC-KR does not have', async () => {
    const shop = await createShop()
    // 똠방: the first syllable is an extension of Windows.
    const body = joined(utf8('id,title\nx,'), bytes(0x8c, 0x63, 0xb9, 0xe6), utf8('\n'))
    await shop.importRows('products', body)
    expect((await shop.search('똠방')).hits).toMatchObject([{ id: 'x', title: '똠방' }])
  })

  test('marked as UTF-8 with a byte that is not loses that character and nothing else', async () => {
    const shop = await createShop()
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `${row},Cup number ${row} of a long list,${row + 1}`,
    )
    const broken = joined(
      bytes(0xef, 0xbb, 0xbf),
      utf8('id,title,price\n'),
      utf8('x,caf'),
      bytes(0xe9, 0xe9, 0xe9, 0xe9, 0xe9),
      utf8(' cup,5\n'),
      utf8(rows.join('\n')),
    )
    const status = await shop.importRows('products', broken)
    expect(status.errors).toEqual([])
    expect(counts(status)).toMatchObject({ status: 'done', read: 4001, accepted: 4001 })
    const ids = await shop.inside((_, { storage }) =>
      storage.sql
        .exec<{ id: string }>('SELECT id FROM product')
        .toArray()
        .map(({ id }) => id),
    )
    expect(new Set(ids)).toEqual(new Set(['x', ...rows.map((_, row) => String(row))]))
  })

  test('that says the same again changes nothing', async () => {
    const shop = await createShop()
    const rows = cups(60)
    await shop.importRows('products', rows)
    const again = await shop.importRows('products', rows)
    expect(counts(again)).toMatchObject({ status: 'done', read: 60, accepted: 60, changed: 0 })
    const replaced = await shop.importRows('products', rows, { mode: 'replace' })
    expect(counts(replaced)).toMatchObject({ status: 'done', accepted: 60, changed: 0, removed: 0 })
    const { catalogues } = catalogueList.parse(await (await shop.admin(paths.catalogues)).json())
    expect(catalogues).toMatchObject([{ state: 'live', products: 60 }])
  })

  test('with one product changed counts one change', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(60))
    const changed = cups(60, (row) => (row === 7 ? { price: 1 } : {}))
    expect(counts(await shop.importRows('products', changed))).toMatchObject({ accepted: 60, changed: 1 })
  })

  test('loses its bad rows by line and field, the good ones stand', async () => {
    const shop = await createShop()
    const status = await shop.importRows(
      'products',
      [
        '{"id":"good-1","title":"붉은 컵","price":1000}',
        '{"id":"no-title","price":1000}',
        '',
        '{"id":"odd-price","title":"푸른 컵","price":"about ten"}',
        '{"id":"half","title":"반',
        '{"title":"이름뿐인 컵","id":""}',
        '{"id":"good-2","title":"노란 컵","price":2000}',
      ].join('\n'),
    )
    expect(counts(status)).toEqual({
      status: 'done',
      read: 6,
      accepted: 2,
      rejected: 4,
      changed: 2,
      removed: 0,
    })
    expect(status.errors.map(({ line, field }) => [line, field])).toEqual([
      [2, 'title'],
      [4, 'price'],
      [5, ''],
      [6, 'id'],
    ])
    for (const { message } of status.errors) expect(message).not.toMatch(/SyntaxError|position|undefined/)
    expect((await shop.find('컵')).toSorted()).toEqual(['good-1', 'good-2'])
  })

  test.each([
    ['a page', '<!doctype html><html><body><h1>Sign in</h1></body></html>'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82)],
    ['JSON that was cut short', '[{"id":"x","title":"새 컵"},{"id":"y","tit'],
    ['a number', '42'],
    ['a header without rows', 'id,title,price\n'],
    ['spaces', '   \n  \n'],
  ])('that is %s is refused whole, what was there stays', async (_, body) => {
    const shop = await createShop()
    await shop.importRows('products', [{ id: 'old', title: '오래된 컵', price: 1000 }])
    const status = await shop.importRows('products', body, { mode: 'replace' })
    expect(counts(status)).toMatchObject({ status: 'failed', accepted: 0, changed: 0, removed: 0 })
    expect(status.errors.at(0)?.message).toMatch(/\S/)
    expect(await shop.find('컵')).toEqual(['old'])
  })

  test('that is not of the format it was sent as is refused whole', async () => {
    const shop = await createShop()
    const status = await shop.importRows('products', 'id,title\na,컵\n', { format: 'json' })
    expect(status.status).toBe('failed')
    expect(await shop.find('컵')).toEqual([])
  })

  test('of nothing is refused at once', async () => {
    const shop = await createShop()
    const answer = await shop.admin(paths.imports, { method: 'POST', body: '' })
    expect(answer.status).toBe(400)
    expect(await (await shop.admin(paths.imports)).json()).toEqual({ imports: [] })
  })

  test.each([
    ['kind', { kind: 'orders' }],
    ['mode', { mode: 'append' }],
    ['format', { format: 'xls' }],
  ])('sent with a wrong %s is refused by name', async (field, parameters) => {
    const shop = await createShop()
    const answer = await shop.admin(paths.imports, { method: 'POST', body: '{}', parameters })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe(field)
  })

  test(
    'over the limit is refused while it is sent, and nothing of it remains',
    { timeout: 60_000 },
    async () => {
      const shop = await createShop()
      const piece = new Uint8Array(1024 * 1024).fill(0x20)
      let left = LIMITS.importBytes / piece.length + 1
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left-- > 0) controller.enqueue(piece)
          else controller.close()
        },
      })
      const answer = await shop.admin(paths.imports, { method: 'POST', body })
      expect(answer.status).toBe(413)
      expect((await errorOf(answer)).code).toBe('too_large')
      expect(await (await shop.admin(paths.imports)).json()).toEqual({ imports: [] })
      expect(await storedChunks(shop)).toBe(0)
    },
  )

  test('broken off on the way is not taken over', async () => {
    // Between two workers a broken stream looks like one that ended, so this upload meets the app directly.
    const shop = await createShop({}, sendTo({}))
    await shop.importRows('products', [{ id: 'old', title: '오래된 컵' }])
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent < 3) controller.enqueue(utf8(`{"id":"new-${sent}","title":"새 컵"}\n${' '.repeat(700_000)}`))
        else controller.error(new Error('the line went dead'))
      },
    })
    const answer = await shop.admin(paths.imports, { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).message).toContain('nothing was changed')
    await runDurableObjectAlarm(shop.stub)
    const { imports } = await (await shop.admin(paths.imports)).json<{ imports: unknown[] }>()
    expect(imports).toHaveLength(1)
    expect(await shop.find('컵')).toEqual(['old'])
    expect(await storedChunks(shop)).toBe(0)
  })
})

const storedChunks = (shop: TestShop) =>
  shop.inside(
    (_, { storage }) => storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM import_chunk').one().n,
  )

describe('counts', () => {
  test('add up when variant rows fold into one product', async () => {
    const shop = await createShop()
    const status = await shop.importRows(
      'products',
      [
        'id,item_group_id,title,color,price',
        's-red,shirt,리넨 셔츠,빨강,30000',
        's-blue,shirt,리넨 셔츠,파랑,32000',
        'bag,,천 가방,,12000',
        'broken,,,,5',
      ].join('\n'),
    )
    expect(counts(status)).toMatchObject({ status: 'done', read: 4, accepted: 3, rejected: 1, changed: 2 })
    expect((await shop.search('셔츠')).hits).toMatchObject([{ id: 'shirt', price: 30000, price_max: 32000 }])
  })

  test('add up over many windows, with errors among them', async () => {
    const shop = await createShop()
    const filler = '가벼운 도자기 잔. '.repeat(20)
    const rows = cups(1200, (row) => (row % 100 === 50 ? { title: '' } : { description: filler }))
    const status = await shop.importRows('products', rows)
    expect(counts(status)).toMatchObject({ read: 1200, accepted: 1188, rejected: 12, changed: 1188 })
    expect(status.errors.map(({ line }) => line)).toEqual(
      Array.from({ length: 12 }, (_, hundred) => hundred * 100 + 51),
    )
    expect(status.progress).toBe(1)
  })

  test('give a configurable product the prices and stock of the rows it is made of', async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    const status = await shop.importRows(
      'products',
      [
        'sku,product_type,name,price,qty,visibility,configurable_variations',
        'tee-s,simple,Tee S,19.00,0,Not Visible Individually,',
        'tee-l,simple,Tee L,21.00,5,Not Visible Individually,',
        'tee,configurable,Meadow tee,,,"Catalog, Search","sku=tee-s,size=S|sku=tee-l,size=L"',
      ].join('\n'),
    )
    expect(counts(status)).toMatchObject({ status: 'done', read: 3, accepted: 3, rejected: 0 })
    const tee = product.parse(await (await shop.admin(`${paths.products}/tee`)).json())
    expect(tee.variants).toMatchObject([
      { id: 'tee-s', price: 19, availability: 'out_of_stock' },
      { id: 'tee-l', price: 21, availability: 'in_stock' },
    ])
    expect(await shop.find('tee')).toEqual(['tee'])
  })

  test('are kept for the latest imports', async () => {
    const shop = await createShop()
    const first = await shop.importRows('products', cups(3))
    const second = await shop.importRows('products', cups(5))
    const { imports } = await (await shop.admin(paths.imports)).json<{ imports: ImportStatus[] }>()
    expect(imports.map(({ import: id }) => id).toSorted()).toEqual([first.import, second.import].toSorted())
  })
})

describe('reviews', () => {
  const review = { id: 'r1', product_id: 'cup-1', rating: 4, text: '비 오는 날 코코아 마시기 좋아요' }

  test.each<['before' | 'after', Exclude<ImportKind, 'events'>[]]>([
    ['before', ['reviews', 'products']],
    ['after', ['products', 'reviews']],
  ])('that come %s their product are findable when done', async (_, order) => {
    const shop = await createShop()
    const rows = { products: cups(3), reviews: [review] }
    const done: ImportStatus[] = []
    for (const kind of order) done.push(await shop.importRows(kind, rows[kind]))
    expect(done.map(({ status }) => status)).toEqual(['done', 'done'])
    const { hits } = await shop.search('코코아')
    expect(hits).toMatchObject([{ id: 'cup-1', rating: { value: 4, count: 1 } }])
  })

  test('of many products are all findable the moment the import is done', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(90))
    const reviews = cups(90).map(({ id }, row) => ({
      id: `r-${row}`,
      product_id: id,
      rating: 5,
      text: '설거지하기 편해요',
    }))
    const status = await shop.importRows('reviews', reviews)
    expect(counts(status)).toMatchObject({ status: 'done', read: 90, accepted: 90, changed: 90 })
    expect((await shop.search('설거지')).total).toBe(90)
  })

  test('that say the same again change nothing; without a text they are refused by field', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(3))
    await shop.importRows('reviews', [review])
    const again = await shop.importRows('reviews', [
      review,
      { id: 'r2', product_id: 'cup-2', rating: 5, text: '' },
    ])
    expect(counts(again)).toMatchObject({ read: 2, changed: 0 })
    expect(again.accepted + again.rejected).toBe(2)
  })

  test('that replace all others remove them and what they said', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(6))
    const old = cups(4).map(({ id }, row) => ({
      id: `old-${row}`,
      product_id: id,
      rating: 1,
      text: '금이 갔어요',
    }))
    await shop.importRows('reviews', old)
    const status = await shop.importRows('reviews', [review], { mode: 'replace' })
    expect(counts(status)).toMatchObject({ status: 'done', accepted: 1, removed: 4 })
    expect(await shop.find('금이')).toEqual([])
    expect(await shop.find('코코아')).toEqual(['cup-1'])
  })

  test('name their own columns in what was detected', async () => {
    const shop = await createShop()
    const status = await shop.importRows('reviews', 'review_id,product_id,별점,내용\nr1,cup-1,5,좋아요\n')
    expect(status.detected?.columns).toMatchObject({ 별점: 'rating', 내용: 'text' })
  })
})

describe('a product that no row of the database can hold', () => {
  const many = Array.from({ length: 6_000 }, (_, row) => ({
    id: `v${row}`,
    item_group_id: 'all',
    title: `Oak chair ${row}`,
    price: 10,
    color: `colour ${row}`,
    link: `https://shop.example/products/oak-chair-${row}?variant=${row}`,
  }))
  const file = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

  test('is refused by name, and the rest of the file is taken', async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    const status = await shop.importRows('products', file([...many, { id: 'lamp', title: 'Lamp', price: 3 }]))
    expect(status).toMatchObject({ status: 'done', accepted: 1, rejected: 6_000, changed: 1 })
    expect(status.errors).toMatchObject([
      { line: 1, field: 'id', message: expect.stringContaining('too large') as unknown },
    ])
    expect(await shop.find('lamp')).toEqual(['lamp'])
  })

  test('is refused as one record too', async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    const variants = many.map(({ id, color, link }) => ({ id, price: 10, link, options: { color } }))
    const status = await shop.importRows(
      'products',
      file([
        { id: 'lamp', title: 'Lamp', price: 3 },
        { id: 'all', title: 'Oak chair', price: 10, variants },
      ]),
    )
    expect(status).toMatchObject({ status: 'done', accepted: 1, rejected: 1 })
    expect(status.errors).toMatchObject([{ line: 2, field: 'id' }])
  })
})

describe('an import that is killed', () => {
  const rows = cups(3_200, (row) => ({
    description: '두 손으로 감싸기 좋은 두툼한 잔',
    ...(row % 400 === 399 ? { title: '' } : {}),
  }))
  const file = rows.map((row) => JSON.stringify(row)).join('\n')

  /** Runs the shop's alarm until the import has got further, then kills the object in the middle of its work. */
  async function killOnTheWay(shop: TestShop, id: string): Promise<ImportStatus> {
    const before = await shop.status(id)
    const alarm = runDurableObjectAlarm(env.SHOP.getByName(shop.id)).catch(() => false)
    let now = before
    while (now.status === 'running' && now.progress < before.progress + 0.15) now = await shop.status(id)
    await shop.inside((_, state) => state.abort('killed by the test')).catch(() => undefined)
    await alarm
    return now
  }

  test.each(['upsert', 'replace'])(
    'goes on where it was and ends complete: %s',
    { timeout: 60_000 },
    async (mode) => {
      const shop = await createShop()
      const id = await shop.post('products', file, { mode })
      const killedAt: number[] = []
      for (let kill = 0; kill < 4; kill++) {
        const { status, progress } = await killOnTheWay(shop, id)
        if (status === 'running') killedAt.push(progress)
      }
      expect(killedAt.length).toBeGreaterThan(1)
      const status = await shop.finish(id)
      expect(counts(status)).toEqual({
        status: 'done',
        read: 3_200,
        accepted: 3_192,
        rejected: 8,
        changed: 3_192,
        removed: 0,
      })
      expect(status.errors).toHaveLength(8)
      const kept = await shop.inside((_, { storage }) =>
        storage.sql.exec('SELECT count(*) AS rows, count(DISTINCT id) AS ids FROM product').one(),
      )
      expect(kept).toMatchObject({ rows: 3_192, ids: 3_192 })
      const indexed = await shop.inside((_, { storage }) =>
        storage.sql.exec('SELECT indexed FROM catalogue').toArray(),
      )
      expect(indexed).toEqual([{ indexed: 3_192 }])
      for (const row of [0, 1_234, 3_198]) expect(await shop.find(`${row}호`)).toContain(`cup-${row}`)
      const { catalogues } = catalogueList.parse(await (await shop.admin(paths.catalogues)).json())
      expect(catalogues).toMatchObject([{ state: 'live', products: 3_192 }])
      expect(await storedChunks(shop)).toBe(0)
    },
  )
})

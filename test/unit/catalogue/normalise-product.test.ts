import { describe, expect, it } from 'vitest'
import { normaliseProduct } from '../../../worker/catalogue/normalise-product.ts'
import { importOne, NOW, refusals } from './import-text.ts'

const cup = { id: 'c1', title: 'Cup' }

describe('what a product needs', () => {
  it('is an id and a title; the rest has its defaults', () => {
    expect(importOne(cup, 'KRW')).toEqual({
      ...cup,
      category: [],
      moreImages: [],
      availability: 'in_stock',
      offer: { price: null },
      currency: 'KRW',
      visibility: 'public',
      adult: false,
      keywords: [],
      attributes: [],
      variants: [],
    })
  })

  it('names the field that is missing and the remedy', () => {
    expect(refusals({ id: 'c1', title: ' ' })).toEqual([['title', 'title is empty: every product needs one']])
    expect(refusals({ id: '', title: 'Cup' })).toEqual([
      ['id', expect.stringMatching(/^id is empty/) as string],
    ])
  })

  it('turns numbers into ids and refuses those a spreadsheet or JSON has spoilt', () => {
    expect(importOne({ id: 1001, title: 'Cup' }).id).toBe('1001')
    expect(importOne({ id: '="0012"', title: 'Cup' }).id).toBe('0012')
    expect(refusals({ id: '1.23E+12', title: 'Cup' })[0]?.[1]).toMatch(/spreadsheet/)
    expect(refusals({ id: 2 ** 60, title: 'Cup' })[0]?.[1]).toMatch(/as text/)
  })

  it('refuses what is too long to be an id or a title', () => {
    expect(refusals({ id: 'x'.repeat(201), title: 'Cup' })[0]?.[0]).toBe('id')
    expect(refusals({ id: 'c1', title: 'x'.repeat(1001) })[0]?.[0]).toBe('title')
    expect(importOne({ ...cup, description: 'x'.repeat(30_000) }).description).toHaveLength(20_000)
  })

  it('makes a stable id where the source has no id column, and keeps lookalikes apart', () => {
    const first = importOne({ name: 'Cup', brand: 'Kiln', image: 'https://shop.test/a.jpg' })
    expect(importOne({ name: 'Cup', brand: 'Kiln', image: 'https://shop.test/a.jpg', price: 5 }).id).toBe(
      first.id,
    )
    expect(importOne({ name: 'Cup', brand: 'Kiln', image: 'https://shop.test/b.jpg' }).id).not.toBe(first.id)
    expect(importOne({ name: 'Cup', sku: 'K-1' }).id).toBe('K-1')
  })
})

describe('prices', () => {
  const offer = (fields: Readonly<Record<string, unknown>>, currency = 'USD') =>
    importOne({ ...cup, ...fields }, currency).offer

  it('keeps the higher of price and compare-at price as the price and the lower as the sale', () => {
    expect(offer({ price: '40', compare_at_price: '50' })).toEqual({ price: 5000, sale: 4000 })
    expect(offer({ price: '50', compare_at_price: '50' })).toEqual({ price: 5000 })
    expect(offer({ price: '50', compare_at_price: '' })).toEqual({ price: 5000 })
    expect(offer({ 'Regular price': '50', 'Sale price': '40' })).toEqual({ price: 5000, sale: 4000 })
    expect(offer({ 소비자가: '50000.00', 판매가: '39000.00' }, 'KRW')).toEqual({ price: 50000, sale: 39000 })
    expect(offer({ price: 50, sale_price: 60 })).toEqual({ price: 5000 })
  })

  it('bounds a sale by its dates, either side open, a whole day lasting to its end', () => {
    const sale = (dates: string) => offer({ price: 50, sale_price: 40, sale_price_effective_date: dates })
    expect(sale('2026-11-01T00:00+0900/2026-11-30T23:59+0900')).toEqual({
      price: 5000,
      sale: 4000,
      saleFrom: Date.UTC(2026, 9, 31, 15),
      saleTo: Date.UTC(2026, 10, 30, 14, 59),
    })
    expect(sale('/2026-11-30')).toEqual({ price: 5000, sale: 4000, saleTo: Date.UTC(2026, 11, 1) })
    expect(sale('2026-11-01/')).toEqual({ price: 5000, sale: 4000, saleFrom: Date.UTC(2026, 10, 1) })
    expect(offer({ price: 50, special_price: 40, special_price_to_date: '11/30/26' })).toEqual({
      price: 5000,
      sale: 4000,
      saleTo: Date.UTC(2026, 11, 1),
    })
  })

  it('refuses a price or a sale date that cannot be read, because a wrong price misleads', () => {
    expect(refusals({ ...cup, price: 'cheap' })[0]?.[0]).toBe('price')
    expect(refusals({ ...cup, price: '-5' })[0]?.[0]).toBe('price')
    expect(refusals({ ...cup, price: 50, sale_price: 40, sale_price_effective_date: 'soon' })[0]?.[0]).toBe(
      'sale_price_effective_date',
    )
  })

  it('keeps the words a shop writes instead of a price', () => {
    expect(importOne({ ...cup, price: '전화문의' })).toMatchObject({
      offer: { price: null },
      priceLabel: '전화문의',
    })
    expect(importOne({ ...cup, price: null, price_label: 'Ask us' })).toMatchObject({
      offer: { price: null },
      priceLabel: 'Ask us',
    })
    expect(
      importOne({ ...cup, 판매가: '5000.00', '판매가 대체문구 사용': 'Y', '판매가 대체문구': '회원공개' }),
    ).toMatchObject({
      offer: { price: null },
      priceLabel: '회원공개',
    })
    expect(
      importOne({ ...cup, 판매가: '5000', '판매가 대체문구 사용': 'N', '판매가 대체문구': '문의' }),
    ).not.toHaveProperty('priceLabel')
  })

  it('reads an amount that stands in an object with its currency', () => {
    const price = { amount: '12.50', currencyCode: 'EUR' }
    expect(importOne({ ...cup, price })).toMatchObject({ currency: 'EUR', offer: { price: 1250 } })
    const prices = { price: '1250', regular_price: '1500', currency_code: 'EUR', currency_minor_unit: 2 }
    expect(importOne({ ...cup, prices })).toMatchObject({
      currency: 'EUR',
      offer: { price: 1500, sale: 1250 },
    })
  })

  it('never shows a struck-through price for goods whose price is 0', () => {
    expect(offer({ price: '0', compare_at_price: '50' })).toEqual({ price: null })
  })

  it('takes the currency from the row before the shop, and refuses two in one row', () => {
    expect(importOne({ ...cup, price: '12.50 EUR' }, 'KRW')).toMatchObject({
      currency: 'EUR',
      offer: { price: 1250 },
    })
    expect(importOne({ ...cup, price: 12.5, currency: 'usd' }, 'KRW')).toMatchObject({
      currency: 'USD',
      offer: { price: 1250 },
    })
    expect(importOne({ ...cup, price_usd: 10, price_krw: 14000 }, 'KRW')).toMatchObject({
      currency: 'KRW',
      offer: { price: 14000 },
    })
    expect(refusals({ ...cup, price: '12 EUR', currency: 'USD' })[0]?.[0]).toBe('price')
  })
})

describe('stock and visibility', () => {
  it.each([
    [{ availability: 'in stock' }, 'in_stock'],
    [{ availability: 'https://schema.org/OutOfStock' }, 'out_of_stock'],
    [{ availability: '품절' }, 'out_of_stock'],
    [{ availability: 'available for order' }, 'preorder'],
    [{ stock_status: 'onbackorder' }, 'backorder'],
    [{ available: true }, 'in_stock'],
    [{ is_in_stock: '0', qty: '5' }, 'out_of_stock'],
    [{ is_in_stock: '1', qty: '0' }, 'in_stock'],
    [{ 품절: 'N' }, 'in_stock'],
    [{ qty: 0 }, 'out_of_stock'],
    [{ 재고수량: '1,200' }, 'in_stock'],
    [{ quantity: 0, inventory_policy: 'continue' }, 'backorder'],
    [{ 'Inventory tracker': '', quantity: 0 }, 'in_stock'],
    [{ 'Inventory tracker': 'shopify', quantity: 0 }, 'out_of_stock'],
    [{ 판매상태: '판매안함' }, 'out_of_stock'],
    [{ 판매상태: 'N' }, 'out_of_stock'],
  ])('reads %j as %s', (fields, expected) => {
    const product = importOne({ ...cup, ...fields })
    expect(product.availability).toBe(expected)
  })

  it.each([
    [{ status: 'draft' }, 'hidden'],
    [{ status: 'active' }, 'public'],
    [{ Published: 'false' }, 'hidden'],
    [{ 진열상태: 'N' }, 'hidden'],
    [{ 진열상태: '진열안함' }, 'hidden'],
    [{ product_online: '2' }, 'hidden'],
    [{ visibility: 'Not Visible Individually' }, 'hidden'],
    [{ visibility: 'Catalog, Search' }, 'public'],
    [{ visibility: 'members' }, 'members'],
  ])('reads %j as %s', (fields, expected) => {
    expect(importOne({ ...cup, ...fields }).visibility).toBe(expected)
  })
})

describe('texts', () => {
  it('turns HTML into plain text without scripts, styles or entities', () => {
    const html =
      '<style>p{}</style><p>Soft&nbsp;&amp; warm</p><ul><li>one</li><li>two</li></ul><script>alert("<p>")</script><!-- x -->'
    expect(importOne({ ...cup, description: html }).description).toBe('Soft & warm\none\ntwo')
    expect(importOne({ ...cup, description: '&lt;p&gt;Soft &amp;amp; warm&lt;/p&gt;' }).description).toBe(
      'Soft & warm',
    )
    expect(importOne({ ...cup, description: 'size < 5 and > 3' }).description).toBe('size < 5 and > 3')
    expect(importOne({ ...cup, title: 'Salt &amp; <b>pepper</b>' }).title).toBe('Salt & pepper')
  })

  it('takes the summary where the description is nothing but pictures', () => {
    expect(importOne({ ...cup, '상품 상세설명': '<img src="a.jpg"><br>' }).description).toBeUndefined()
    expect(
      importOne({ ...cup, '상품 상세설명': '<img src="a.jpg">', '상품 요약설명': '흙으로 빚은 잔' })
        .description,
    ).toBe('흙으로 빚은 잔')
  })

  it.each([
    [{ product_type: 'Home > Kitchen > Cups, Mugs & Saucers' }, ['Home', 'Kitchen', 'Cups, Mugs & Saucers']],
    [{ category: 'Women/Dresses/Maxi' }, ['Women', 'Dresses', 'Maxi']],
    [{ category: 'Audio/Video' }, ['Audio/Video']],
    [{ category: '주방 / 컵' }, ['주방', '컵']],
    [{ product_type: 'Cups | Mugs' }, ['Cups | Mugs']],
    [
      {
        product_type: 'simple',
        categories: 'Default Category/Gear,Default Category/Gear/Bags,Default Category',
      },
      ['Gear', 'Bags'],
    ],
    [{ Categories: 'Sale, Home > Cups' }, ['Home', 'Cups']],
    [{ categories: ['Home', 'Cups'] }, ['Home', 'Cups']],
    [{ categories: [{ name: 'Cups' }] }, ['Cups']],
    [{ category_name1: '주방', category_name2: '컵', category_name3: '' }, ['주방', '컵']],
    [{ category: '27|31' }, []],
  ])('reads the category path of %j', (fields, expected) => {
    expect(importOne({ ...cup, ...fields }).category).toEqual(expected)
  })

  it('splits search words and drops repetitions', () => {
    expect(importOne({ ...cup, search_tag: '머그|컵|머그' }).keywords).toEqual(['머그', '컵'])
    expect(importOne({ ...cup, tags: ['mug', 'cup'] }).keywords).toEqual(['mug', 'cup'])
  })
})

describe('facts', () => {
  it('keeps free attributes as text, in source order', () => {
    const attributes = {
      Glaze: 'matt',
      dishwasher: true,
      millilitres: 300.5,
      feet: ['oak', 'cork'],
      nested: { a: 1 },
      none: null,
    }
    expect(
      importOne({ ...cup, attributes, Origin: 'Icheon', internal_url: 'https://x.test' }).attributes,
    ).toEqual([
      ['Glaze', 'matt'],
      ['dishwasher', 'true'],
      ['millilitres', '300.5'],
      ['feet', 'oak, cork'],
      ['Origin', 'Icheon'],
    ])
  })

  it('drops long columns, but keeps a list of ingredients', () => {
    const long = 'word '.repeat(60).trim()
    expect(importOne({ ...cup, Story: long, 전성분: long }).attributes).toEqual([['전성분', long]])
  })

  it('lifts colour, size and material out of Magento attributes', () => {
    const product = importOne({
      ...cup,
      additional_attributes: 'has_options=0,color=Black,material=Wool|Linen,note=warm, soft',
    })
    expect(product).toMatchObject({ color: 'Black', material: 'Wool, Linen' })
    expect(product.attributes).toContainEqual(['note', 'warm, soft'])
  })

  it.each([
    ['F', { gender: 'female' }],
    ['여성', { gender: 'female' }],
    ['남녀공용', { gender: 'unisex' }],
    ['Boys', { gender: 'male', ageGroup: 'kids' }],
  ])('reads gender %s', (gender, expected) => {
    expect(importOne({ ...cup, gender })).toMatchObject(expected)
  })

  it('drops a gender, a date or a rating that it cannot read', () => {
    const product = importOne({ ...cup, gender: 'various', created_at: 'yesterday', rating: 'good' })
    expect(product).not.toHaveProperty('gender')
    expect(product).not.toHaveProperty('createdAt')
    expect(product).not.toHaveProperty('rating')
  })

  it('reads creation dates and drops those that lie ahead', () => {
    expect(importOne({ ...cup, created: '2025-10-30' }).createdAt).toBe(Date.UTC(2025, 9, 30))
    expect(importOne({ ...cup, created_at: '2025-10-30T09:00:00+09:00' }).createdAt).toBe(
      Date.UTC(2025, 9, 30),
    )
    expect(importOne({ ...cup, created_at: 1_761_782_400 }).createdAt).toBe(1_761_782_400_000)
    expect(importOne({ ...cup, created: '2099-01-01' }).createdAt).toBeUndefined()
  })

  it('reads ratings out of five or a hundred', () => {
    expect(importOne({ ...cup, rating: '4.2', review_count: '1,189' }).rating).toEqual({
      value: 4.2,
      count: 1189,
    })
    expect(importOne({ ...cup, aggregateRating: { ratingValue: 90, reviewCount: 4 } }).rating).toEqual({
      value: 4.5,
      count: 4,
    })
    expect(importOne({ ...cup, rating: 0, review_count: 0 }).rating).toBeUndefined()
  })

  it('keeps only links that are safe in a page', () => {
    const link = (text: string) => importOne({ ...cup, link: text }).link
    expect(link('https://shop.test/c 1')).toBe('https://shop.test/c%201')
    expect(link('/goods/1')).toBe('/goods/1')
    expect(link('//cdn.test/1')).toBe('https://cdn.test/1')
    expect(link('javascript:alert(1)')).toBeUndefined()
    expect(link('/\\evil.test')).toBeUndefined()
    expect(link('cup.jpg')).toBeUndefined()
  })

  it('gathers pictures from every column, each once', () => {
    const product = importOne({
      ...cup,
      image_link: 'https://i.test/1.jpg',
      add_image_link: 'https://i.test/2.jpg|https://i.test/1.jpg|https://i.test/3.jpg',
    })
    expect(product.image).toBe('https://i.test/1.jpg')
    expect(product.moreImages).toEqual(['https://i.test/2.jpg', 'https://i.test/3.jpg'])
  })
})

describe('columns', () => {
  it('are used as the merchant decided', () => {
    const raw = { line: 2, fields: { id: 'c1', title: 'Cup', note: 'Mug', colour: 'blue' } }
    const part = normaliseProduct(raw, {
      currency: 'USD',
      now: NOW,
      columns: { note: 'keywords', colour: 'ignored' },
    })
    expect(part.ok && part.value.product).toMatchObject({ keywords: ['Mug'], attributes: [] })
    expect(part.ok && part.value.product).not.toHaveProperty('color')
  })
})

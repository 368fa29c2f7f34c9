import { describe, expect, it } from 'vitest'
import { mapReviewColumns, normaliseReview } from '../../../worker/catalogue/normalise-review.ts'
import { NOW } from './import-text.ts'

const review = (fields: Readonly<Record<string, unknown>>) => {
  const read = normaliseReview({ line: 3, fields }, { now: NOW })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const refusal = (fields: Readonly<Record<string, unknown>>) => {
  const read = normaliseReview({ line: 3, fields }, { now: NOW })
  return read.ok ? undefined : read.error
}

describe('normaliseReview', () => {
  it('reads our own shape', () => {
    expect(
      review({
        id: 'r1',
        product_id: 7,
        rating: 4,
        title: 'Warm',
        text: 'Keeps tea <b>hot</b>',
        date: '2026-04-19',
        attributes: { size: 'M' },
      }),
    ).toEqual({
      id: 'r1',
      productId: '7',
      rating: 4,
      title: 'Warm',
      text: 'Keeps tea hot',
      attributes: [['size', 'M']],
      writtenAt: Date.UTC(2026, 3, 19),
    })
  })

  it.each([
    [
      'Judge.me',
      {
        title: 'Warm',
        body: 'Hot tea',
        rating: '5',
        review_date: '2025-03-02 10:12:00 UTC',
        curated: 'ok',
        product_id: '7',
      },
    ],
    [
      'Loox',
      {
        id: 'x',
        status: 'Active',
        rating: '5',
        review: 'Hot tea',
        date: '2025-03-02T10:12:00Z',
        productId: '7',
      },
    ],
    [
      'Yotpo',
      {
        'Review Title': 'Warm',
        'Review Content': 'Hot tea',
        'Review Score': '5',
        Date: '2025-03-02 10:12:00',
        'Product ID': '7',
      },
    ],
    [
      'Okendo',
      {
        'Review ID': 'x',
        'Product ID': 'gid://shopify/Product/7',
        Rating: '5',
        Body: 'Hot tea',
        'Date Created': '2025-03-02 10:12',
        Status: 'approved',
      },
    ],
    ['Magento', { sku: '7', rating_value: '5', title: 'Warm', review: 'Hot tea' }],
  ])('reads a row of %s', (_source, fields) => {
    expect(review(fields)).toMatchObject({ productId: '7', rating: 5, text: 'Hot tea' })
  })

  it('keeps no name, e-mail, address or IP, wherever the source put it', () => {
    const kept = review({
      product_handle: 'mug',
      body: 'Hot tea',
      reviewer_name: 'Kim Sujin',
      reviewer_email: 'kim@mail.test',
      ip_address: '10.0.0.1',
      location: 'Seoul',
      verified_purchase: 'true',
      attributes: { nickname: 'Sujin', email: 'kim@mail.test', size: 'M' },
    })
    expect(kept.attributes).toEqual([
      ['size', 'M'],
      ['verified_purchase', 'true'],
    ])
    expect(JSON.stringify(kept)).not.toMatch(/kim|sujin|seoul|10\.0/i)
  })

  it.each([
    { status: 'Hidden' },
    { curated: 'spam' },
    { curated: 'not-yet' },
    { state: 'unpublished' },
    { secret: 'T' },
  ])('refuses what the shop has not published: %j', (fields) => {
    expect(refusal({ product_id: '7', text: 'Hot tea', ...fields })).toMatchObject([
      { line: 3, field: 'status', message: expect.stringMatching(/^not published/) as string },
    ])
  })

  it('gives the same id to the same review, and another to another', () => {
    const fields = { product_id: '7', date: '2025-03-02', text: 'Hot tea' }
    expect(review(fields).id).toBe(review({ ...fields }).id)
    expect(review({ ...fields, text: 'Cold tea' }).id).not.toBe(review(fields).id)
    expect(review({ ...fields, product_id: '8' }).id).not.toBe(review(fields).id)
  })

  it.each([
    ['5', 5],
    ['4,5', 4.5],
    [90, 4.5],
    [0.5, 1],
    [0, undefined],
    [101, undefined],
    ['good', undefined],
  ])('reads the rating %j as %j', (rating, expected) => {
    expect(review({ product_id: '7', text: 'Hot tea', rating }).rating).toBe(expected)
  })

  it('drops a date whose day and month cannot be told apart', () => {
    expect(review({ product_id: '7', text: 'Hot tea', date: '03/04/2025' })).not.toHaveProperty('writtenAt')
    expect(review({ product_id: '7', text: 'Hot tea', date: '23/04/2025' }).writtenAt).toBe(
      Date.UTC(2025, 3, 23),
    )
  })

  it('takes a title alone for the text, and refuses a review without words or product', () => {
    expect(review({ product_id: '7', title: 'Warm' })).toMatchObject({ text: 'Warm' })
    expect(refusal({ product_id: '7', rating: 5, text: ' ' })).toMatchObject([{ field: 'text' }])
    expect(refusal({ text: 'Hot tea' })).toMatchObject([{ field: 'product_id' }])
  })
})

describe('mapReviewColumns', () => {
  it('shows that personal columns are not used', () => {
    expect(mapReviewColumns(['Review Content', 'Display Name', 'Email', 'verified_purchase'])).toEqual({
      'Review Content': 'text',
      'Display Name': 'ignored',
      Email: 'ignored',
      verified_purchase: 'attribute',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'
import { idsOf, type ShopName, shops } from './shops.ts'

const read: readonly (readonly [shop: ShopName, query: string, id: string])[] = [
  ['ko', '5만원 이하', 'price:..50000'],
  ['ko', '5만 원 미만', 'price:..50000'],
  ['ko', '오만원 이하', 'price:..50000'],
  ['ko', '삼만오천원 이하', 'price:..35000'],
  ['ko', '이십만 원 이하', 'price:..200000'],
  ['ko', '５만원이하', 'price:..50000'],
  ['ko', '50000원 이하', 'price:..50000'],
  ['ko', '50,000원 이내로', 'price:..50000'],
  ['ko', '₩50,000 이하', 'price:..50000'],
  ['ko', '5만 이하', 'price:..50000'],
  ['ko', '50000 이하', 'price:..50000'],
  ['ko', '5만원 안쪽', 'price:..50000'],
  ['ko', '5만원까지만', 'price:..50000'],
  ['ko', '5만원 밑으로', 'price:..50000'],
  ['ko', '5만원 넘지 않는', 'price:..50000'],
  ['ko', '5만원을 안 넘는', 'price:..50000'],
  ['ko', '5만원보다 싼', 'price:..50000'],
  ['ko', '최대 5만원', 'price:..50000'],
  ['ko', '예산은 5만원', 'price:..50000'],
  ['ko', '5천원 이하', 'price:..5000'],
  ['ko', '1만5천원 이하', 'price:..15000'],
  ['ko', '1만 5천 원 이하', 'price:..15000'],
  ['ko', '2만 5000원 이하', 'price:..25000'],
  ['ko', '1.5만원 이하', 'price:..15000'],
  ['ko', '3백만원 이하', 'price:..3000000'],
  ['ko', '1억 5천만원 이하', 'price:..150000000'],
  ['ko', '10만원 이상', 'price:100000..'],
  ['ko', '10만원 넘는', 'price:100000..'],
  ['ko', '3만원대', 'price:30000..39999'],
  ['ko', '만원대', 'price:10000..19999'],
  ['ko', '오만 원대', 'price:50000..59999'],
  ['ko', '10만원대', 'price:100000..199999'],
  ['ko', '15만원대', 'price:150000..159999'],
  ['ko', '5만원대 이하', 'price:..59999'],
  ['ko', '3~5만원대', 'price:30000..59999'],
  ['ko', '2만원대에서 3만원대', 'price:20000..39999'],
  ['ko', '2~3만원', 'price:20000..30000'],
  ['ko', '30000원~50000원', 'price:30000..50000'],
  ['ko', '3만원부터 5만원까지', 'price:30000..50000'],
  ['ko', '2만원에서 4만원 사이', 'price:20000..40000'],
  ['ko', '10만원 이상 20만원 이하', 'price:100000..200000'],
  ['ko', '약 5만원', 'price:40000..60000'],
  ['ko', '5만원 정도', 'price:40000..60000'],
  ['ko', '5만원짜리', 'price:40000..60000'],
  ['ko', '5만원쯤 하는', 'price:40000..60000'],
  ['ko', 'under 50000', 'price:..50000'],
  ['en', 'under $40', 'price:..4000'],
  ['en', 'below 40 dollars', 'price:..4000'],
  ['en', 'teapot under 40', 'price:..4000'],
  ['en', 'less than 1000', 'price:..100000'],
  ['en', 'up to 800 dollars', 'price:..80000'],
  ['en', 'max 60 dollars', 'price:..6000'],
  ['en', 'no more than $39.99', 'price:..3999'],
  ['en', 'under $1,000', 'price:..100000'],
  ['en', 'under fifty dollars', 'price:..5000'],
  ['en', '40 dollars or less', 'price:..4000'],
  ['en', 'usd 40 max', 'price:..4000'],
  ['en', 'over $100', 'price:10000..'],
  ['en', 'at least 50 usd', 'price:5000..'],
  ['en', '$50+', 'price:5000..'],
  ['en', '$20-$50', 'price:2000..5000'],
  ['en', '$20 – 50', 'price:2000..5000'],
  ['en', 'from $20 to $50', 'price:2000..5000'],
  ['en', 'between 50 and 80', 'price:5000..8000'],
  ['en', 'between $1k and $2k', 'price:100000..200000'],
  ['en', '20 to 30 bucks', 'price:2000..3000'],
  ['en', '$50 to $20', 'price:2000..5000'],
  ['en', 'around $50', 'price:4000..6000'],
  ['en', 'about 50 dollars', 'price:4000..6000'],
  ['ja', '3,000円以下', 'price:..3000'],
  ['ja', '３０００円未満', 'price:..3000'],
  ['ja', '3000円まで', 'price:..3000'],
  ['ja', '3000以下', 'price:..3000'],
  ['ja', '￥3000以下', 'price:..3000'],
  ['ja', '5千円以内', 'price:..5000'],
  ['ja', '三千円以下', 'price:..3000'],
  ['ja', '一万五千円以下', 'price:..15000'],
  ['ja', '予算三千円', 'price:..3000'],
  ['ja', '1万円台', 'price:10000..19999'],
  ['ja', '5000円以上', 'price:5000..'],
  ['ja', '2000円から4000円', 'price:2000..4000'],
  ['ja', '2-3千円', 'price:2000..3000'],
  ['ja', '3000円以上5000円以下', 'price:3000..5000'],
  ['ja', '5000円くらい', 'price:4000..6000'],
]

const notPrices: readonly (readonly [shop: ShopName, query: string])[] = [
  ['ko', '5cm 이상 굽'],
  ['ko', '2XL 이상'],
  ['ko', '60대 어머니'],
  ['ko', '500ml 이하'],
  ['ko', '3인용 소파'],
  ['ko', '1200만 화소 이상'],
  ['ko', '5만 원피스'],
  ['ko', '천연 소재 만두'],
  ['ko', '500원 동전 지갑'],
  ['ko', '3만원대 말고'],
  ['ko', '2 이하'],
  ['ko', '0.0001원대~0.0002원대'],
  ['ko', '0원대'],
  ['ko', 'bag under $40'],
  ['en', '100% cotton'],
  ['en', 'iphone 15'],
  ['en', 'size 42'],
  ['en', 'under 5 minutes'],
  ['en', 'for kids under 5'],
  ['en', 'kids between 3 and 5'],
  ['en', 'over 60s'],
  ['en', 'women over 50'],
  ['en', '1000 piece puzzle'],
  ['en', '4k tv under bed'],
  ['en', 'desk under 40 inches'],
  ['en', 'air max 90'],
  ['en', 'tn-2110 toner'],
  ['en', 'from 2 to 4'],
  ['en', 'under £40'],
  ['en', 'under $0'],
  ['en', 'under 99999999999999'],
  ['ja', '500円玉 貯金箱'],
  ['ja', '100円ショップ'],
  ['ja', '5cm以上'],
  ['ja', '60代の母'],
  ['ja', '5万ウォン以下 40ドル'],
]

describe('prices', () => {
  it.each(read)('in the %s shop "%s" is %s', (shop, query, id) => {
    expect(idsOf(shop, query)).toEqual([id])
  })

  it.each(notPrices)('in the %s shop "%s" names no price', (shop, query) => {
    expect(idsOf(shop, query).filter((id) => id.startsWith('price:'))).toEqual([])
  })

  it('keeps the words of a foreign sum as search words', () => {
    const { words } = understandQuery('bag under $40', shops.ko)
    expect(words.map(({ weight }) => weight)).toEqual([1, 1, 1])
  })

  it('takes the words of a price out of the search', () => {
    const { words } = understandQuery('수납장 3~5만원대로 추천', shops.ko)
    expect(words.filter(({ weight }) => weight === 1).map(({ text }) => text)).toEqual(['수납장'])
  })

  it('is firm about a bound and gentle about an approximate sum', () => {
    const hardness = (query: string) => understandQuery(query, shops.ko).wishes.map(({ hard }) => hard)
    expect(hardness('5만원 이하')).toEqual([true])
    expect(hardness('5만원 정도')).toEqual([false])
  })

  it('reads every whole dollar amount to the cent', () => {
    for (let cents = 1; cents < 100_000; cents += 137) {
      const spoken = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      expect(idsOf('en', `under $${spoken}`)).toEqual([`price:..${cents}`])
    }
  })

  it.each([
    ['ko', '5만원 이하', '5만원 이하'],
    ['ko', '1만5천원 이하', '1만 5천원 이하'],
    ['ko', '3만원대', '3만원대'],
    ['ko', '3~5만원대', '3만원~5만원대'],
    ['ko', 'under 50000', 'Under ₩50,000'],
    ['en', 'under $1,000.50', 'Under $1,000.50'],
    ['en', 'between 50 and 80', '$50–$80'],
    ['en', 'around $50', 'Around $50'],
    ['ja', '3000円まで', '3,000円以下'],
    ['ja', '1万円台', '10,000円台'],
  ] as const)('labels the chip of the %s shop for "%s" as "%s"', (shop, query, label) => {
    expect(understandQuery(query, shops[shop]).wishes.map((wish) => wish.label)).toEqual([label])
  })
})

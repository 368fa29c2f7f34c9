import { describe, expect, it } from 'vitest'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'
import { idsOf, type ShopName, shops } from './shops.ts'

const read: readonly (readonly [shop: ShopName, query: string, ids: readonly string[]])[] = [
  ['ko', '검은 니트', ['color:black']],
  ['ko', '까만색 니트', ['color:black']],
  ['ko', '블랙원피스', ['color:black']],
  ['ko', '남색 코트', ['color:navy']],
  ['ko', '차콜 슬랙스', ['color:gray']],
  ['ko', '오렌지색 가방', ['color:orange']],
  ['en', 'off white sneakers', ['color:off-white']],
  ['en', 'black/white stripes', ['color:black', 'color:white']],
  ['ja', '黒ワンピース', ['color:black']],
  ['ja', '紺のスーツ', ['color:navy']],
  ['ko', '여자 운동화 245', ['gender:female', 'size:245']],
  ['ko', '남성용으로', ['gender:male']],
  ['en', "women's shirt", ['gender:female']],
  ['en', 'mens shoes us 9', ['gender:male', 'size:us-9']],
  ['ja', 'レディースコート', ['gender:female']],
  ['ko', '남자친구 선물', ['recipient:boyfriend']],
  ['en', "dad's slippers", ['recipient:father']],
  ['ja', '母へのプレゼント', ['recipient:mother']],
  ['ko', '5살 아들', ['age:5y', 'recipient:son']],
  ['ko', '6개월 아기 옷', ['age:6m']],
  ['ko', '60대 부모님', ['age:60s', 'recipient:parents']],
  ['en', 'for my 5-year-old', ['age:5y']],
  ['en', 'dad in his 60s', ['recipient:father', 'age:60s']],
  ['ja', '5歳の女の子', ['age:5y']],
  ['ko', '사이즈 95 티', ['size:95']],
  ['ko', 'XL 맨투맨', ['size:xl']],
  ['ko', '프리 사이즈 원피스', ['size:free']],
  ['en', 'size 10 boots', ['size:10']],
  ['ko', '가장 싼 우산', ['sort:price_asc']],
  ['en', 'cheapest umbrella', ['sort:price_asc']],
  ['ja', '一番安い傘', ['sort:price_asc']],
  ['ko', '가성비 우산', ['sort:value']],
  ['en', 'affordable umbrella', ['sort:value']],
  ['ko', '신상 우산', ['sort:newest']],
  ['ja', '人気の傘', ['sort:popular']],
  ['en', 'best rated umbrella', ['sort:rating']],
  ['ko', '하객룩', ['occasion:wedding-guest']],
  ['en', "father's day mug", ['occasion:fathers-day']],
  ['ja', '引っ越し祝いの皿', ['occasion:housewarming']],
  ['ko', '겨울에 거실용 러그', ['season:winter', 'place:living-room']],
  ['ko', '포근하고 고급스럽게', ['mood:cozy', 'mood:elegant']],
  ['en', 'something cosy', ['mood:cozy']],
  ['ja', 'かわいいポーチ', ['mood:cute']],
]

const plain: readonly (readonly [shop: ShopName, query: string])[] = [
  ['ko', '블랙야크단 점퍼'],
  ['ko', '화이트보드'],
  ['ko', '핑크퐁퐁 인형'],
  ['ko', '레드벨벳 케이크'],
  ['ko', '골드키위'],
  ['ko', '오렌지 주스'],
  ['ko', '딸기잼'],
  ['ko', '니트 베스트'],
  ['ko', '5세대 태블릿'],
  ['ko', '105'],
  ['ko', '베이비 파우더'],
  ['en', 'black-heron field bag'],
  ['en', 'orange juice'],
  ['en', 'rose soap'],
  ['en', 'olive oil'],
  ['en', 'ramen bowl'],
  ['en', 'mom jeans'],
  ['en', 'iphone xs max'],
  ['en', 'not too formal'],
  ['ja', '赤ワイン'],
  ['ja', 'ブラックコーヒー'],
  ['ja', '白菜'],
  ['ja', '派手ではない服'],
]

describe('wishes', () => {
  it.each(read)('in the %s shop reads "%s" as %o', (shop, query, ids) => {
    expect(idsOf(shop, query)).toEqual(expect.arrayContaining([...ids]))
  })

  it.each(plain)('in the %s shop leaves "%s" as plain words', (shop, query) => {
    expect(idsOf(shop, query)).toEqual([])
  })

  it('points at exactly the words that meant it', () => {
    const { folded, wishes } = understandQuery('  우리  어머니께  ＢＬＡＣＫ 코트', shops.ko)
    expect(wishes.map(({ span }) => folded.slice(span.start, span.end))).toEqual(['어머니', 'black'])
  })

  it('names chips in the language of the query, not of the shop', () => {
    const labels = (query: string) => understandQuery(query, shops.ko).wishes.map(({ label }) => label)
    expect(labels('검정 코트')).toEqual(['검정'])
    expect(labels('black coat')).toEqual(['Black'])
    expect(labels('黒いコート')).toEqual(['黒'])
  })

  it('looks for a colour in the spellings of all three languages', () => {
    const effect = understandQuery('남색 코트', shops.ko).wishes[0]?.effect
    expect(effect).toMatchObject({ type: 'color', family: 'navy' })
    expect(effect?.type === 'color' && effect.values).toEqual(
      expect.arrayContaining(['네이비', '남색', 'navy', '紺', 'ネイビー']),
    )
  })

  it('takes larger sizes too when asked for a size or more', () => {
    const effect = understandQuery('2XL 이상', shops.ko).wishes[0]?.effect
    expect(effect?.type === 'size' && effect.values).toEqual(expect.arrayContaining(['2xl', 'xxl', '3xl']))
  })

  it('shows a wish said twice as one chip', () => {
    expect(idsOf('ko', '블랙 원피스 검정')).toEqual(['color:black'])
  })
})

describe('words', () => {
  const weights = (shop: ShopName, query: string) =>
    understandQuery(query, shops[shop]).words.map(({ text, weight }) => [text, weight])

  it('lets fillers count for little and stop words for nothing', () => {
    expect(weights('en', 'I want something for the kitchen')).toEqual([
      ['i', 0],
      ['want', 0.3],
      ['something', 0.3],
      ['for', 0.2],
      ['the', 0],
      ['kitchen', 1],
    ])
  })

  it('searches a query of nothing but fillers as it stands', () => {
    expect(weights('ko', '좋은 거 추천해줘').map(([, weight]) => weight)).toEqual([1, 1, 1])
  })

  it('does not turn fillers into content beside a filter', () => {
    expect(weights('ko', '추천해줘 5만원 이하')[0]).toEqual(['추천해줘', 0.3])
  })

  it('takes unspaced Japanese apart at particles and prices, but not inside a word', () => {
    expect(weights('ja', '5000円以下の女の子のリュック').filter(([, weight]) => weight === 1)).toEqual([
      ['女の子', 1],
      ['リュック', 1],
    ])
  })

  it('takes the words of an order out of the search', () => {
    expect(weights('ko', '최저가로 우산').filter(([, weight]) => weight !== 0)).toEqual([['우산', 1]])
  })
})

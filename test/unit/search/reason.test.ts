import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REASON_MOST, reasonFor, type ReasonInput } from '../../../worker/search/reason.ts'

const input = (fields: Partial<ReasonInput>): ReasonInput => ({
  queryWords: ['포근한'],
  attributes: [],
  reviews: [],
  category: ['침구', '담요'],
  title: '겨울 담요',
  locale: 'ko',
  ...fields,
})

const quoteOf = (text: string, fields: Partial<ReasonInput> = {}) =>
  reasonFor(input({ reviews: [{ text }], ...fields }))

describe('a reason from the product', () => {
  it('is the fact that holds a word of the query', () => {
    const attributes = [
      ['소재', '면 100%'],
      ['세탁', '손세탁'],
    ] as const
    expect(reasonFor(input({ queryWords: ['손세탁'], attributes }))).toBe('세탁: 손세탁')
    expect(reasonFor(input({ queryWords: ['소재는'], attributes }))).toBe('소재: 면 100%')
  })

  it('finds English words in their other forms, and writes the name alone for a plain yes', () => {
    const fields = { locale: 'en', category: ['Outdoor'], title: 'Tent' } as const
    const attributes = [
      ['Machine_washable', 'yes'],
      ['Seams', 'taped'],
    ] as const
    expect(reasonFor(input({ ...fields, queryWords: ['washable'], attributes }))).toBe('Machine washable')
    expect(reasonFor(input({ ...fields, queryWords: ['seam'], attributes }))).toBe('Seams: taped')
  })

  it('is never a fact that says no', () => {
    const attributes = [
      ['방수', '아니오'],
      ['Waterproof', 'false'],
      ['防水', 'なし'],
    ] as const
    expect(reasonFor(input({ queryWords: ['방수', 'waterproof', '防水'], attributes }))).toBeUndefined()
  })

  it('is the sentence of the description that holds the word', () => {
    const description = '두 사람이 덮어도 남는 크기예요. 포근한 양털 느낌이 오래갑니다. 1.5kg이에요.'
    expect(reasonFor(input({ description }))).toBe('포근한 양털 느낌이 오래갑니다.')
  })

  it('is the beginning of a sentence that is too long for the card', () => {
    const long = 'so the shop wove it again and again through three winters until nobody complained any more'
    const description = `Soft enough for a nap on the sofa, ${long}.`
    const asked = input({
      queryWords: ['nap'],
      description,
      locale: 'en',
      category: ['Bedding'],
      title: 'Throw',
    })
    expect(reasonFor(asked)).toBe('Soft enough for a nap on the sofa…')
    expect(reasonFor({ ...asked, queryWords: ['winters'] })).toBeUndefined()
  })

  it('is what shares most words, and a fact between equals', () => {
    const description = '가벼운 캠핑 담요. 포근한 캠핑 밤을 위해 짰어요.'
    const attributes = [['용도', '캠핑']] as const
    expect(reasonFor(input({ queryWords: ['포근한', '캠핑'], description, attributes }))).toBe(
      '포근한 캠핑 밤을 위해 짰어요.',
    )
    expect(reasonFor(input({ queryWords: ['캠핑'], description, attributes }))).toBe('용도: 캠핑')
  })

  it('takes more than one word of several, except from a fact', () => {
    const description = '포근한 색으로 골랐어요.'
    expect(reasonFor(input({ queryWords: ['포근한', '캠핑'], description }))).toBeUndefined()
    const attributes = [
      ['용도', '캠핑'],
      ['밤', '가능'],
    ] as const
    expect(reasonFor(input({ queryWords: ['포근한', '캠핑'], attributes }))).toBe('용도: 캠핑')
    expect(reasonFor(input({ queryWords: ['포근한', '밤'], attributes }))).toBeUndefined()
    const slight = [
      ['제형', '되직한 밤'],
      ['세탁', '포근한 물'],
    ] as const
    expect(reasonFor(input({ queryWords: ['포근한', '밤'], attributes: slight }))).toBeUndefined()
  })

  it('does not take a word for another of the same stem', () => {
    const fields = { locale: 'en', category: ['Home'], title: 'Lamp', queryWords: ['evening'] } as const
    expect(reasonFor(input({ ...fields, description: 'Bright even at noon.' }))).toBeUndefined()
    expect(reasonFor(input({ ...fields, description: 'Made for long evenings.' }))).toBe(
      'Made for long evenings.',
    )
  })

  it('quotes a denial only for a wish that denies', () => {
    const description = '비침 없는 두께로 골랐어요.'
    expect(reasonFor(input({ queryWords: ['비침', '없는'], description }))).toBe(description)
    expect(reasonFor(input({ queryWords: ['비침'], description }))).toBeUndefined()
  })

  it('is silence when nothing says so', () => {
    expect(reasonFor(input({ queryWords: ['캠핑'], description: '포근한 담요예요.' }))).toBeUndefined()
    expect(reasonFor(input({ queryWords: [], description: '포근한 담요예요.' }))).toBeUndefined()
  })
})

describe('a reason from a review', () => {
  it('is the sentence that holds the word, in quotation marks and named as a review', () => {
    const review = '두 번째 샀어요. 포근한 촉감에 아이가 먼저 찾아요!'
    expect(quoteOf(review)).toBe('후기: “포근한 촉감에 아이가 먼저 찾아요!”')
    expect(quoteOf('So cosy on the porch.', { queryWords: ['cosy'], locale: 'en' })).toBe(
      'Review: “So cosy on the porch.”',
    )
    expect(quoteOf('肌ざわりがふわふわです。', { queryWords: ['ふわふわ'], locale: 'ja' })).toBe(
      'レビュー「肌ざわりがふわふわです」',
    )
  })

  it.each([1, 2, 3])('is never one rated %i', (rating) => {
    const text = '포근한 느낌이에요.'
    expect(reasonFor(input({ reviews: [{ text, rating }] }))).toBeUndefined()
    expect(reasonFor(input({ reviews: [{ text, rating: 4 }] }))).toBe('후기: “포근한 느낌이에요.”')
  })

  it.each([
    '포근한 줄 알았는데 안 따뜻해요.',
    '포근한 촉감인데 먼지가 붙는다',
    '포근한 맛이 없어요.',
    '포근한 건 맞지만 무거워요.',
    '포근한 사진만 보고 샀다가 실망했습니다.',
    '포근한 촉감. 한 번 빨고 반품했어요.',
    'Not 포근한 at all',
    "It isn't 포근한",
    '포근한 けど重い',
    '포근한 ではありません',
  ])('is never displeased or mixed: %s', (text) => {
    expect(quoteOf(text)).toBeUndefined()
  })

  it.each([
    '포근한 담요 문의는 010-1234-5678로 했어요',
    '포근한 담요, ０１０ １２３４ ５６７８',
    '포근한 담요 good@shop.example 감사해요',
    '포근한 담요 @happy_home 에 올렸어요',
    '포근한 담요 https://shop.example 에서 또 사요',
    '포근한 담요를 김하늘 씨가 골라 줬어요',
    '포근한 담요 101동 1203호로 잘 왔어요',
    '포근한 담요 田中さん에게 선물',
    '포근한 담요 thanks to Mrs. Hollow',
  ])('never repeats personal data: %s', (text) => {
    expect(quoteOf(text)).toBeUndefined()
    expect(reasonFor(input({ description: text }))).toBeUndefined()
  })

  it.each([
    '포근한 담요, 이혼하고 처음 산 것',
    '포근한 담요로 장례를 치렀다',
    '포근한 throw after Dad passed',
  ])("never repeats a family's own matter: %s", (text) => {
    expect(quoteOf(text)).toBeUndefined()
  })

  it('may speak of parents and guests, who are nobody in particular', () => {
    expect(quoteOf('부모님께 드리니 포근한 선물이라 하세요')).toBe(
      '후기: “부모님께 드리니 포근한 선물이라 하세요”',
    )
  })

  it.each([
    '포근한 덕에 불면증이 나았어요',
    '포근한 담요로 관절 통증 완화',
    'This 포근한 throw cured my insomnia',
  ])('never repeats that goods heal: %s', (text) => {
    expect(quoteOf(text)).toBeUndefined()
  })

  it.each<[string[], string]>([
    [['식품', '차'], '캐모마일'],
    [['건강식품'], '홍삼'],
    [['뷰티', '스킨케어'], '크림'],
    [['의료기기'], '찜질기'],
  ])('is never given for regulated goods (%j)', (category, title) => {
    const reviews = [{ text: '포근한 향이 참 좋아요', rating: 5 }]
    expect(reasonFor(input({ category, title, reviews }))).toBeUndefined()
    const description = '포근한 향을 담았어요.'
    expect(reasonFor(input({ category, title, reviews, description }))).toBe(description)
  })
})

describe('goods that are no medicine', () => {
  it('are not said to heal, even in the words of the shop; the next best line is said instead', () => {
    const fields = { category: ['침구', '베개'], title: '메모리폼 베개', queryWords: ['포근한', '베개'] }
    const description = '통증을 완화하는 포근한 베개. 낮고 포근한 베개.'
    expect(reasonFor(input({ ...fields, description }))).toBe('낮고 포근한 베개.')
  })

  it('keep the claims that the merchant can prove, and what reviewers say of cloth', () => {
    const attributes = [['소재', '유기농 면']] as const
    expect(reasonFor(input({ queryWords: ['유기농'], attributes }))).toBe('소재: 유기농 면')
    const shirt = { category: ['의류', '셔츠'], title: '셔츠', queryWords: ['주름'] }
    expect(quoteOf('주름 방지 원단이라 편해요', shirt)).toBe('후기: “주름 방지 원단이라 편해요”')
    expect(quoteOf('입으니 얼굴 주름이 펴져요', shirt)).toBeUndefined()
  })
})

describe('regulated goods', () => {
  it("leave the shop's own health claims unquoted and keep its facts", () => {
    const fields = { category: ['식품', '건강식품'], title: '홍삼', queryWords: ['홍삼'] }
    const description = '홍삼으로 면역력 회복을 도와요. 홍삼 농축액을 담았어요.'
    expect(reasonFor(input({ ...fields, description }))).toBe('홍삼 농축액을 담았어요.')
    const attributes = [
      ['효능', '홍삼 피로 회복'],
      ['원료', '홍삼 80%'],
    ] as const
    expect(reasonFor(input({ ...fields, attributes }))).toBe('원료: 홍삼 80%')
  })
})

describe('any reason', () => {
  it('is one bounded visible line, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '포근한\n담요',
        '포근한 '.repeat(60),
        '포근한\u200b\u202e 밤',
        `포근한${'가'.repeat(200)}`,
        '포근한 😀',
      ),
    )
    const reviews = fc.array(fc.record({ text, rating: fc.constantFrom(undefined, 1, 5) }), { maxLength: 4 })
    const attributes = fc.array(fc.tuple(text, text), { maxLength: 4 })
    fc.assert(
      fc.property(text, reviews, attributes, text, (description, reviews, attributes, word) => {
        const reason = reasonFor(input({ queryWords: ['포근한', word], description, reviews, attributes }))
        if (reason === undefined) return
        expect(reason.length).toBeLessThanOrEqual(REASON_MOST)
        expect(reason).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+$/u)
      }),
    )
  })
})

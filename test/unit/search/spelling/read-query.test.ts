import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldQuery } from '../../../../worker/search/understand/fold-query.ts'
import { read, searched, shopOf } from './shop.ts'

const korean = shopOf(
  [
    '리넨 원피스',
    '롱 원피스 여름',
    '롱 스커트',
    '면 셔츠',
    '스트라이프 셔츠',
    '크롭자켓',
    '니트 가디건',
    '스니커즈 화이트',
    '블랙 맨투맨',
    '맨투맨 세트',
    '티셔츠 세트',
    '실크 블라우스',
    '바람막이 점퍼',
    'leather 지갑',
    '캠핑 의자',
  ],
  ['Thom Browne', 'diadora', 'LACOSTE', '나이키', 'Maison Kitsune', 'LENIC&MCCOY'],
)
const english = shopOf(
  [
    'canvas backpack',
    'leather sneakers',
    'wireless headphones',
    'cotton t-shirt',
    'linen dress',
    'Brother TN-2110 toner',
    'HL-L2350DW printer',
    'stainless kettle',
    'wool scarf',
  ],
  ['Logitech', 'ユニクロ', '디아도라', 'Under Armour'],
)
const japanese = shopOf(
  ['ワイヤレス イヤホン', 'リネン ワンピース', '黒 シャツ', '折りたたみ傘', 'スニーカー', 'くつした'],
  ['Nike', 'パタゴニア'],
)

describe('slips', () => {
  test.each([
    ['웜피스', '원피스'],
    ['원삐스', '원피스'],
    ['셔쓰', '셔츠'],
    ['스니커스', '스니커즈'],
    ['가디겅', '가디건'],
    ['불라우스', '블라우스'],
    ['바람마기', '바람막이'],
    ['롱웜피스', '롱 원피스'],
  ])('%s is %s', (typed, shown) => {
    expect(searched(typed, korean)).toBe(shown)
  })

  test.each([
    ['sneekers', 'sneakers'],
    ['headphnes', 'headphones'],
    ['eadphones', 'headphones'],
    ['kettel', 'kettle'],
    ['bakcpack', 'backpack'],
    ['wierless hedphones', 'wireless headphones'],
  ])('%s is %s', (typed, shown) => {
    expect(searched(typed, english)).toBe(shown)
  })

  test.each([
    ['ワンピス', 'ワンピース'],
    ['わんぴーす', 'ワンピース'],
    ['スニカー', 'スニーカー'],
    ['折り畳み傘', '折り畳み傘'],
    ['折たたみ傘', '折りたたみ傘'],
  ])('%s is %s', (typed, shown) => {
    expect(searched(typed, japanese)).toBe(shown)
  })

  test('is said with the whole query', () => {
    expect(read('여름 웜피스', korean).shown).toBe('여름 원피스')
    expect(read('여름 원피스', korean).shown).toBeNull()
  })
})

describe('spaces', () => {
  test.each([
    ['크롭 자켓', '크롭자켓', korean],
    ['롱원피스', '롱 원피스', korean],
    ['가디 건', '가디건', korean],
    ['맨투 맨세트', '맨투맨 세트', korean],
    ['back pack', 'backpack', english],
    ['tshirt', 'tshirt', english],
    ['ワイヤレスイヤホン', 'ワイヤレス イヤホン', japanese],
  ] as const)('%s is %s', (typed, found, shop) => {
    expect(searched(typed, shop)).toBe(found)
  })
})

describe('the other keyboard', () => {
  test.each([
    ['dnjsvltm', '원피스'],
    ['DNJSVLTM', '원피스'],
    ['tucm', '셔츠'],
    ['ㅣㄷㅁ소ㄷㄱ', 'leather'],
    ['fhddnjsvltm', '롱 원피스'],
  ])('%s is %s', (typed, found) => {
    expect(searched(typed, korean)).toBe(found)
  })

  test.each(['ㅡㅐㅜ', 'ㅋㅋㅋ', 'ㅠㅠ'])('%s, which is nothing here, is left out', (typed) => {
    expect(searched(`${typed} 원피스`, korean)).toBe('원피스')
  })
})

test.each([
  ['원ㅍ', '원피스'],
  ['원피ㅅ', '원피스'],
  ['ㅇㅍㅅ', '원피스'],
  ['셔츠ㅡ', '셔츠'],
])('syllables under way: %s is %s', (typed, found) => {
  expect(searched(typed, korean)).toBe(found)
})

describe('brands', () => {
  test.each([
    ['톰브라운', 'Thom Browne', korean],
    ['톰 브라운 셔츠', 'Thom Browne 셔츠', korean],
    ['디아도라', 'diadora', korean],
    ['라코스떼', 'LACOSTE', korean],
    ['nike', '나이키', korean],
    ['나이끼', '나이키', korean],
    ['메종 키츠네', 'Maison Kitsune', korean],
    ['레닉앤맥코이', 'LENIC&MCCOY', korean],
    ['uniqlo', 'ユニクロ', english],
    ['diadora', '디아도라', english],
    ['언더아머', 'Under Armour', english],
    ['로지텍', 'Logitech', english],
    ['ナイキ', 'Nike', japanese],
    ['patagonia', 'パタゴニア', japanese],
  ] as const)('%s is %s', (typed, found, shop) => {
    expect(searched(typed, shop)).toBe(found)
  })

  test('one that is not sold is not taken for another', () => {
    expect(searched('아디다스', korean)).toBe('아디다스')
    expect(searched('adidas', english)).toBe('adidas')
  })
})

test.each([
  ['tn2110', 'tn2110'],
  ['tn-2110', 'tn-2110'],
  ['tn 2110', 'tn2110'],
  ['tn21', 'tn2110'],
  ['hl-l2350', 'hll2350dw'],
  ['tn2111', 'tn2111'],
])('model numbers: %s is %s', (typed, found) => {
  expect(searched(typed, english)).toBe(found)
})

describe('what is sold is never corrected', () => {
  const nouns = fc.constantFrom(
    ...'원피스 셔츠 스커트 자켓 가디건 스니커즈 맨투맨 블라우스 점퍼 의자 캠핑 지갑 니트 리넨 실크 세트'.split(
      ' ',
    ),
  )
  test('whatever is asked together', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nouns, { minLength: 1, maxLength: 4 }), (words) => {
        const { shown, readings } = read(words.join(' '), korean)
        expect(shown).toBeNull()
        expect(readings.some(({ how }) => how === 'typo')).toBe(false)
      }),
    )
  })

  test.each(['tent', 'vent', 'bench', 'teapot'])('nor what everybody knows: %s', (word) => {
    expect(read(word, english).shown).toBeNull()
  })

  test.each(['텐트', '하객룩으로', '선물'])('nor what everybody knows: %s', (word) => {
    expect(read(word, korean).shown).toBeNull()
  })
})

describe('searched exactly, a word is the word it is', () => {
  test.each(['웜피스', '원ㅍ', 'ㅇㅍㅅ', 'dnjsvltm', '롱웜피스', '디아도로'])('%s', (typed) => {
    expect(read(typed, korean).readings.map(({ text }) => text)).not.toEqual([typed])
    const { shown, readings } = read(typed, korean, true)
    expect(shown).toBeNull()
    expect(readings.map(({ text, how }) => [text, how])).toEqual([[typed.normalize('NFKC'), 'typed']])
  })

  test.each([
    ['롱원피스', '롱 원피스'],
    ['톰브라운', 'Thom Browne'],
  ])('yet %s is %s: another way to write it is no correction', (typed, found) => {
    expect(read(typed, korean, true).readings.map(({ text }) => text)).toEqual([found])
  })
})

test('any text is read without a failure, and its spans stay inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
      const { readings } = read(query, korean)
      const most = foldQuery(query).length
      expect(readings.every(({ span }) => span.start >= 0 && span.end <= most)).toBe(true)
    }),
  )
})

describe('names read out, and names of their own language', () => {
  const shop = shopOf(['연필', '노트', '크림'], ['닥터지', 'コクヨ', 'LG', 'DHC', '무인양품'])
  test.each([
    ['dr.g', '닥터지'],
    ['dr g', '닥터지'],
    ['kokuyo', 'コクヨ'],
    ['고쿠요', 'コクヨ'],
    ['엘지', 'LG'],
    ['디에이치씨', 'DHC'],
    ['muji', '무인양품'],
  ])('%s is %s', (typed, found) => {
    expect(searched(typed, shop)).toBe(found)
  })
})

import { describe, expect, test } from 'vitest'
import { soundsUnfinished } from '../../../../worker/search/understand/sounds-unfinished.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

const sounds = (query: string) =>
  soundsUnfinished(understandQuery(query, { locale: 'ko', currency: 'KRW', exponent: 0, now: 0 }))

describe('a last word that waits for another', () => {
  test.each([
    'a warm coat for',
    'gift for my',
    "shoes that don't",
    'something cosy and',
    '여름에',
    '비 오는 날 신을',
    '땀이 안 차고 시원한',
    '엄마와',
    '가볍고',
    '세탁기 막 돌려도',
    '오래 걸어서',
    '雨の日に',
    '母の日の',
    '軽くて丈夫な',
  ])('%s', (query) => expect(sounds(query)).toBe(true))
})

describe('a wish that is all there', () => {
  test.each([
    'a warm coat for my dad',
    'something cosy for rainy evenings',
    'plants i can keep alive',
    '비 오는 날 신을 장화',
    '하객룩 원피스',
    '린넨 상의',
    '미니멀 디자인',
    '온도 조절 주전자',
    '시원한 여름 바지',
    '母の日 花束',
    '軽いスニーカー',
    '',
  ])('%s', (query) => expect(sounds(query)).toBe(false))
})

import { expect, test } from 'vitest'
import { suggestable } from '../../../../worker/search/suggest/may-suggest.ts'

test.each([
  '유리컵 010-1234-5678',
  '[phone] 유리컵',
  'lamp kim@mail.example',
  '저는 김민지입니다 원피스',
  '서울 강남구 역삼동 가구',
  '카톡 minji_04 케이크',
  '주문 20261125-0000123',
])('never shown to others: %s', (query) => {
  expect(suggestable(query)).toBeNull()
})

test.each(['유리컵', '나이키 운동화 240', 'wh-1000xm5', '청바지 32x34', '어머님 선물 5만원'])(
  'may be shown to others: %s',
  (query) => {
    expect(suggestable(query)).toBe(query)
  },
)

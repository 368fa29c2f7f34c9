import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonal, redact } from '../../../worker/privacy/redact.ts'

describe('personal data is taken out', () => {
  test.each([
    ['kim.minji+shop@mail.example 원피스', '[email] 원피스'],
    ['010-1234-5678 로 연락', '[phone] 로 연락'],
    ['０１０－１２３４－５６７８', '[phone]'],
    ['02-123-4567 매장', '[phone] 매장'],
    ['900101-1234567', '[id]'],
    ['900101-1****** 확인', '[id] 확인'],
    ['4111 1111 1111 1111', '[card]'],
    ['P123456789012 통관', '[customs] 통관'],
    ['서울 강남구 테헤란로 152, 3층으로 보내 주세요', '[address]으로 보내 주세요'],
    ['〒150-0001 東京都渋谷区神宮前1-2-3', '[address] [address]'],
    ['저는 김민지입니다', '저는 [name]입니다'],
  ])('%s', (text, kept) => {
    expect(redact(text)).toBe(kept)
  })
})

test.each([
  '원피스 5만원 이하',
  'iphone 15 pro 256gb',
  'WH-1000XM5 KB-75 1461 59',
  '500ml 2개',
  '1,299,000원',
  '2026-11-23 한정',
  '8801043014816',
  '고객님 어머님 선물',
])('what is not personal stays: %s', (text) => {
  expect(redact(text)).toBe(text)
})

describe("an order's number", () => {
  const text = '주문 20261125-0000123 언제 와요 010-1234-5678'

  test('is told apart and stays', () => {
    expect(findPersonal(text).spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['order', '20261125-0000123'],
      ['phone', '010-1234-5678'],
    ])
    expect(redact(text)).toBe('주문 20261125-0000123 언제 와요 [phone]')
  })

  test('goes too where that is asked for', () => {
    expect(redact(text, { orders: true })).toBe('주문 [order] 언제 와요 [phone]')
  })
})

test.each(['800230-1234567', '901301-1234567', '900101-0234567', '900101-9234567', '190229-3234567'])(
  'nobody is born on that day or in that century: %s',
  (text) => {
    expect(redact(text)).toBe(text)
  },
)

test('a barcode that reads like a birthday stays, unless it is called a resident number', () => {
  // 8801045288413 is a barcode, and 4 January 1988 with a century digit of 5.
  expect(redact('8801045288413 라면')).toBe('8801045288413 라면')
  expect(redact('주민번호 8801045288413')).toBe('주민번호 [id]')
})

test('unseen characters part no number', () => {
  expect(redact('010\u200b-12\u206034\u00ad-5678')).toBe('[phone]')
  expect(redact('\u202e010-1234-5678\u202c')).toBe('[phone]')
})

test('no address survives, wherever it stands', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
      expect(redact(`${before} ${address} ${after}`)).not.toContain(address)
    }),
  )
})

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))

test('no Korean mobile number survives, however it is spaced', () => {
  fc.assert(
    fc.property(digits(4), digits(4), fc.constantFrom('', '-', ' ', '.', ' - ', '–'), (left, right, gap) => {
      expect(redact(`전화 010${gap}${left}${gap}${right} 주세요`)).toBe('전화 [phone] 주세요')
    }),
  )
})

test('no resident number survives, and no number of an order is one', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom(0, 1), fc.constantFrom(0, 4), digits(6), (born, sex, foreign, rest) => {
      const date = born.toISOString().slice(2, 10).replaceAll('-', '')
      const century = born.getUTCFullYear() < 2000 ? 1 : 3
      expect(redact(`${date}-${century + sex + foreign}${rest}`)).toBe('[id]')
      const order = `20${date}-${century + sex + foreign}${rest}`
      expect(redact(order)).toBe(order)
    }),
  )
})

test('what is redacted stays as it is, and spans never overlap', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '010-1234-5678',
      '900101-1234567',
      'a@b.co',
      '서울 강남구 역삼동 1-2',
      '홍길동 님',
      '주문번호',
      '계좌',
    ),
    fc.string({ maxLength: 12 }),
    digits(5),
    fc.constantFrom(' ', '-', '.', ':', '로', '동', '호'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const found = findPersonal(text)
      let end = 0
      for (const span of found.spans) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(found.text.length)
      expect(
        findPersonal(redact(text)).spans.filter(({ kind }) => kind === 'phone' || kind === 'card'),
      ).toEqual([])
    }),
  )
})

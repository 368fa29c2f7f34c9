import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '../../../worker/search/redact.ts'

describe('personal data is taken out', () => {
  test.each([
    ['kim.minji+shop@mail.example 원피스', '[email] 원피스'],
    ['010-1234-5678 로 연락', '[phone] 로 연락'],
    ['01012345678', '[phone]'],
    ['+82 10 1234 5678', '[phone]'],
    ['０１０－１２３４－５６７８', '[phone]'],
    ['02-123-4567 매장', '[phone] 매장'],
    ['(212) 555-0187', '[phone]'],
    ['900101-1234567', '[id]'],
    ['4111 1111 1111 1111', '[number]'],
    ['4111111111111111', '[number]'],
  ])('%s', (text, kept) => {
    expect(redact(text)).toBe(kept)
  })
})

test.each([
  '원피스 5만원 이하',
  'iphone 15 pro 256gb',
  'tn-2110',
  '500ml 2개',
  '1,299,000원',
  '2026-11-23 한정',
])('what is not personal stays: %s', (text) => {
  expect(redact(text)).toBe(text)
})

test('no address survives, wherever it stands', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
      expect(redact(`${before} ${address} ${after}`)).not.toContain(address)
    }),
  )
})

test('no Korean mobile number survives, however it is spaced', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
  fc.assert(
    fc.property(digits(4), digits(4), fc.constantFrom('', '-', ' ', '.'), (left, right, gap) => {
      expect(redact(`전화 010${gap}${left}${gap}${right} 주세요`)).not.toContain(`${left}${gap}${right}`)
    }),
  )
})

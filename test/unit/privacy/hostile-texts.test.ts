import { describe, expect, test } from 'vitest'
import { redact } from '../../../worker/privacy/redact.ts'

const SIZE = 64 * 1024

/** Runs of what each rule looks for, so that one with a nested repetition would never come back. */
const pieces = [
  '0',
  '1-',
  '4111 ',
  '010-',
  '010-1234-567',
  '+1',
  '+82 ',
  '900101-1',
  'a',
  'a.',
  'a@',
  '@a.',
  'a at ',
  '골뱅이',
  'a(at)a.',
  '가',
  '가로 1',
  '로',
  '동 ',
  '1동',
  '서울 ',
  '서울 강남구 ',
  '강남구 남구 ',
  '테헤란로 1길 ',
  '아파트 ',
  '번지',
  '東京都',
  '東',
  '市区',
  '1丁目',
  '丁目',
  '1 a ',
  '1 main ',
  '1 main st ',
  'a, ',
  'po box ',
  'a-ro ',
  '김',
  '김민',
  '김민지 ',
  '저는 ',
  'my name is ',
  'a ',
  '田中',
  '名前は',
  '카톡 ',
  '카톡 a',
  '계좌 ',
  '국민 1-',
  'gb29 ',
  '주문번호 ',
  '20261125-',
  'p1',
  '여권번호 ',
  ' ',
  '\n',
  '\u200b',
  '・',
  'ﷺ',
]

describe('64 KiB of one thing over and over', () => {
  test.each(pieces)('%j comes back, bounded', (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)
    const redacted = redact(text)
    expect(redacted.length).toBeLessThanOrEqual(text.normalize('NFKC').length * 2)
  })
})

test('eight times the text takes about eight times as long, not sixty-four', () => {
  const timeOf = (text: string): number => {
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now()
      redact(text)
      return performance.now() - begun
    })
    return Math.min(...times)
  }
  const all = pieces.map((piece) => piece.repeat(40)).join(' ')
  const text = all.repeat(Math.ceil(SIZE / all.length)).slice(0, SIZE)
  timeOf(text.slice(0, 4096))
  expect(timeOf(text) / timeOf(text.slice(0, SIZE / 8))).toBeLessThan(24)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectEncoding } from '../../../worker/catalogue/detect-encoding.ts'

const verdictOf = (bytes: Uint8Array, size: number) => {
  const detector = detectEncoding()
  for (let at = 0; at < bytes.length; at += size) detector.push(bytes.subarray(at, at + size))
  return detector.verdict()
}

const korean = 'id,상품명\n1,흰 셔츠\n'
/** "상품명,셔츠" in CP949. */
const cp949 = Uint8Array.of(0xbb, 0xf3, 0xc7, 0xb0, 0xb8, 0xed, 0x2c, 0xbc, 0xc5, 0xc3, 0xf7)
/** "スーパー" in Shift_JIS. */
const shiftJis = Uint8Array.of(0x83, 0x58, 0x81, 0x5b, 0x83, 0x70, 0x81, 0x5b)

describe('detectEncoding', () => {
  it('keeps to UTF-8 wherever the chunks cut its characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        expect(verdictOf(new TextEncoder().encode(korean), size)).toBe('utf-8')
      }),
    )
  })

  it('believes a byte order mark', () => {
    expect(verdictOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00), 1)).toBe('utf-16le')
    expect(verdictOf(Uint8Array.of(0xfe, 0xff, 0x00, 0x41), 3)).toBe('utf-16be')
    expect(verdictOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), 2)).toBe('utf-8')
  })

  it('takes bytes that are no UTF-8 for CP949', () => {
    expect(new TextDecoder('euc-kr').decode(cp949)).toBe('상품명,셔츠')
    expect(verdictOf(cp949, 3)).toBe('euc-kr')
  })

  it('takes them for Shift_JIS only where CP949 cannot decode them', () => {
    expect(new TextDecoder('shift_jis').decode(shiftJis)).toBe('スーパー')
    expect(verdictOf(shiftJis, 3)).toBe('shift_jis')
  })

  it('finds bytes that stand behind a long stretch of ASCII', () => {
    const bytes = new Uint8Array(200_000).fill(0x61)
    bytes.set(cp949, 150_000)
    expect(verdictOf(bytes, 65_536)).toBe('euc-kr')
  })

  it('does not blame a file that was cut in the middle of a character', () => {
    expect(verdictOf(new TextEncoder().encode('흰 셔츠').subarray(0, -1), 4)).toBe('utf-8')
  })
})

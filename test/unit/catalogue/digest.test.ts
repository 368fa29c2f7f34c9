import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { digest } from '../../../worker/catalogue/digest.ts'

test('is sixteen hexadecimal digits, the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(digest(text)).toMatch(/^[0-9a-f]{16}$/)
      expect(digest(text)).toBe(digest(text.slice()))
    }),
  )
})

test('tells near texts apart: one character changed, left out, swapped or added', () => {
  const texts = new Set<string>()
  const base = '{"id":"cup-1","title":"머그컵","price":12000}'
  for (let at = 0; at < base.length; at++) {
    texts.add(base.slice(0, at) + base.slice(at + 1))
    texts.add(`${base.slice(0, at)}0${base.slice(at)}`)
    texts.add(base.slice(0, at) + String.fromCharCode(base.charCodeAt(at) ^ 1) + base.slice(at + 1))
    texts.add(base.slice(0, at) + (base[at + 1] ?? '') + (base[at] ?? '') + base.slice(at + 2))
  }
  expect(new Set([...texts].map(digest)).size).toBe(texts.size)
})

test('collides for none of a hundred thousand numbered texts', () => {
  const digests = new Set<string>()
  for (let row = 0; row < 100_000; row++) digests.add(digest(`{"id":"p-${row}"}`))
  expect(digests.size).toBe(100_000)
})

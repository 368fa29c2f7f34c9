import { expect, test } from 'vitest'
import { ownHref, safeHref } from '../../../widget/ui/safe-href.ts'

const base = 'https://shop.example/en/'

test('completes a link against the page', () => {
  expect(safeHref('/p/1', base)).toBe('https://shop.example/p/1')
  expect(safeHref('https://other.example/p', base)).toBe('https://other.example/p')
})

test.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'http://[', '', undefined])(
  'follows no %s',
  (link) => {
    expect(safeHref(link, base)).toBeUndefined()
  },
)

test.each([
  ['/help', 'https://shop.example/help'],
  ['https://other.example/p', 'https://other.example/p'],
  ['http://shop.example/help', undefined],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('lets a rule of the shop’s lead from %s to %s', (link, href) => {
  expect(ownHref(link, base)).toBe(href)
})

test('keeps to the shop’s own site where that has no https', () => {
  expect(ownHref('/help', 'http://localhost:8788/ko/')).toBe('http://localhost:8788/help')
  expect(ownHref('http://localhost:8787/help', 'http://localhost:8788/ko/')).toBeUndefined()
})

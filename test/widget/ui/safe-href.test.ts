import { expect, test } from 'vitest'
import { safeHref } from '../../../widget/ui/safe-href.ts'

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

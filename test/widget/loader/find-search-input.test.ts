import { expect, test } from 'vitest'
import {
  anySearchInput,
  isSearchHint,
  searchDoorAt,
  searchInputAt,
} from '../../../widget/loader/find-search-input.ts'

function first(html: string, selector: string): Element {
  document.body.innerHTML = html
  const element = document.querySelector(selector)
  if (!element) throw new Error(`no ${selector}`)
  return element
}

test.each([
  '<input type="search">',
  '<input name="q">',
  '<input type="text" name="keyword">',
  '<input name="search_query">',
  '<div role="search"><input></div>',
  '<form role="search"><input type="text"></form>',
  '<form action="/product/search.html"><input name="any"></form>',
])('knows %s for a search field', (html) => {
  expect(searchInputAt(first(html, 'input'), '')).toBeDefined()
})

test.each([
  '<input type="email" name="q">',
  '<input name="coupon">',
  '<input type="password">',
  '<form role="search"><input type="checkbox"></form>',
  '<form action="/search"><input type="submit"></form>',
  '<input type="hidden" name="q">',
])('does not take %s for one', (html) => {
  expect(searchInputAt(first(html, 'input'), '')).toBeUndefined()
})

test('takes a field the shop points out', () => {
  const input = first('<input id="find" name="xyz">', 'input')
  expect(searchInputAt(input, '')).toBeUndefined()
  expect(searchInputAt(input, '#find')).toBe(input)
  expect(anySearchInput('#find')).toBe(input)
})

test('knows a link to the bare search page, and leaves one that carries words alone', () => {
  expect(searchDoorAt(first('<a href="/en/search"><i></i></a>', 'i'), '')).not.toBeNull()
  expect(searchDoorAt(first('<a href="/en/search?q=lamp">lamp</a>', 'a'), '')).toBeNull()
})

test('takes a button that reveals the search for a hint only', () => {
  const button = first('<button aria-label="상품 검색 열기"></button>', 'button')
  expect(isSearchHint(button, '')).toBe(true)
  expect(searchDoorAt(button, '')).toBeNull()
})

import { expect, test, vi } from 'vitest'
import { createShopSearch } from '../../../widget/host-page/shop-search.ts'

function page(html: string): HTMLInputElement {
  document.body.innerHTML = html
  const input = document.querySelector<HTMLInputElement>('input[name=q]')
  if (!input) throw new Error('no field')
  return input
}

test('knows the address of the shop’s own results from its form, other fields included', () => {
  const input = page(
    '<form action="https://shop.example/find?v=2"><input name="q"><input name="type" value="product"></form>',
  )
  const href = createShopSearch(input, '').href('red lamp & co')
  expect(href).toBe('https://shop.example/find?v=2&q=red+lamp+%26+co&type=product')
})

test('prefers the address the shop has given', () => {
  const input = page('<form action="https://shop.example/find"><input name="q"></form>')
  expect(createShopSearch(input, 'https://shop.example/s/{query}').href('a b')).toBe(
    'https://shop.example/s/a%20b',
  )
})

test('has no address for a form that posts, but can send it', () => {
  const input = page('<form method="post" action="https://shop.example/find"><input name="q"></form>')
  const submitted = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  input.form?.addEventListener('submit', submitted)
  const shop = createShopSearch(input, '')
  expect(shop.href('lamp')).toBeUndefined()
  shop.submit('lamp')
  expect(input.value).toBe('lamp')
  expect(submitted).toHaveBeenCalledTimes(1)
})

test('says when the shop has no search at all', () => {
  expect(createShopSearch(undefined, '').exists).toBe(false)
})

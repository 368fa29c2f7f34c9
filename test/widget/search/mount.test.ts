import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { messages } from '../../../widget/messages/en.ts'
import type { OverlayHost } from '../../../widget/ports/overlay-host.ts'
import { buildAnswer, buildHit, buildHits } from '../support/build-answer.ts'
import { buildConfig } from '../support/build-config.ts'
import { memoryStore } from '../support/memory-store.ts'
import { openOverlay } from '../support/open-overlay.ts'

let unmount: (() => void) | undefined

beforeEach(() => {
  vi.useFakeTimers()
  // The second chunk comes and finds nobody: the overlay has to do without.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nobody answers')))
})
afterEach(() => {
  unmount?.()
  unmount = undefined
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(over: Partial<OverlayHost> = {}) {
  const overlay = openOverlay(over)
  ;({ unmount } = overlay)
  return overlay
}

test('opens modal with the words the shopper had typed, and asks for them', () => {
  const { find, asked } = open()
  expect(find('dialog').hasAttribute('open')).toBe(true)
  expect(find('input')).toHaveProperty('value', 'lamp')
  expect(asked[0]?.question.q).toBe('lamp')
})

test('keeps the combobox and its listbox in step', () => {
  const { find, press, asked, all } = open()
  expect(find('input').getAttribute('aria-expanded')).toBe('false')
  asked[0]?.answers.results(buildAnswer())
  expect(find('input').getAttribute('aria-expanded')).toBe('true')
  expect(find('input').getAttribute('aria-controls')).toBe(find('[role=listbox]').id)
  press('ArrowDown')
  press('ArrowDown')
  const active = find('input').getAttribute('aria-activedescendant')
  expect(all('[aria-selected=true]').map((option) => option.id)).toEqual([active])
  expect(find(`#${active}`).dataset['id']).toBe('p2')
})

test('leaves keys alone while a syllable is being composed', () => {
  const { find, press, asked } = open()
  asked[0]?.answers.results(buildAnswer())
  press('ArrowDown', { isComposing: true })
  press('ArrowDown', { keyCode: 229 })
  expect(find('input').hasAttribute('aria-activedescendant')).toBe(false)
})

test('Enter on an option follows its link and tells the page', () => {
  const { press, asked, host } = open()
  asked[0]?.answers.results(buildAnswer())
  press('ArrowDown')
  press('Enter')
  expect(host.follow).toHaveBeenCalledWith('https://shop.example/p/p1')
  expect(host.emit).toHaveBeenCalledWith('select', expect.objectContaining({ id: 'p1', position: 1 }))
})

test('leaves a click with a modifier to the browser', () => {
  const { find, asked, host } = open()
  asked[0]?.answers.results(buildAnswer())
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
  find('[role=option]').dispatchEvent(click)
  expect(click.defaultPrevented).toBe(false)
  expect(host.follow).not.toHaveBeenCalled()
})

test('never makes a link of a feed’s script', () => {
  const { find, asked } = open()
  asked[0]?.answers.results(buildAnswer({ hits: [buildHit('p1', { link: 'javascript:alert(1)' })] }))
  expect(find('[role=option]').hasAttribute('href')).toBe(false)
})

test('shows the variant that was asked for: its options, picture and link', () => {
  const { find, asked, text } = open()
  const variant = {
    id: 'v',
    options: { Colour: 'Navy', Size: 'M' },
    link: 'https://shop.example/p/p1?variant=v',
    image_link: 'https://shop.example/navy.jpg',
    availability: 'in_stock' as const,
  }
  asked[0]?.answers.results(buildAnswer({ hits: [buildHit('p1', { variant })] }))
  expect(find('[role=option]').getAttribute('href')).toBe(variant.link)
  expect(find('img').getAttribute('src')).toBe(variant.image_link)
  expect(text('.options')).toBe('Navy · M')
})

test('puts the first letter where a picture is missing or will not load', () => {
  const { all, find, asked } = open()
  const hits = [
    buildHit('a', { title: '[새상품] 담요' }),
    buildHit('b', { title: 'Rug', image_link: '/gone.jpg' }),
  ]
  asked[0]?.answers.results(buildAnswer({ hits }))
  find('img').dispatchEvent(new Event('error'))
  expect(all('.letter').map((tile) => tile.textContent)).toEqual(['새', 'R'])
})

test('marks what is sold out or on sale in words, and says nothing for marks it does not know', () => {
  const { all, asked } = open()
  const hit = buildHit('a', { availability: 'out_of_stock', badges: ['sale', 'sold_out', 'price_unknown'] })
  asked[0]?.answers.results(buildAnswer({ hits: [hit] }))
  expect(all('.mark').map((mark) => mark.textContent)).toEqual(['Sold out', 'Sale'])
})

test('reads text from a feed as text', () => {
  const { all, asked } = open()
  const title = '<img src=x onerror=alert(1)>'
  asked[0]?.answers.results(buildAnswer({ hits: [buildHit('a', { title, reason: title, brand: title })] }))
  expect(all('img')).toHaveLength(0)
  expect(all('.name')[0]?.textContent).toBe(title)
})

test('says which wish to leave out when nothing matches, and leaves it out when tapped', () => {
  const { find, text, asked } = open()
  const understood = [{ id: 'price:..5', kind: 'price' as const, label: 'under $5', hard: true }]
  asked[0]?.answers.results(buildAnswer({ hits: [], understood, relax: [{ id: 'price:..5', total: 12 }] }))
  expect(text('.empty > h2')).toBe('Nothing matches “lamp”')
  expect(text('.empty .actions button')).toBe('Without “under $5” 12')
  find('.empty .actions button').click()
  expect(asked[1]?.question.without).toEqual(['price:..5'])
})

test('admits it, also to a screen reader, when the products only come near', () => {
  const { asked, text } = open()
  asked[0]?.answers.results(buildAnswer({ answer: 'nearest' }))
  expect(text('.note')).toBe(messages.nearest)
  expect(text('output')).toBe(`${messages.nearest} 3 results`)
})

test('says how the words were read, and searches them as typed when told to', () => {
  const { asked, text, find, all } = open()
  asked[0]?.answers.results(buildAnswer({ spelling: { typed: 'lmap', shown: 'lamp' } }))
  expect(text('.spelling')).toBe('Showing results for “lamp”. Search for “lmap” instead')
  expect(text('output')).toBe('Showing results for “lamp”. 3 results')
  find('.spelling button').click()
  expect(asked.map(({ question }) => question.exact)).toEqual([false, true])
  asked[1]?.answers.results(buildAnswer())
  expect(all('.spelling')).toEqual([])
})

test.each([3, 0])(
  'leads to pages of the shop beside %i products, and to nothing that is no page',
  (count) => {
    const { asked, all, find, host } = open()
    const content = [
      { kind: 'policy' as const, title: 'Delivery', link: '/help' },
      { kind: 'notice' as const, title: 'Odd', link: 'javascript:alert(1)' },
    ]
    asked[0]?.answers.results(buildAnswer({ hits: buildHits(count), content }))
    expect(all('.pages a').map((link) => link.textContent)).toEqual(['Delivery'])
    find('.pages a').click()
    expect(host.follow).toHaveBeenCalledWith('https://shop.example/help')
  },
)

test('offers another try and the shop’s own search when the service does not answer', async () => {
  const { asked, find, host } = open()
  asked[0]?.end('failed')
  await vi.advanceTimersByTimeAsync(0)
  find('.empty a').click()
  expect(host.searchInShop).toHaveBeenCalledWith('lamp')
  find('.empty button').click()
  expect(asked).toHaveLength(2)
})

test('begins with recent searches, categories and attributes when nothing is typed', async () => {
  const store = memoryStore()
  store.write('aisle-recent', '["rug"]')
  const browse = {
    categories: [{ value: 'Home > Lamps', count: 4 }],
    attributes: [
      { name: 'mood', value: 'cosy', count: 3 },
      { name: 'mood', value: 'bright', count: 2 },
    ],
  }
  const { all, find, asked } = open({ words: '', store, config: buildConfig({ browse }) })
  expect(asked).toHaveLength(0)
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(0)
  expect(all('.main .chip').map((chip) => chip.textContent)).toEqual(['Lamps', 'cosy', 'bright'])
  find('.main .chip').click()
  expect(asked[0]?.question.filters).toEqual({ category: ['Home > Lamps'] })
})

test('tells a screen reader how many results there are, and of a better order', () => {
  const { asked, text } = open()
  asked[0]?.answers.results(buildAnswer({ total: 1234 }))
  expect(text('output')).toBe('1,234 results')
  vi.advanceTimersByTime(1000)
  asked[0]?.answers.order?.({ ids: ['p3', 'p2', 'p1'], reasons: {}, added: [] })
  expect(text('output')).toBe(messages.better)
})

test('takes everything away again', () => {
  const { root } = open()
  unmount?.()
  unmount = undefined
  expect(root.childNodes).toHaveLength(0)
})

test('asks to be closed when a fault in drawing would otherwise reach the page', async () => {
  const { asked, host } = open()
  asked[0]?.answers.results(buildAnswer({ hits: [buildHit('p1', { currency: 'not a currency' })] }))
  await vi.advanceTimersByTimeAsync(0)
  expect(host.crash).toHaveBeenCalled()
})

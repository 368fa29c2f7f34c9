import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TagsResponse } from '../../../../worker/contract/tags.ts'
import { DEBOUNCE_MS, REST_MS } from '../../../../widget/features/search/typing.ts'
import type { OverlayHost } from '../../../../widget/ports/overlay-host.ts'
import { buildAnswer } from '../../support/build-answer.ts'
import { buildSuggestion } from '../../support/build-suggestion.ts'
import { told } from '../../support/told.ts'
import { openOverlay } from '../../support/open-overlay.ts'

let unmount: (() => void) | undefined
/** Answers by path; a path without one fails. */
let answers: Record<string, unknown>
const fetched = vi.fn<(address: string) => Promise<Response>>()

const tags: TagsResponse['tags'] = [
  { kind: 'mood', values: [{ id: 'mood:cozy', label: 'Cosy', count: 4 }] },
  { kind: 'season', values: [] },
]

beforeEach(() => {
  vi.useFakeTimers()
  answers = { '/v1/suggest': buildSuggestion([]), '/v1/tags': { tags } }
  fetched.mockImplementation((address) => {
    const { pathname } = new URL(address)
    return pathname in answers
      ? Promise.resolve(Response.json(answers[pathname]))
      : Promise.reject(new Error('down'))
  })
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  unmount?.()
  unmount = undefined
  document.body.replaceChildren()
  fetched.mockReset()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function settle(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turns = 0; turns < 5; turns++) await vi.advanceTimersByTimeAsync(0)
}

async function open(over: Partial<OverlayHost> = {}) {
  const overlay = openOverlay({ words: '', ...over })
  ;({ unmount } = overlay)
  await settle()
  return {
    ...overlay,
    async typed(words: string): Promise<void> {
      overlay.type(words)
      await vi.advanceTimersByTimeAsync(DEBOUNCE_MS)
      await settle()
    },
    kinds: () => told(overlay.asked),
    options: () => overlay.all('[role=option]').map((option) => option.textContent),
    active: () => overlay.find('input').getAttribute('aria-activedescendant'),
  }
}

describe('suggestions', () => {
  const suggestion = buildSuggestion(['lamp', 'lamp shade'], {
    categories: [{ value: 'Home > Lamps', title: 'Lamps', count: 3 }],
    brands: [{ value: 'Lampo', count: 2 }],
  })

  test('are a listbox before the products, reached by arrows, what is typed in bold', async () => {
    answers['/v1/suggest'] = suggestion
    const { typed, options, press, active, find, all, asked, root } = await open()
    await typed('lam')
    asked[0]?.answers.results(buildAnswer())
    expect(options().slice(0, 4)).toEqual(['lamp', 'lamp shade', 'LampsCategory', 'LampoBrand'])
    expect(all('.strip b').map((bold) => bold.textContent)).toEqual(['lam', 'lam', 'Lam', 'Lam'])
    const lists = find('input').getAttribute('aria-controls')?.split(' ') ?? []
    expect(lists.map((id) => root.querySelector(`#${id}`)?.getAttribute('role'))).toEqual([
      'listbox',
      'listbox',
    ])
    press('ArrowDown')
    expect(find(`#${active()}`).textContent).toBe('lamp')
    expect(find(`#${active()}`).getAttribute('aria-selected')).toBe('true')
    for (let presses = 0; presses < 4; presses++) press('ArrowDown')
    expect(find(`#${active()}`).dataset['id']).toBe('p1')
  })

  test('are searched for by Enter, and gone then', async () => {
    answers['/v1/suggest'] = suggestion
    const { typed, press, asked, find, all } = await open()
    await typed('lam')
    press('ArrowDown')
    press('ArrowDown')
    press('Enter')
    expect(asked.at(-1)?.question.q).toBe('lamp shade')
    expect(find('input')).toHaveProperty('value', 'lamp shade')
    expect(all('.strip')).toEqual([])
  })

  test('of a category or brand look at all of it', async () => {
    answers['/v1/suggest'] = suggestion
    const { typed, all, asked } = await open()
    await typed('lam')
    all('.strip .chip')[0]?.click()
    expect(asked.at(-1)?.question).toMatchObject({ q: '', filters: { category: ['Home > Lamps'] } })
  })

  test('leave out what is typed already', async () => {
    answers['/v1/suggest'] = buildSuggestion(['lamp', 'lamp shade'])
    const { typed, options } = await open()
    await typed('lamp')
    expect(options()).toEqual(['lamp shade'])
  })

  test('have their place before they come, and it is no listbox until then', async () => {
    const { type, all, find } = await open()
    type('lam')
    expect(all('.strip')).toHaveLength(1)
    expect(find('#suggestions').hasAttribute('role')).toBe(false)
  })

  test('stay away, and keep the products’ keys, when the service does not answer', async () => {
    delete answers['/v1/suggest']
    const { typed, type, all, press, active, find, asked } = await open()
    await typed('lam')
    type('lamp')
    expect(all('.strip')).toEqual([])
    await vi.advanceTimersByTimeAsync(DEBOUNCE_MS)
    asked.at(-1)?.answers.results(buildAnswer())
    press('ArrowDown')
    expect(find(`#${active()}`).dataset['id']).toBe('p1')
  })
})

describe('before anything is typed', () => {
  test('there are popular searches and tags by kind, and a tap searches for them', async () => {
    answers['/v1/suggest'] = buildSuggestion(['rain boots', 'tea'])
    const { all, find, asked, text } = await open()
    expect(all('.popular .row span').map((row) => row.textContent)).toEqual(['rain boots', 'tea'])
    expect(all('.tap').map((row) => row.textContent)).toEqual(['MoodCosy'])
    find('.tap .chip').click()
    expect(asked[0]?.question.q).toBe('Cosy')
    const understood = [{ id: 'mood:cozy', kind: 'mood' as const, label: 'Cosy', hard: false }]
    asked[0]?.answers.results(buildAnswer({ understood }))
    expect(text('.chips')).toBe('Cosy')
  })

  test('is asked once, however often the overlay opens', async () => {
    const { host } = await open()
    unmount?.()
    const again = await open({ client: host.client })
    expect(again.all('.tap')).toHaveLength(1)
    expect(fetched.mock.calls.map(([address]) => new URL(address).pathname).toSorted()).toEqual([
      '/v1/suggest',
      '/v1/tags',
    ])
  })

  test.each([
    ['both are down', {}, 0],
    ['tags are down', { '/v1/suggest': buildSuggestion(['tea']) }, 1],
    ['tags are something else', { '/v1/suggest': buildSuggestion(['tea']), '/v1/tags': { tags: 3 } }, 1],
  ])('what did not come is absent: %s', async (_name, there, sections) => {
    answers = there
    const { all } = await open()
    expect(all('.popular')).toHaveLength(sections)
    expect(all('.tap')).toEqual([])
  })
})

describe('a search is finished', () => {
  /** A node and everything that shows in it, to be compared by identity. */
  const everything = (root: HTMLElement) => ({
    html: root.innerHTML,
    nodes: [...root.querySelectorAll('*')],
  })

  /** Typed, answered, and nothing moves any more. */
  async function typedOf(words = 'lamp') {
    const overlay = await open()
    await overlay.typed(words)
    overlay.asked[0]?.answers.results(buildAnswer())
    return overlay
  }

  test('when typing has rested, and nothing on the screen tells', async () => {
    answers['/v1/suggest'] = buildSuggestion(['lamp shade'])
    const { kinds, asked, root, press, find } = await typedOf()
    press('ArrowDown')
    press('ArrowDown')
    const before = everything(root)
    await vi.advanceTimersByTimeAsync(REST_MS - DEBOUNCE_MS - 1)
    expect(kinds()).toEqual(['lamp…'])
    await vi.advanceTimersByTimeAsync(1)
    expect(kinds()).toEqual(['lamp…', 'lamp.'])
    expect(everything(root)).toEqual(before)
    asked[1]?.answers.results(buildAnswer())
    expect(everything(root)).toEqual(before)
    await vi.advanceTimersByTimeAsync(10 * REST_MS)
    find('input').dispatchEvent(new Event('change', { bubbles: true }))
    find('.card').dispatchEvent(new Event('wheel', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(10 * REST_MS)
    expect(kinds()).toEqual(['lamp…', 'lamp.'])
  })

  test('when the field is left, unless for a tap that asks for something else', async () => {
    const { kinds, find, type } = await typedOf()
    const leave = () => find('input').dispatchEvent(new Event('change', { bubbles: true }))
    leave()
    await vi.advanceTimersByTimeAsync(400)
    expect(kinds()).toEqual(['lamp…', 'lamp'])
    type('')
    await vi.advanceTimersByTimeAsync(400)
    type('rug')
    await vi.advanceTimersByTimeAsync(DEBOUNCE_MS)
    leave()
    // A finger or a mouse button is down for a moment before it is a click.
    await vi.advanceTimersByTimeAsync(150)
    find('.link').click()
    await vi.advanceTimersByTimeAsync(2 * REST_MS)
    expect(kinds()).toEqual(['lamp…', 'lamp', 'rug…'])
  })

  test.each(['wheel', 'touchmove'])(
    'when the results are scrolled by %s, not when anything else is',
    async (by) => {
      const { kinds, find } = await typedOf()
      const scroll = (selector: string) => find(selector).dispatchEvent(new Event(by, { bubbles: true }))
      scroll('.bar')
      expect(kinds()).toEqual(['lamp…'])
      scroll('.card')
      scroll('.card')
      expect(kinds()).toEqual(['lamp…', 'lamp'])
    },
  )

  test('never on half a syllable; a whole one that rests in the input method is meant', async () => {
    const { kinds, find, typed } = await open()
    find('input').dispatchEvent(new Event('compositionstart', { bubbles: true }))
    await typed('담ㅇ')
    await vi.advanceTimersByTimeAsync(2 * REST_MS)
    expect(kinds()).toEqual([])
    await typed('담요')
    expect(kinds()).toEqual(['담요…'])
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(kinds()).toEqual(['담요…', '담요.'])
  })

  test('when words from the shop’s own field have rested', async () => {
    const { kinds } = await open({ words: 'lamp', isTyping: true })
    expect(kinds()).toEqual(['lamp…'])
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(kinds()).toEqual(['lamp…', 'lamp.'])
  })

  test('but not once the overlay has gone', async () => {
    const { kinds, find } = await typedOf()
    find('input').dispatchEvent(new Event('change', { bubbles: true }))
    unmount?.()
    unmount = undefined
    await vi.advanceTimersByTimeAsync(2 * REST_MS)
    expect(kinds()).toEqual(['lamp…'])
  })
})

describe('hints', () => {
  const hints = [
    { label: 'Desk lamps', filter: { name: 'category', value: 'Lamps > Desk' } },
    { label: 'Brass', filter: { name: 'attr.material', value: 'brass' } },
  ]
  const order = { ids: ['p1', 'p2', 'p3'], reasons: {}, added: [], hints }
  const understood = [{ id: 'mood:cozy', kind: 'mood' as const, label: 'Cosy', hard: false }]

  test('stand after what was understood, and a tap makes one a filter', async () => {
    const { asked, all, press, type } = await open()
    type('cosy lamp')
    press('Enter')
    asked[0]?.answers.results(buildAnswer({ understood }))
    asked[0]?.answers.order?.(order)
    const chips = () => all('.chips .chip').map((chip) => [chip.textContent, chip.getAttribute('aria-label')])
    expect(chips()).toEqual([
      ['Cosy', 'Drop Cosy'],
      ['Desk lamps', 'Show only Desk lamps'],
      ['Brass', 'Show only Brass'],
    ])
    all('.chips .hint')[1]?.click()
    expect(asked[1]?.question).toMatchObject({ typing: '', filters: { 'attr.material': ['brass'] } })
    expect(chips()).toEqual([
      ['Cosy', 'Drop Cosy'],
      ['brass', 'Drop brass'],
      ['Desk lamps', 'Show only Desk lamps'],
    ])
  })

  test('also show for words that came before all of the overlay did', async () => {
    const overlay = openOverlay({ words: 'lamp' })
    ;({ unmount } = overlay)
    overlay.asked[0]?.answers.results(buildAnswer())
    await settle()
    expect(overlay.all('.chips')).toEqual([])
    overlay.asked[0]?.answers.order?.(order)
    expect(overlay.all('.chips .hint')).toHaveLength(2)
  })

  test('leave no empty row behind', async () => {
    const { typed, asked, all } = await open()
    await typed('lamp')
    asked[0]?.answers.results(buildAnswer({ hints: [] }))
    expect(all('.chips')).toEqual([])
  })
})

test('a tap beside the panel closes, a selection that ends there does not', async () => {
  const { find, host } = await open()
  const press = (selector: string) =>
    find(selector).dispatchEvent(new Event('pointerdown', { bubbles: true }))
  press('input')
  find('dialog').click()
  expect(host.close).not.toHaveBeenCalled()
  press('dialog')
  find('dialog').click()
  expect(host.close).toHaveBeenCalledTimes(1)
})

test('completions that come late leave the results where they are until the next key', async () => {
  answers['/v1/suggest'] = buildSuggestion(['lamp shade'])
  const overlay = openOverlay({ words: '' })
  ;({ unmount } = overlay)
  overlay.type('lamp')
  vi.advanceTimersByTime(DEBOUNCE_MS)
  overlay.asked[0]?.answers.results(buildAnswer())
  await settle()
  expect(overlay.all('.strip')).toEqual([])
  overlay.type('lamps')
  expect(overlay.all('.strip')).toHaveLength(1)
})

test('what comes late leaves the results alone until the next ones', async () => {
  const overlay = openOverlay({ words: 'lamp' })
  ;({ unmount } = overlay)
  const banners = [{ id: 'b', title: 'Free wrapping' }]
  overlay.asked[0]?.answers.results(buildAnswer({ banners }))
  await settle()
  expect(overlay.all('.banner')).toEqual([])
  overlay.type('lamps')
  await vi.advanceTimersByTimeAsync(DEBOUNCE_MS)
  overlay.asked[1]?.answers.results(buildAnswer({ banners }))
  expect(overlay.all('.banner').map((banner) => banner.textContent)).toEqual(['Free wrapping'])
})

test('a banner’s picture is sized and lazy, its links those a rule may have, and a broken picture goes', async () => {
  const { typed, asked, all, find } = await open()
  await typed('gift')
  const banners = [
    { id: 'a', title: 'A', text: 'more', link: '/gifts', image_link: '/gift.jpg' },
    { id: 'b', title: 'B', link: 'javascript:alert(1)', image_link: 'http://elsewhere.example/x.jpg' },
  ]
  asked[0]?.answers.results(buildAnswer({ banners }))
  expect(all('.banner').map((banner) => banner.getAttribute('href'))).toEqual([
    'https://shop.example/gifts',
    null,
  ])
  expect(all('.banner img')).toHaveLength(1)
  const picture = find('.banner img')
  expect(['width', 'height', 'loading', 'alt'].map((name) => picture.getAttribute(name))).toEqual([
    '96',
    '64',
    'lazy',
    '',
  ])
  picture.dispatchEvent(new Event('error'))
  expect(all('.banner img')).toEqual([])
})

describe('a redirect', () => {
  const redirect = { link: '/help' }

  test('is the first suggestion while typing, and followed on Enter', async () => {
    const { typed, asked, options, press, host } = await open()
    await typed('help')
    asked[0]?.answers.results(buildAnswer({ query: 'help', redirect }))
    expect(options()[0]).toBe('Go to the page for “help”')
    expect(host.follow).not.toHaveBeenCalled()
    press('Enter')
    expect(host.follow).toHaveBeenCalledExactlyOnceWith('https://shop.example/help')
  })

  test('is followed when the answer comes after Enter', async () => {
    const { type, asked, press, host } = await open()
    type('help')
    press('Enter')
    asked[0]?.answers.results(buildAnswer({ redirect }))
    expect(host.follow).toHaveBeenCalledExactlyOnceWith('https://shop.example/help')
  })

  test('is not followed when typing went on after Enter', async () => {
    const { typed, type, asked, press, host } = await open()
    type('help')
    press('Enter')
    await typed('help me')
    asked[1]?.answers.results(buildAnswer({ redirect }))
    expect(host.follow).not.toHaveBeenCalled()
  })

  test.each(['javascript:alert(1)', 'http://elsewhere.example/'])('never leads to %s', async (link) => {
    const { type, asked, press, host, all } = await open()
    type('help')
    press('Enter')
    asked[0]?.answers.results(buildAnswer({ redirect: { link } }))
    expect(host.follow).not.toHaveBeenCalled()
    expect(all('.strip .chip')).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TagsResponse } from '../../../../worker/contract/tags.ts'
import { DEBOUNCE_MS } from '../../../../widget/features/search/typing.ts'
import type { OverlayHost } from '../../../../widget/ports/overlay-host.ts'
import { buildAnswer } from '../../support/build-answer.ts'
import { buildSuggestion } from '../../support/build-suggestion.ts'
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

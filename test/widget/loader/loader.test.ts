import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConfigResponse } from '../../../worker/contract/shops.ts'
import { startLoader } from '../../../widget/loader/loader.ts'
import { snippet } from '../../../widget/loader/snippet.ts'
import type { FeatureChunk, Handover, Overlay } from '../../../widget/ports/handover.ts'
import { buildConfig } from '../support/build-config.ts'

let listening: AbortController

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  document.body.innerHTML =
    '<form role="search" action="/search"><input type="search" name="q"></form><a href="/search">Find</a><p>text</p>'
  // A loader listens for as long as its page lives; here a page lives for one test.
  listening = new AbortController()
  const listen = document.addEventListener.bind(document)
  vi.spyOn(document, 'addEventListener').mockImplementation((name, listener) =>
    listen(name, listener, { signal: listening.signal }),
  )
})
afterEach(() => {
  listening.abort()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

interface Settings {
  config?: Partial<ConfigResponse>
  status?: number
  chunkFails?: boolean
  data?: Record<string, string>
}

function load({ config = {}, status = 200, chunkFails = false, data = {} }: Settings = {}) {
  const fetched = vi.fn<(address: string) => Promise<Response>>(() =>
    Promise.resolve(Response.json(buildConfig(config), { status })),
  )
  vi.stubGlobal('fetch', fetched)
  const overlay = { open: vi.fn<Overlay['open']>(), close: vi.fn<() => void>() }
  const handed: Handover[] = []
  const chunk: FeatureChunk = {
    start: (handover) => {
      handed.push(handover)
      return Promise.resolve(overlay)
    },
  }
  const imported = vi.fn<(address: string) => Promise<FeatureChunk>>(() =>
    chunkFails ? Promise.reject<FeatureChunk>(new SyntaxError()) : Promise.resolve(chunk),
  )
  const script = document.createElement('script')
  script.src = 'https://edge.example/aisle.js'
  Object.assign(script.dataset, { shop: 'pk_1', ...data })
  const aisle = startLoader(script, { version: 'v1', search: ['/w/v1/search.js'] }, imported)
  return { aisle, fetched, imported, overlay, handed }
}

const field = (): HTMLInputElement => {
  const input = document.querySelector('input')
  if (!input) throw new Error('the page has no search field')
  return input
}
const fire = (name: string, target: EventTarget = field(), init: EventInit = {}) => {
  const event = new Event(name, { bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}
const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}
const settle = () => vi.advanceTimersByTimeAsync(10)

test('is one plain tag', () => {
  expect(snippet('https://edge.example', 'pk_1')).toBe(
    '<script async src="https://edge.example/aisle.js" data-shop="pk_1"></script>',
  )
})

describe('before anyone wants to search', () => {
  test('fetches nothing', async () => {
    const { fetched, imported } = load()
    fire('pointerover', document.body)
    fire('click', document.body)
    press('a')
    await settle()
    expect(fetched).not.toHaveBeenCalled()
    expect(imported).not.toHaveBeenCalled()
  })

  test('a pointer over the field brings the overlay near without showing it', async () => {
    const { fetched, imported, overlay } = load()
    fire('pointerover')
    await settle()
    expect(fetched).toHaveBeenCalledWith('https://edge.example/v1/config?key=pk_1', { credentials: 'omit' })
    expect(imported).toHaveBeenCalledWith('https://edge.example/w/v1/search.js')
    expect(overlay.open).not.toHaveBeenCalled()
  })
})

describe('a shopper who wants to search', () => {
  test('sees the overlay with the words typed so far', async () => {
    const { overlay } = load()
    field().focus()
    field().value = 'lam'
    fire('input')
    await settle()
    expect(overlay.open).toHaveBeenCalledTimes(1)
    expect(overlay.open).toHaveBeenCalledWith('lam', field())
  })

  test('keeps a syllable whole: the overlay waits for the end of composition', async () => {
    const { overlay } = load()
    fire('compositionstart')
    field().focus()
    await settle()
    expect(overlay.open).not.toHaveBeenCalled()
    field().value = '한'
    fire('compositionend')
    await settle()
    expect(overlay.open).toHaveBeenCalledWith('한', field())
  })

  test('who only tabs through the page is not stopped by a dialog until they type', async () => {
    const { overlay } = load()
    press('Tab')
    field().focus()
    await settle()
    expect(overlay.open).not.toHaveBeenCalled()
    press('l', {}, field())
    field().value = 'l'
    fire('input')
    await settle()
    expect(overlay.open).toHaveBeenCalledWith('l', field())
  })

  test('who has moved on is not called back', async () => {
    const { overlay } = load()
    field().focus()
    field().blur()
    await settle()
    expect(overlay.open).not.toHaveBeenCalled()
  })

  test('who has sent the shop’s own form is left to it', async () => {
    const { overlay } = load()
    field().focus()
    const submit = fire('submit', document.querySelector('form') ?? document.body)
    await settle()
    expect(submit.defaultPrevented).toBe(false)
    expect(overlay.open).not.toHaveBeenCalled()
  })

  test('finds a field that came into the page later', async () => {
    const { overlay } = load()
    document.body.innerHTML = '<input name="keyword">'
    field().focus()
    await settle()
    expect(overlay.open).toHaveBeenCalledWith('', field())
  })

  test('who closes the overlay gets the shop’s field back until they click it again', async () => {
    const { overlay } = load()
    field().focus()
    await settle()
    fire('focusin')
    fire('input')
    await settle()
    expect(overlay.open).toHaveBeenCalledTimes(1)
    fire('click')
    expect(overlay.open).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['/', {}],
    ['k', { metaKey: true }],
    ['k', { ctrlKey: true }],
  ])('can press %s %o anywhere', async (key, init) => {
    const { overlay } = load()
    press(key, init)
    await settle()
    expect(overlay.open).toHaveBeenCalledWith('', field())
  })

  test('can type a slash', () => {
    const { fetched } = load()
    expect(press('/', {}, field()).defaultPrevented).toBe(false)
    expect(fetched).not.toHaveBeenCalled()
  })

  test('follows a search link as ever until the overlay is there to take its place', async () => {
    const { overlay } = load()
    const link = document.querySelector('a') ?? document.body
    fire('pointerdown', link)
    expect(fire('click', link).defaultPrevented).toBe(false)
    await settle()
    expect(overlay.open).not.toHaveBeenCalled()
    expect(fire('click', link).defaultPrevented).toBe(true)
    expect(overlay.open).toHaveBeenCalledTimes(1)
  })

  test('may use a door of the shop’s own choosing', async () => {
    const { overlay } = load({ data: { search: 'p' } })
    fire('click', document.querySelector('p') ?? document.body)
    await settle()
    expect(overlay.open).toHaveBeenCalledTimes(1)
  })

  test('is not troubled by a mistyped selector', async () => {
    const { overlay } = load({ data: { search: '##' } })
    field().focus()
    await settle()
    expect(overlay.open).toHaveBeenCalledTimes(1)
  })
})

describe('window.Aisle', () => {
  test('opens with words even before anything is loaded', async () => {
    const { aisle, overlay } = load()
    aisle.open('lamp')
    await settle()
    expect(overlay.open).toHaveBeenCalledWith('lamp', field())
  })

  test('closed before it could open stays closed', async () => {
    const { aisle, overlay } = load()
    aisle.open('lamp')
    aisle.close()
    await settle()
    expect(overlay.open).not.toHaveBeenCalled()
  })

  test('tells listeners, goes on when one of them throws, and stops when asked', async () => {
    const { aisle, handed } = load()
    const heard = vi.fn<() => void>()
    aisle.on('close', () => {
      throw new Error('the page’s own mistake')
    })
    const stop = aisle.on('close', heard)
    aisle.open()
    await settle()
    handed[0]?.emit('close', {})
    stop()
    handed[0]?.emit('close', {})
    expect(heard).toHaveBeenCalledTimes(1)
  })

  test('passes on the tag’s language and market', async () => {
    const { aisle, fetched } = load({ data: { locale: 'ja', market: 'jp' } })
    aisle.open()
    await settle()
    expect(fetched.mock.calls[0]?.[0]).toBe('https://edge.example/v1/config?key=pk_1&locale=ja&market=jp')
  })
})

describe('stepping aside', () => {
  test.each<[string, Settings]>([
    ['the shop has switched it off', { config: { off: true } }],
    ['the visit is not among those that get it', { config: { ramp: 0 } }],
    ['the settings do not come', { status: 503 }],
    ['the script is cut short', { chunkFails: true }],
  ])('when %s', async (_when, settings) => {
    const { overlay, handed } = load(settings)
    field().focus()
    await settle()
    expect(handed).toHaveLength(0)
    expect(overlay.open).not.toHaveBeenCalled()
  })

  test('decides once for a visit whether it is in the ramp', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.3).mockReturnValue(0.9)
    for (const ramp of [50, 50]) {
      const { aisle, overlay } = load({ config: { ramp } })
      aisle.open()
      await settle()
      expect(overlay.open).toHaveBeenCalledTimes(1)
    }
  })

  test('after three failures it does not even try, on the next page either', async () => {
    const first = load({ status: 503 })
    for (let attempt = 0; attempt < 5; attempt++) {
      fire('click')
      await settle()
    }
    expect(first.fetched).toHaveBeenCalledTimes(3)
    const next = load()
    expect(press('/').defaultPrevented).toBe(false)
    await settle()
    expect(next.fetched).not.toHaveBeenCalled()
  })

  test('an overlay that comes too late does not come at all', async () => {
    const { overlay } = load()
    vi.stubGlobal(
      'fetch',
      () => new Promise((resolve) => setTimeout(() => resolve(Response.json(buildConfig())), 3500)),
    )
    field().focus()
    await vi.advanceTimersByTimeAsync(5000)
    expect(overlay.open).not.toHaveBeenCalled()
  })

  test('works where storage is forbidden, and still counts failures on this page', async () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {
        throw new Error('forbidden')
      },
    })
    const { fetched } = load({ status: 503 })
    for (let attempt = 0; attempt < 5; attempt++) {
      fire('click')
      await settle()
    }
    expect(fetched).toHaveBeenCalledTimes(3)
  })
})

import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createRouter, pages, readRoute, routeHref, type Router } from '../../admin/router.ts'
import { createShortcutReader, type KeyPress } from '../../admin/shortcuts.ts'

describe('an address', () => {
  it('survives being written and read again, whatever is searched for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
        fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined }),
        (page, item, q) => {
          const route = { page, ...(item === undefined ? {} : { item }), ...(q === undefined ? {} : { q }) }
          expect(readRoute(routeHref(route))).toEqual(route)
        },
      ),
    )
  })

  it.each(['', '#', '#/', '#/nowhere', '#main', '#//', '#/%E0%A4%A'])(
    '%j leads to the first page',
    (hash) => {
      expect(readRoute(hash)).toEqual({ page: 'catalogue' })
    },
  )

  it('stays on the page when the rest of it is broken', () => {
    expect(readRoute('#/catalogue/%E0%A4%A')).toEqual({ page: 'catalogue', item: '%E0%A4%A' })
  })
})

describe('the router', () => {
  let router: Router | undefined
  afterEach(() => {
    router?.dispose()
    location.hash = ''
  })

  it('follows a link and the way back', () => {
    router = createRouter(window)
    location.hash = '#/install'
    dispatchEvent(new Event('hashchange'))
    expect(router.route.value).toEqual({ page: 'install' })
  })

  it('goes places by itself, and stands in the address', () => {
    router = createRouter(window)
    router.go({ page: 'search', q: '비 오는 날' })
    expect(location.hash).toBe(routeHref({ page: 'search', q: '비 오는 날' }))
    expect(router.route.value.q).toBe('비 오는 날')
  })

  it('takes a step that Back will skip', () => {
    router = createRouter(window)
    router.go({ page: 'search' })
    const steps = history.length
    router.replace({ page: 'search', q: 'lamp' })
    expect(history.length).toBe(steps)
    expect(router.route.value).toEqual({ page: 'search', q: 'lamp' })
  })
})

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  target: document.body,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('shortcuts', () => {
  it('go to a page with g and a letter', () => {
    const read = createShortcutReader()
    expect(read(press('g'))).toBeNull()
    expect(read(press('i'))).toEqual({ kind: 'go', page: 'install' })
    expect(read(press('i'))).toBeNull()
  })

  it('forget the g after a while', () => {
    let now = 0
    const read = createShortcutReader(() => now)
    read(press('g'))
    now = 5000
    expect(read(press('s'))).toBeNull()
  })

  it('know a key by its place while a Hangul layout is on', () => {
    const read = createShortcutReader()
    read(press('ㅎ', { code: 'KeyG' }))
    expect(read(press('ㅊ', { code: 'KeyC' }))).toEqual({ kind: 'go', page: 'catalogue' })
  })

  it('find and help with one key', () => {
    const read = createShortcutReader()
    expect(read(press('/'))).toEqual({ kind: 'find' })
    expect(read(press('?'))).toEqual({ kind: 'help' })
  })

  it('keep out of what is being typed, but not of a switch', () => {
    const read = createShortcutReader()
    const field = document.createElement('input')
    field.type = 'text'
    const toggle = document.createElement('input')
    toggle.type = 'checkbox'
    expect(read(press('/', { target: field }))).toBeNull()
    expect(read(press('/', { target: document.createElement('textarea') }))).toBeNull()
    expect(read(press('/', { target: toggle }))).toEqual({ kind: 'find' })
  })

  it('leave the browser’s own alone', () => {
    const read = createShortcutReader()
    expect(read(press('/', { ctrlKey: true }))).toBeNull()
    expect(read(press('?', { metaKey: true }))).toBeNull()
    expect(read(press('/', { isComposing: true }))).toBeNull()
  })
})

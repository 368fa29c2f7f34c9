import { render } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from '../../admin/app.tsx'
import { answered, failed, type Answer } from '../../admin/api/answer.ts'
import { createClient } from '../../admin/api/client.ts'
import { createRouter } from '../../admin/router.ts'
import { createSession, problemOfKey, type KeyStore } from '../../admin/session.ts'
import type { SettingsResponse } from '../../worker/contract/shops.ts'
import { buildSettings, refused } from './support/build-answers.ts'
import { deferred, settled } from './support/deferred.ts'

const KEY = 'sk_abcdefghijkl_secret'

function memoryStore(): KeyStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

const forbidden: () => KeyStore = () => {
  throw new DOMException('denied', 'SecurityError')
}

/** A session whose server answers as told; the last client's `onUnauthorized` can be fired. */
function sessionWith(settings: () => Promise<Answer<SettingsResponse>>, store: () => KeyStore) {
  let expire: (() => void) | undefined
  const keys: string[] = []
  const session = createSession({
    store,
    clientFor: (options) => {
      keys.push(options.key)
      expire = options.onUnauthorized
      return { ...createClient(options), settings }
    },
  })
  return { session, keys, expire: () => expire?.() }
}

const welcome = () => Promise.resolve(answered(buildSettings()))

describe('what is wrong with a pasted key before anyone is asked', () => {
  it.each([
    ['', 'empty'],
    ['pk_abcdefghijkl_public', 'public_key'],
    ['hello', 'not_a_key'],
    ['sk_only', 'not_a_key'],
    ['op_token', 'not_a_key'],
  ])('%j is %s', (key, kind) => {
    expect(problemOfKey(key)?.kind).toBe(kind)
  })

  it('lets through what may be a key', () => {
    expect(problemOfKey(KEY)).toBeNull()
  })
})

describe('a session', () => {
  it('keeps a key that works in the store of the tab, trimmed', async () => {
    const store = memoryStore()
    const { session, keys } = sessionWith(welcome, () => store)
    await session.signIn(`  ${KEY}\n`)
    expect(session.state.value.kind).toBe('signed_in')
    expect(keys).toEqual([KEY])
    expect([...store.kept.values()]).toEqual([KEY])
  })

  it('asks nobody about what cannot be a key', async () => {
    const { session, keys } = sessionWith(welcome, memoryStore)
    await session.signIn('pk_abcdefghijkl_public')
    expect(session.state.value).toEqual({ kind: 'signed_out', why: { kind: 'public_key' } })
    expect(keys).toEqual([])
  })

  it('says that a key is wrong, and keeps nothing', async () => {
    const store = memoryStore()
    const { session } = sessionWith(
      () => Promise.resolve(refused('unauthorized', 401)),
      () => store,
    )
    await session.signIn(KEY)
    expect(session.state.value).toEqual({ kind: 'signed_out', why: { kind: 'wrong_key' } })
    expect(store.kept.size).toBe(0)
  })

  it('goes on after a reload', async () => {
    const store = memoryStore()
    await sessionWith(welcome, () => store).session.signIn(KEY)
    const { session } = sessionWith(welcome, () => store)
    await session.resume()
    expect(session.state.value.kind).toBe('signed_in')
  })

  it('keeps the key when the server is down, and takes it up again', async () => {
    const store = memoryStore()
    await sessionWith(welcome, () => store).session.signIn(KEY)
    let isUp = false
    const { session } = sessionWith(
      () => (isUp ? welcome() : Promise.resolve(failed({ kind: 'unreachable' }))),
      () => store,
    )
    await session.resume()
    expect(session.state.value).toMatchObject({ kind: 'signed_out', why: { kind: 'failed' } })
    isUp = true
    await session.signIn('')
    expect(session.state.value.kind).toBe('signed_in')
  })

  it('forgets the key on signing out', async () => {
    const store = memoryStore()
    const { session } = sessionWith(welcome, () => store)
    await session.signIn(KEY)
    session.signOut()
    expect(session.state.value).toEqual({ kind: 'signed_out' })
    expect(store.kept.size).toBe(0)
  })

  it('ends, and says why, when the key stops working', async () => {
    const store = memoryStore()
    const { session, expire } = sessionWith(welcome, () => store)
    await session.signIn(KEY)
    expire()
    expect(session.state.value).toEqual({ kind: 'signed_out', why: { kind: 'key_expired' } })
    expect(store.kept.size).toBe(0)
  })

  it('works where storage is forbidden', async () => {
    const { session } = sessionWith(welcome, forbidden)
    await session.resume()
    expect(session.state.value).toEqual({ kind: 'signed_out' })
    await session.signIn(KEY)
    expect(session.state.value.kind).toBe('signed_in')
  })

  it('drops the answer to a sign-in that was signed out of meanwhile', async () => {
    const store = memoryStore()
    const { promise, resolve } = deferred<Answer<SettingsResponse>>()
    const { session } = sessionWith(
      () => promise,
      () => store,
    )
    const signingIn = session.signIn(KEY)
    session.signOut()
    resolve(answered(buildSettings()))
    await signingIn
    expect(session.state.value).toEqual({ kind: 'signed_out' })
    expect(store.kept.size).toBe(0)
  })
})

describe('the sign-in form', () => {
  const root = document.createElement('div')
  const field = () => root.querySelector<HTMLInputElement>('#secret-key')
  const problem = () => root.querySelector('[role=alert]')
  afterEach(() => {
    render(null, root)
    root.remove()
  })

  async function show(settings: () => Promise<Answer<SettingsResponse>>) {
    document.body.append(root)
    const { session } = sessionWith(settings, memoryStore)
    render(<App session={session} router={createRouter(window)} />, root)
    await session.resume()
    await settled()
  }

  async function submit(key: string) {
    const input = field()
    if (input) input.value = key
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))
    await settled()
  }

  it('ties the error to the field and keeps what was pasted', async () => {
    await show(() => Promise.resolve(refused('unauthorized', 401)))
    await submit(KEY)
    expect(problem()?.textContent).toMatch(/No shop has this secret key/)
    expect(field()?.getAttribute('aria-invalid')).toBe('true')
    expect(field()?.getAttribute('aria-describedby')).toBe(problem()?.id)
    expect(field()?.value).toBe(KEY)
  })

  it('never puts the key into the address', async () => {
    await show(() => Promise.resolve(refused('unauthorized', 401)))
    await submit(KEY)
    expect(location.href).not.toContain('secret')
  })
})

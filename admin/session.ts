import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { SettingsResponse } from '../worker/contract/shops.ts'
import type { ApiFailure } from './api/answer.ts'
import { createClient, type Client } from './api/client.ts'

const STORAGE_KEY = 'aisle-secret-key'

/** The part of `Storage` that is used; any of it may throw where a browser forbids storage. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What stands between a visitor and the desk. */
export type SessionState =
  | { readonly kind: 'signed_out'; readonly why?: SignInProblem }
  | { readonly kind: 'checking' }
  | { readonly kind: 'signed_in'; readonly client: Client; readonly settings: SettingsResponse }

export type SignInProblem =
  | { readonly kind: 'empty' }
  /** A public key was pasted: right shop, wrong key. */
  | { readonly kind: 'public_key' }
  | { readonly kind: 'not_a_key' }
  | { readonly kind: 'wrong_key' }
  /** The key worked until now. */
  | { readonly kind: 'key_expired' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }

/** What is wrong with a pasted key before anyone is asked; null when it may be one. */
export function problemOfKey(key: string): SignInProblem | null {
  if (key === '') return { kind: 'empty' }
  if (key.startsWith('pk_')) return { kind: 'public_key' }
  return /^sk_[a-z0-9]+_[a-z0-9]+$/.test(key) ? null : { kind: 'not_a_key' }
}

export interface Session {
  readonly state: ReadonlySignal<SessionState>
  /** True until it is known whether the key this tab was left with still works. */
  readonly isResuming: ReadonlySignal<boolean>
  readonly signIn: (key: string) => Promise<void>
  readonly signOut: () => void
  /** Goes on with the key this tab was left with, if any. */
  readonly resume: () => Promise<void>
}

export interface SessionOptions {
  /** Of the tab, so that a reload stays signed in and closing it signs out. */
  readonly store: () => KeyStore
  readonly clientFor?: typeof createClient
}

export function createSession({ store, clientFor = createClient }: SessionOptions): Session {
  const state = signal<SessionState>({ kind: 'checking' })
  const isResuming = signal(true)
  /** Which sign-in is the latest: an answer to an earlier one is no longer wanted. */
  let attempt = 0

  function remember(key: string | null): void {
    try {
      if (key === null) store().removeItem(STORAGE_KEY)
      else store().setItem(STORAGE_KEY, key)
    } catch {
      // Without storage the session lasts until the page is left.
    }
  }

  function remembered(): string | null {
    try {
      return store().getItem(STORAGE_KEY)
    } catch {
      return null
    }
  }

  function leave(why?: SignInProblem): void {
    attempt += 1
    remember(null)
    state.value = { kind: 'signed_out', ...(why === undefined ? {} : { why }) }
  }

  async function enter(key: string): Promise<void> {
    attempt += 1
    const mine = attempt
    state.value = { kind: 'checking' }
    const client = clientFor({
      key,
      onUnauthorized() {
        if (mine === attempt && state.value.kind === 'signed_in') leave({ kind: 'key_expired' })
      },
    })
    const settings = await client.settings()
    if (mine !== attempt) return
    if (settings.ok) {
      remember(key)
      state.value = { kind: 'signed_in', client, settings: settings.value }
      return
    }
    const { failure } = settings
    if (failure.kind === 'refused' && failure.code === 'unauthorized') leave({ kind: 'wrong_key' })
    // A server that is down says nothing about the key: it stays for the next try.
    else state.value = { kind: 'signed_out', why: { kind: 'failed', failure } }
  }

  return {
    state: computed(() => state.value),
    isResuming: computed(() => isResuming.value),
    async signIn(pasted) {
      // With nothing pasted, a key that could not be checked for want of an answer is tried again.
      const key = pasted.trim() || (remembered() ?? '')
      const problem = problemOfKey(key)
      if (problem) leave(problem)
      else await enter(key)
    },
    signOut: () => leave(),
    async resume() {
      const key = remembered()
      if (key === null) leave()
      else await enter(key)
      isResuming.value = false
    },
  }
}

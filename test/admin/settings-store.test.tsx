import { describe, expect, it } from 'vitest'
import { answered, type Answer } from '../../admin/api/answer.ts'
import { changeSettings } from '../../admin/pages/install/change-settings.ts'
import { readOrigin } from '../../admin/pages/install/read-origin.ts'
import { createSettingsStore } from '../../admin/settings-store.ts'
import { createNotices } from '../../admin/ui/notices.ts'
import type { SettingsPatch, SettingsResponse } from '../../worker/contract/shops.ts'
import { buildSettings, refused } from './support/build-answers.ts'
import { deferred, settled } from './support/deferred.ts'

/** A store whose server answers when the test says so; `sent` is what it has been asked. */
function storeOf(first = buildSettings()) {
  const sent: SettingsPatch[] = []
  const waiting: ((answer: Answer<SettingsResponse>) => void)[] = []
  const store = createSettingsStore(
    {
      changeSettings: (patch) => {
        sent.push(patch)
        const { promise, resolve } = deferred<Answer<SettingsResponse>>()
        waiting.push(resolve)
        return promise
      },
    },
    first,
  )
  const answer = async (with_: Answer<SettingsResponse>) => {
    await settled()
    waiting.shift()?.(with_)
    await settled()
  }
  return { store, sent, answer }
}

describe('changing settings', () => {
  it('shows a change before the server knows it', () => {
    const { store } = storeOf()
    void store.change({ ramp: 30 })
    expect(store.settings.value.ramp).toBe(30)
  })

  it('takes a refused change back, and keeps a later one', async () => {
    const { store, answer } = storeOf()
    void store.change({ ramp: 30 })
    void store.change({ off: true })
    await answer(refused('bad_request', 400))
    expect(store.settings.value).toMatchObject({ ramp: 100, off: true })
  })

  it('sends one change after the other, in the order they were made', async () => {
    const { store, sent, answer } = storeOf()
    void store.change({ ramp: 30 })
    void store.change({ ramp: 60 })
    await settled()
    expect(sent).toEqual([{ ramp: 30 }])
    await answer(answered(buildSettings({ ramp: 30 })))
    expect(store.settings.value.ramp).toBe(60)
    expect(sent).toEqual([{ ramp: 30 }, { ramp: 60 }])
  })

  it('takes over what else the server says', async () => {
    const { store, answer } = storeOf()
    void store.change({ ramp: 30 })
    await answer(answered(buildSettings({ ramp: 30, name: 'Renamed elsewhere' })))
    expect(store.settings.value.name).toBe('Renamed elsewhere')
  })

  it('says that it is done with a way back, which sends what was before', async () => {
    const { store, sent, answer } = storeOf()
    const notices = createNotices()
    void changeSettings({ settings: store, notices }, { off: true }, { done: 'Off.', undo: { off: false } })
    await answer(answered(buildSettings({ off: true })))
    expect(notices.notice.value).toMatchObject({ tone: 'done', text: 'Off.' })
    notices.notice.value?.undo?.()
    await settled()
    expect(sent).toEqual([{ off: true }, { off: false }])
    expect(store.settings.value.off).toBe(false)
  })

  it('says why a change was not saved, without a way back', async () => {
    const { store, answer } = storeOf()
    const notices = createNotices()
    void changeSettings({ settings: store, notices }, { off: true }, { done: 'Off.', undo: { off: false } })
    await answer(refused('unavailable', 503))
    expect(notices.notice.value?.tone).toBe('bad')
    expect(notices.notice.value?.undo).toBeUndefined()
    expect(store.settings.value.off).toBe(false)
  })
})

describe('the address of a shop', () => {
  it.each([
    ['shop.example', 'https://shop.example'],
    ['  HTTPS://Shop.Example/home?x=1#top ', 'https://shop.example'],
    ['http://localhost:8788/ko/', 'http://localhost:8788'],
    ['https://shop.example:443', 'https://shop.example'],
    ['https://한국.example', 'https://xn--3e0b707e.example'],
  ])('%j is the origin %s', (typed, origin) => {
    expect(readOrigin(typed)).toBe(origin)
  })

  it.each(['', 'my shop', 'shop', 'ftp://shop.example', 'javascript:alert(1)', 'https://', '/home'])(
    '%j is none',
    (typed) => {
      expect(readOrigin(typed)).toBeNull()
    },
  )
})

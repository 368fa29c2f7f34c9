import { expect, test } from 'vitest'
import { settingsPatch, type SettingsPatch } from '../../../worker/contract/shops.ts'
import { changeSettings } from '../../../worker/shops/change-settings.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'

const settings = defaultSettings({
  name: 'Shop',
  locale: 'ko',
  currency: 'KRW',
  origins: ['https://a.example', 'https://b.example'],
})

test('an empty patch changes nothing', () => {
  expect(changeSettings(settings, {})).toEqual(settings)
})

test('a group keeps what the patch does not name', () => {
  const changed = changeSettings(settings, { limits: { address_burst: 7 }, search: { sold_out: 'mixed' } })
  expect(changed).toEqual({
    ...settings,
    limits: { ...settings.limits, address_burst: 7 },
    search: { ...settings.search, sold_out: 'mixed' },
  })
})

test('lists, themes and texts are replaced whole', () => {
  const themed = changeSettings(settings, { theme: { accent: '#112233', radius: 4 } })
  const changed = changeSettings(themed, { theme: { accent: '#445566' }, origins: [] })
  expect(changed.theme).toEqual({ accent: '#445566' })
  expect(changed.origins).toEqual([])
})

test('what the patch leaves undefined stays', () => {
  const parsed: SettingsPatch = settingsPatch.parse({
    name: undefined,
    models: { rerank: undefined },
    off: true,
  })
  expect(changeSettings(settings, parsed)).toEqual({ ...settings, off: true })
})

test('the settings given are not touched', () => {
  const before = structuredClone(settings)
  changeSettings(settings, { models: { rerank: false }, origins: [] })
  expect(settings).toEqual(before)
})

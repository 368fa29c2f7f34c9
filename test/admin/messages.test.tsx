import { afterEach, describe, expect, it } from 'vitest'
import { formatBytes, formatShare } from '../../admin/messages/format.ts'
import { messages as en } from '../../admin/messages/en.ts'
import { messages as ko } from '../../admin/messages/ko.ts'
import { language, texts } from '../../admin/messages/language.ts'
import { startPreferences, theme } from '../../admin/preferences.ts'
import { errorCodes } from '../../worker/contract/vocabulary.ts'

afterEach(() => {
  localStorage.clear()
  language.value = 'en'
  theme.value = 'system'
})

/** Every plain text of a language, with the way to it. */
const plainTexts = (group: object, path = ''): [string, string][] =>
  Object.entries(group).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${name}`, value]]
    return typeof value === 'object' && value !== null ? plainTexts(value, `${path}${name}.`) : []
  })

describe('the texts of the panel', () => {
  it('are Korean in Korean, but for addresses', () => {
    const foreign = plainTexts(ko).filter(([, text]) => !/[가-힣]/.test(text) && !text.startsWith('https://'))
    expect(foreign).toEqual([])
  })

  it('never raise their voice', () => {
    expect([...plainTexts(en), ...plainTexts(ko)].filter(([, text]) => /!|AI-powered/.test(text))).toEqual([])
  })

  it('have a Korean sentence for every error the server can give', () => {
    for (const code of errorCodes) {
      const text = ko.failure({ kind: 'refused', code, status: 400, message: 'English.', requestId: 'r' })
      expect(text).toMatch(/[가-힣].*요\.$/)
    }
  })

  it('count one thing as one', () => {
    expect(en.catalogue.title(1)).toBe('1 product is live')
    expect(en.catalogue.title(1200)).toBe('1,200 products are live')
    expect(ko.catalogue.title(1200)).toContain('1,200개')
  })
})

describe('numbers', () => {
  it('call a part of the whole less than all of it', () => {
    expect(formatShare(0.999)).toBe('99%')
    expect(formatShare(1)).toBe('100%')
  })

  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1536, '1.5 KB'],
    [104_857_600, '100 MB'],
  ])('say %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('language and appearance', () => {
  it('are remembered, and stand on the page', () => {
    const stop = startPreferences()
    language.value = 'ko'
    theme.value = 'dark'
    expect(document.documentElement.lang).toBe('ko')
    expect(document.documentElement.dataset['theme']).toBe('dark')
    stop()
    language.value = 'en'
    theme.value = 'system'
    startPreferences()()
    expect(texts.value).toBe(ko)
    expect(theme.value).toBe('dark')
  })

  it('pay no heed to a remembered choice that does not exist', () => {
    localStorage.setItem('aisle-admin-language', 'toString')
    localStorage.setItem('aisle-admin-theme', 'toString')
    startPreferences()()
    expect(['ko', 'en']).toContain(language.value)
    expect(theme.value).toBe('system')
  })
})

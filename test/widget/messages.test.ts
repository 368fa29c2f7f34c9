import { expect, test } from 'vitest'
import { messages as en } from '../../widget/messages/en.ts'
import { fill } from '../../widget/messages/fill.ts'
import { messages as ja } from '../../widget/messages/ja.ts'
import { messages as ko } from '../../widget/messages/ko.ts'
import { laterMessages } from '../../widget/features/search/later/messages.ts'
import { loadMessages } from '../../widget/messages/load-messages.ts'

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()

test.each([
  ['ko', ko],
  ['ja', ja],
])('%s fills the same places as English in every text', (_language, texts) => {
  expect(Object.entries(texts).map(([name, text]) => [name, places(text)])).toEqual(
    Object.entries(en).map(([name, text]) => [name, places(text)]),
  )
})

test.each(['ko', 'ja'] as const)('and so does the second chunk in %s', (language) => {
  const { en: own } = laterMessages
  expect(Object.entries(laterMessages[language]).map(([name, text]) => [name, places(text)])).toEqual(
    Object.entries(own).map(([name, text]) => [name, places(text)]),
  )
})

test('a shop’s own wording wins, text by text', async () => {
  const texts = await loadMessages('ko', { placeholder: '무엇이든 물어보세요' })
  expect(texts.placeholder).toBe('무엇이든 물어보세요')
  expect(texts.close).toBe(ko.close)
})

test('fills every place, and leaves one it has no value for to be seen', () => {
  expect(fill('{n} of {n} in {place}', { n: 3 })).toBe('3 of 3 in {place}')
})

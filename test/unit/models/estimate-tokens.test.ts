import { expect, test } from 'vitest'
import { estimatePrompt, estimateTokens } from '../../../worker/models/estimate-tokens.ts'

test('tokens are estimated on the high side, Korean and Japanese by the character', () => {
  expect(estimateTokens('A waterproof boot for rainy days, size forty.')).toBeGreaterThanOrEqual(10)
  expect(estimateTokens('비 오는 날 신을 방수 장화')).toBeGreaterThanOrEqual(11)
  expect(estimateTokens('雨の日に履く防水ブーツ')).toBeGreaterThanOrEqual(11)
  expect(estimateTokens('')).toBe(0)
})

test('a prompt counts its wrapping', () => {
  expect(estimatePrompt(['', ''])).toBeGreaterThan(0)
  expect(estimatePrompt(['word'])).toBeGreaterThan(estimateTokens('word'))
})

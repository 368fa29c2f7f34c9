import { expect, test } from 'vitest'
import { titleRun } from '../../../../worker/search/rank/title-run.ts'
import { buildCandidate } from './candidates.ts'

const holds = (query: string, title: string) => titleRun(query)?.(buildCandidate({ title })) ?? null

test('finds the whole query as a run of a title, whatever stands between its words', () => {
  expect(holds('brass lamp', 'small brass lamp no 3')).toBe(true)
  expect(holds('brass-lamp', '[brass] lamp')).toBe(true)
  expect(holds('리넨 원턱', '여름 리넨 원턱 슬랙스')).toBe(true)
})

test('asks for neighbours in order and for whole words', () => {
  expect(holds('brass lamp', 'lamp of brass')).toBe(false)
  expect(holds('brass lamp', 'brass lampshade')).toBe(false)
  expect(holds('brass lamp', 'brass floor lamp')).toBe(false)
})

test('has nothing to say about a single word', () => {
  expect(titleRun('lamp')).toBeNull()
  expect(titleRun('  !! ')).toBeNull()
})

test('reads the title only, not the statements after it', () => {
  const candidate = buildCandidate({ title: 'lamp', facts: ['finish=brass lamp'] })
  expect(titleRun('brass lamp')?.(candidate)).toBe(false)
})

import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { areRelated, modelFamilies } from '../../../../worker/models/leaderboard/model-family.ts'
import { judgedQueries } from '../../../../worker/models/leaderboard/judged-queries.ts'
import { judgeComparison, type Compared } from '../../../../worker/models/leaderboard/verdict.ts'

describe('families', () => {
  test.each([
    ['gpt-4.1-mini', ['gpt']],
    ['openai/gpt-oss-120b', ['gpt']],
    ['o3-mini', ['gpt']],
    ['claude-sonnet-4-5', ['claude']],
    ['solar-pro3-250101', ['solar']],
    ['upstage/SOLAR-10.7B', ['solar']],
    ['gemma3:12b', ['gemini']],
    ['models/gemini-2.5-flash', ['gemini']],
    ['@cf/meta/llama-3.3-70b-instruct-fp8-fast', ['llama']],
    ['ollama/mixtral:8x7b', ['mistral']],
    ['Qwen/QwQ-32B', ['qwen']],
    ['deepseek-r1-distill-qwen-32b', ['qwen', 'deepseek']],
    ['LGAI-EXAONE/EXAONE-4.0-32B', ['exaone']],
    ['HCX-007', ['hyperclova']],
    ['house-model-7', ['house']],
    ['7b', ['b']],
    ['4711', ['4711']],
    ['someone/', ['someone']],
  ])('%s', (name, families) => {
    expect(modelFamilies(name)).toEqual(families)
  })

  test.each([
    ['gpt-5', 'GPT', true],
    ['gpt-5', 'claude', false],
    ['deepseek-r1-distill-llama-8b', 'llama', true],
    ['solar-mini', 'Solar Pro', true],
    ['ollama/gemma3', 'llama-3', false],
    ['house-1', 'house-2', true],
    ['house-1', 'home-1', false],
    ['proto3-large', 'gpt', false],
  ])('%s and %s: %s', (left, right, related) => {
    expect(areRelated(left, right)).toBe(related)
  })

  it('are told of any name, and every name is of its own family', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(modelFamilies(left).length).toBeGreaterThan(0)
        expect(areRelated(left, left)).toBe(true)
        expect(areRelated(left, right)).toBe(areRelated(right, left))
      }),
    )
  })
})

const clear: Compared = {
  n: 30,
  interval: { low: 0.01, high: 0.1 },
  isWhole: true,
  ranker: ['solar-pro3'],
  graders: [],
}

describe('the verdict', () => {
  test.each<[string, Partial<Compared>, string]>([
    ['clears zero', {}, 'better'],
    ['on 29 queries', { n: 29 }, 'not_told'],
    ['before the end', { isWhole: false }, 'not_told'],
    ['touches zero', { interval: { low: 0, high: 0.1 } }, 'not_told'],
    ['holds zero', { interval: { low: -0.1, high: 0.1 } }, 'not_told'],
    ['below zero', { interval: { low: -0.1, high: -0.01 } }, 'worse'],
    ['below zero on few', { n: 29, interval: { low: -0.1, high: -0.01 } }, 'not_told'],
    ['ends at zero', { interval: { low: -0.1, high: 0 } }, 'not_told'],
    ['without scores', { n: 0, interval: null }, 'not_told'],
    ['graded by another', { graders: ['gpt-5', 'claude'] }, 'better'],
    ['graded by a relative', { graders: ['gpt-5', 'Solar'] }, 'same_family'],
    ['a relative by what it calls itself', { ranker: ['ours', 'gpt-4o'], graders: ['gpt-5'] }, 'same_family'],
    ['worse, whoever graded', { graders: ['solar'], interval: { low: -0.1, high: -0.01 } }, 'worse'],
  ])('%s', (_, change, verdict) => {
    expect(judgeComparison({ ...clear, ...change })).toBe(verdict)
  })

  it('is never better when a relative graded, whatever the figures', () => {
    const number = fc.double({ noNaN: true, min: -1, max: 1 })
    fc.assert(
      fc.property(fc.nat(500), number, number, fc.boolean(), (n, low, high, isWhole) => {
        const verdict = judgeComparison({
          n,
          interval: { low, high },
          isWhole,
          ranker: ['solar-mini'],
          graders: ['claude', 'solar'],
        })
        expect(verdict).not.toBe('better')
      }),
    )
  })
})

describe('judged queries', () => {
  const graded = (query: string, grade: number, product = 'p') => ({
    query,
    product,
    grade,
    by: 'hand' as const,
  })

  it('are those with a product of any good, in the order of the list', () => {
    const grades = [graded('b', 0), graded('a', 1), graded('b', 2, 'q'), graded('c', 0)]
    expect(judgedQueries(grades, 10).map(({ query, grades: of }) => [query, of.length])).toEqual([
      ['b', 2],
      ['a', 1],
    ])
  })

  it('are taken evenly from a list that is too long', () => {
    const grades = Array.from({ length: 10 }, (_, index) => graded(`q${index}`, 1))
    expect(judgedQueries(grades, 4).map(({ query }) => query)).toEqual(['q0', 'q2', 'q5', 'q7'])
  })
})

import { describe, expect, test } from 'vitest'
import type { Wish, WishEffect } from '../../../../worker/ports/understanding.ts'
import { judgeWishes } from '../../../../worker/search/rank/apply-wishes.ts'
import { buildCandidate } from './candidates.ts'

const wish = (effect: WishEffect): Wish => ({
  id: effect.type,
  kind: 'exclude',
  label: '',
  hard: true,
  span: { start: 0, end: 1 },
  effect,
})

const judge = (effect: WishEffect, stated: readonly string[]) =>
  judgeWishes(
    [wish(effect)],
    stated.map((text, row) => buildCandidate({ id: `p-${row}`, title: 'soap', stated: `|soap|${text}|` })),
  ).flatMap(({ verdicts }) => verdicts)

describe('an exclusion', () => {
  const noFragrance: WishEffect = {
    type: 'exclude',
    words: ['향', 'fragrance'],
    satisfiedBy: ['무향', 'unscented', 'fragrance free'],
  }

  test.each([
    ['장미 향', 'violates'],
    ['fragrance rose', 'violates'],
    ['무향', 'meets'],
    ['향 무향', 'meets'],
    ['fragrance unscented', 'meets'],
    ['fragrance-free', 'meets'],
    ['무향|장미 향', 'violates'],
    ['무향 비누와 장미 향 비누', 'violates'],
    ['순한', 'unknown'],
  ])('judges %s: %s', (stated, verdict) => {
    expect(judge(noFragrance, [stated])).toEqual([verdict])
  })

  test('does not count an option that can be avoided by choosing another', () => {
    const [judged] = judgeWishes(
      [wish({ type: 'exclude', words: ['black'], satisfiedBy: [] })],
      [
        buildCandidate({ title: 'bag', facts: ['color=black', 'color=white'], stated: '|bag|black|white|' }),
        buildCandidate({ title: 'bag', facts: ['color=black'], stated: '|bag|black|' }),
      ],
    )
    expect(judged?.verdicts).toEqual(['unknown', 'violates'])
  })
})

test('a budget keeps both its ends, and judges no unknown price', () => {
  const prices = [9, 10, 20, 21, null]
  const [judged] = judgeWishes(
    [wish({ type: 'price', min: 10, max: 20 })],
    prices.map((price) => buildCandidate({ price })),
  )
  expect(judged?.verdicts).toEqual(['violates', 'meets', 'meets', 'violates', 'unknown'])
  expect(judged?.removes).toBe(true)
})

describe('a colour removes other colours', () => {
  const red: WishEffect = { type: 'color', family: 'red', values: ['red', '빨강'] }
  const colours = (list: readonly string[]) =>
    judgeWishes(
      [wish(red)],
      list.map((colour) => buildCandidate(colour === '' ? {} : { facts: [`color=${colour}`] })),
    )[0]?.removes

  test('where most products state theirs', () => {
    expect(colours(['red', 'blue', 'blue', ''])).toBe(true)
  })

  test('not where most say nothing', () => {
    expect(colours(['red', 'blue', '', '', ''])).toBe(false)
  })

  test('not where nothing has it: then it would empty the list', () => {
    expect(colours(['blue', 'green', 'blue'])).toBe(false)
  })
})

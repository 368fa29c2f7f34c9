import { describe, expect, it } from 'vitest'
import { judgeReplace } from '../../../worker/catalogue/judge-replace.ts'

const calm = { before: 100, after: 100, removed: 0, zeroPriced: 0, priceJumps: 0 }

describe('judgeReplace', () => {
  it('lets changes up to the limits go live', () => {
    expect(judgeReplace({ ...calm, removed: 20, zeroPriced: 5, priceJumps: 20 })).toBeNull()
  })

  it('never holds the first catalogue of a shop', () => {
    expect(judgeReplace({ ...calm, before: 0, zeroPriced: 100 })).toBeNull()
  })

  it.each([
    [{ removed: 21 }, /21 of 100 products \(21 %\) would be removed/],
    [{ zeroPriced: 6 }, /lose their price/],
    [{ priceJumps: 21 }, /fivefold/],
    [{ after: 0, removed: 100 }, /empty/],
  ])('holds %j and says why', (change, sentence) => {
    expect(judgeReplace({ ...calm, ...change })).toMatch(sentence)
  })
})

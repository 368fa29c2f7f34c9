import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimRules, claimsJudge, holdsClaim, judgeClaim } from '../../../worker/claims/judge-claim.ts'
import { phrasePattern } from '../../../worker/claims/phrase-pattern.ts'
import { claimSources } from '../../../worker/claims/rule.ts'
import { claimRuleIds } from '../../../worker/contract/claims.ts'
import { fold } from '../../../worker/search/text/fold.ts'
import { claimCases, goods } from './claim-cases.ts'

const judged = (text: string, of: keyof typeof goods, source: (typeof claimSources)[number]) =>
  judgeClaim({ text, product: goods[of], source })

describe('a claim', () => {
  it.each(claimCases)('%s, of %s, by %s: %s', (text, of, source, because) => {
    const verdict = judged(text, of, source)
    expect(verdict.display ? null : verdict.because).toBe(because)
  })

  it('names the law of the language it is made in', () => {
    expect(judged('당뇨 예방', 'food', 'model')).toMatchObject({ law: '식품표시광고법 제8조' })
    expect(judged('prevents diabetes', 'food', 'model')).toMatchObject({
      law: '21 CFR 101.93 · EU 1169/2011 Art. 7',
    })
    expect(judged('糖尿病予防', 'food', 'model')).toMatchObject({ law: '健康増進法 第65条 · 薬機法 第68条' })
  })

  it('is proven by what the merchant states of the same thing, in any language, and of no other', () => {
    const product = { category: ['식품'], title: '현미 스낵', states: '|당류: 저당|' }
    expect(judgeClaim({ text: 'Low sugar', product, source: 'rule' }).display).toBe(true)
    expect(judgeClaim({ text: 'Low salt', product, source: 'rule' }).display).toBe(false)
    expect(judgeClaim({ text: '저당 고단백', product, source: 'model' }).display).toBe(false)
  })

  it('is never proven where nothing could prove it', () => {
    const product = { category: ['뷰티'], title: '탈모 치료 세럼' }
    expect(judgeClaim({ text: '탈모', product, source: 'rule' }).display).toBe(false)
  })
})

describe('the rules', () => {
  const languages = ['ko', 'en', 'ja'] as const
  const folded = claimCases.map(([text, , , because]) => ({ text: fold(text), because }))

  it('are the ones the contract names, each once', () => {
    expect(claimRules.map(({ id }) => id).toSorted()).toEqual(claimRuleIds.toSorted())
  })

  it.each(claimRules.filter(({ lists }) => lists.length > 0).map((rule) => [rule.id, rule] as const))(
    '%s speak three languages, each with its law and an example',
    (id, { lists }) => {
      expect(lists.map(({ language }) => language)).toEqual(languages)
      for (const list of lists) {
        expect(list.law).not.toBe('')
        const pattern = new RegExp(phrasePattern(list), 'u')
        const examples = folded.filter(({ text, because }) => because === id && pattern.test(text))
        // Personal data looks the same in all languages: one list has most of it.
        expect(examples).not.toEqual([])
      }
    },
  )

  it.each(claimRules.filter(({ needs }) => needs === 'proof').map((rule) => [rule.id, rule] as const))(
    '%s needs proof and lists the same topics in all languages',
    (_, { lists }) => {
      expect(new Set(lists.map(({ phrases }) => phrases.length)).size).toBe(1)
    },
  )

  it('repeat nothing without a bound', () => {
    const unbounded = /(?<!\\)[*+]|\{\d+,\}/
    const sources = claimRules.flatMap(({ lists }) => lists.map(phrasePattern))
    expect(sources.filter((source) => unbounded.test(source.replaceAll(/\[[^\]]*\]/g, '[]')))).toEqual([])
  })
})

describe('the judge', () => {
  it('says of one product what it says of each text alone', () => {
    for (const [text, of, source] of claimCases) {
      const judge = claimsJudge(goods[of])
      judge('치료', 'model')
      expect(judge(text, source)).toEqual(judged(text, of, source))
    }
  })

  it('never holds back what holds no claim of that source', () => {
    const blocked = claimCases.filter(([, , , because]) => because !== null && because !== 'testimonial')
    expect(blocked.filter(([text, , source]) => !holdsClaim(text, source))).toEqual([])
  })

  it('takes any text in time that grows with its length only', () => {
    const piece = fc.constantFrom(
      '통증 ',
      '치료',
      'treat',
      '0'.repeat(30),
      'a-',
      '.',
      '혈액순환을 ',
      'がん',
      '@',
      ' ',
    )
    const text = fc.array(piece, { minLength: 500, maxLength: 2_000 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom(...claimSources), (text, source) => {
        const startedAt = performance.now()
        judged(text, 'cosmetic', source)
        expect(performance.now() - startedAt).toBeLessThan(400)
      }),
      { numRuns: 40 },
    )
  })
})

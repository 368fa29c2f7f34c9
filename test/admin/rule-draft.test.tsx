import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyAction,
  emptyCondition,
  emptyRule,
  localTime,
  readRule,
  type ActionDraft,
  type ConditionDraft,
  type RuleDraft,
} from '../../admin/pages/tuning/rule-draft.ts'
import type { Rule } from '../../worker/contract/tuning.ts'
import { rulesRequest } from '../../worker/contract/tuning.ts'
import { buildRule } from './support/build-answers.ts'

const problemsOf = (draft: RuleDraft) =>
  readRule(draft).problems.map(({ field, kind }) => `${field}: ${kind}`)

const draftWith = (action: Partial<ActionDraft>, rest: Partial<RuleDraft> = {}): RuleDraft => ({
  ...emptyRule('r', 'lamp'),
  name: 'a rule',
  actions: [{ ...emptyAction(action.do ?? 'pin', 'k'), ...action }],
  ...rest,
})
const condition = (parts: Partial<ConditionDraft>): ConditionDraft => ({
  ...emptyCondition(parts.kind),
  ...parts,
})

describe('the form of a rule', () => {
  const rules: Rule[] = [
    buildRule({ then: [{ do: 'pin', product: 'A-1', position: 3, even_sold_out: true }] }),
    buildRule({
      when: {
        query: { match: 'contains', words: ['여름 원피스', 'dress'] },
        category: 'Home > Light',
        market: 'kr',
      },
      then: [
        {
          do: 'boost',
          by: 2.5,
          where: {
            products: ['a', 'b'],
            category: ['Home'],
            brand: ['B'],
            attributes: [{ name: 'Shade', values: ['Linen', 'Glass'] }],
            availability: ['out_of_stock'],
            price: { min: 5 },
            margin: { min: -10, max: 40 },
            rating: { max: 3 },
            newer_than_days: 30,
            older_than_days: 3,
          },
        },
        { do: 'bury', by: 4, where: { brand: ['C'] } },
        { do: 'hide', where: { products: ['c'] } },
        { do: 'redirect', link: '/sale?x=1' },
        { do: 'banner', title: 'Hello', text: 'You', link: 'https://a.example/', image_link: '/b.png' },
      ],
    }),
    buildRule({ enabled: false, when: { browsing: true } }),
    buildRule({ when: { query: { match: 'any', words: [] } } }),
    buildRule({ when: {} }),
  ]

  it.each(rules)('gives back the rule it was filled with: $when', (rule) => {
    const { rule: read, problems } = readRule(draftOf(rule))
    expect(problems).toEqual([])
    expect(read).toEqual(rule)
    expect(rulesRequest.safeParse({ rules: [read] }).success).toBe(true)
  })

  it('keeps times to the minute', () => {
    const from = '2026-11-02T00:30:00.000Z'
    const { rule } = readRule(draftOf(buildRule({ when: { from, to: '2026-11-03' } })))
    expect(rule.when.from).toBe(from)
    expect(new Date(rule.when.to ?? '').getHours()).toBe(23)
    expect(localTime('2026-11-03', false)).toBe('2026-11-03T00:00')
  })

  it.each<[string, RuleDraft, string[]]>([
    ['a name', draftWith({ product: 'x' }, { name: '  ' }), ['name: name']],
    ['words', draftWith({ product: 'x' }, { words: ' , ' }), ['words: words']],
    ['letters', draftWith({ product: 'x' }, { words: 'lamp, ??' }), ['words: phrase']],
    ['no words where any will do', draftWith({ product: 'x' }, { words: '', match: 'any' }), []],
    [
      'an end after the beginning',
      draftWith({ product: 'x' }, { from: '2026-11-02T10:00', to: '2026-11-02T09:59' }),
      ['to: dates'],
    ],
    ['something to do', draftWith({}, { actions: [] }), ['actions: actions']],
    [
      'a product and a place',
      draftWith({ product: '', position: '0' }),
      ['actions.0.product: product', 'actions.0.position: position'],
    ],
    ['a whole place', draftWith({ product: 'x', position: '1.5' }), ['actions.0.position: position']],
    [
      'a strength and a condition',
      draftWith({ do: 'boost', by: '11', where: [] }),
      ['actions.0.by: by', 'actions.0.where: where'],
    ],
    ['values', draftWith({ do: 'hide', where: [condition({ values: ' ' })] }), ['actions.0.where.0: values']],
    [
      'an attribute’s name',
      draftWith({ do: 'hide', where: [condition({ kind: 'attribute', values: 'x' })] }),
      ['actions.0.where.0.name: attributeName'],
    ],
    [
      'numbers in order',
      draftWith({ do: 'hide', where: [condition({ kind: 'price', min: '9', max: '3' })] }),
      ['actions.0.where.0: range'],
    ],
    [
      'numbers at all',
      draftWith({ do: 'hide', where: [condition({ kind: 'margin', min: 'much' })] }),
      ['actions.0.where.0: range'],
    ],
    [
      'days',
      draftWith({ do: 'hide', where: [condition({ kind: 'newer_than_days', values: '1.5' })] }),
      ['actions.0.where.0: days'],
    ],
    ['an address', draftWith({ do: 'redirect', link: 'javascript:alert(1)' }), ['actions.0.link: link']],
    ['an own address', draftWith({ do: 'redirect', link: '//evil.example' }), ['actions.0.link: link']],
    [
      'a title, and addresses if any',
      draftWith({ do: 'banner', link: 'shop', image: 'http://a.example/b.png' }),
      ['actions.0.title: title', 'actions.0.image: link', 'actions.0.link: link'].toSorted(),
    ],
  ])('asks for %s', (_, draft, problems) => {
    expect(problemsOf(draft).toSorted()).toEqual(problems.toSorted())
  })
})

import { describe, expect, it } from 'vitest'
import { answered, type Answer } from '../../admin/api/answer.ts'
import { insertedAt, movedBy, replaced, without } from '../../admin/pages/tuning/list-edits.ts'
import { withActionFor } from '../../admin/pages/tuning/rules-for-query.ts'
import { changeList } from '../../admin/pages/tuning/change-list.ts'
import { compareLists } from '../../admin/pages/tuning/compare-lists.ts'
import { createTuningModel } from '../../admin/pages/tuning/tuning-model.ts'
import { readSynonym } from '../../admin/pages/tuning/synonym-draft.ts'
import { createNotices } from '../../admin/ui/notices.ts'
import type { Rule, RulesRequest, RulesResponse } from '../../worker/contract/tuning.ts'
import { buildRule, refused } from './support/build-answers.ts'

/** A server with one list of rules, and the requests it got. */
function server(first: readonly Rule[] = []) {
  let state: RulesResponse = { version: 3, rules: [...first] }
  const requests: RulesRequest[] = []
  const unused = () => Promise.resolve(refused('internal', 500))
  const model = createTuningModel({
    rules: () => Promise.resolve(answered(state)),
    saveRules: (request): Promise<Answer<RulesResponse>> => {
      requests.push(request)
      if (request.if_version !== state.version) return Promise.resolve(refused('conflict', 409))
      state = {
        version: state.version + 1,
        rules: request.rules.map((rule) => ({ ...rule, id: rule.id ?? 'new' })),
      }
      return Promise.resolve(answered(state))
    },
    synonyms: () => Promise.resolve(answered({ version: 0, synonyms: [] })),
    saveSynonyms: unused,
    previewRules: unused,
    product: unused,
  })
  const elsewhere = (rules: readonly Rule[]): void => {
    state = { version: state.version + 1, rules: [...rules] }
  }
  return { model, requests, elsewhere, rules: () => state.rules }
}

describe('a list that is tuned', () => {
  it('is saved as a whole, from the version that was read', async () => {
    const { model, requests } = server([buildRule({ id: 'a' })])
    await model.load()
    await model.rules.change(insertedAt(1, buildRule({ id: 'b' })))
    await model.rules.change(without('a'))
    expect(requests.map(({ if_version, rules }) => [if_version, rules.map(({ id }) => id)])).toEqual([
      [3, ['a', 'b']],
      [4, ['b']],
    ])
  })

  it('makes changes one after the other, each on what the one before left', async () => {
    const { model, rules } = server()
    await model.load()
    await Promise.all(['a', 'b', 'c'].map((id) => model.rules.change(replaced(buildRule({ id })))))
    expect(rules().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('is never saved over a change somebody else made, and shows that change', async () => {
    const { model, elsewhere, rules } = server([buildRule({ id: 'a' })])
    await model.load()
    elsewhere([buildRule({ id: 'theirs' })])
    const notices = createNotices()
    const isSaved = await changeList(notices, model.rules, without('a'), { done: 'Done.' })
    expect(isSaved).toBe(false)
    expect(notices.notice.value).toMatchObject({ tone: 'bad' })
    expect(notices.notice.value?.text).toMatch(/meanwhile/)
    expect(model.rules.entries.value?.map(({ id }) => id)).toEqual(['theirs'])
    expect(rules().map(({ id }) => id)).toEqual(['theirs'])
  })

  it('gives back what was deleted, in its place, and keeps what came since', async () => {
    const list = ['a', 'b', 'c'].map((id) => buildRule({ id }))
    const { model, rules } = server(list)
    await model.load()
    const notices = createNotices()
    const [, second] = list
    await changeList(notices, model.rules, without('b'), {
      done: 'Gone.',
      undo: insertedAt(1, second ?? buildRule()),
    })
    await model.rules.change(replaced(buildRule({ id: 'd' })))
    notices.notice.value?.undo?.()
    await model.rules.change((now) => now)
    expect(rules().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 5, 'abc'],
    ['x', 1, 'abc'],
  ])('moves %s by %i: %s', (id, by, order) => {
    const list = ['a', 'b', 'c'].map((one) => ({ id: one }))
    expect(
      movedBy(
        id,
        by,
      )(list)
        .map((entry) => entry.id)
        .join(''),
    ).toBe(order)
  })
})

describe('one thing more for a query', () => {
  const fresh = { id: 'fresh', name: 'Search “lamp”' }
  const pin = (product: string, position: number) => ({ do: 'pin' as const, product, position })
  const forLamp = buildRule({
    id: 'lamp',
    when: { query: { match: 'is', words: ['Lamp'] } },
    then: [pin('a', 1), pin('b', 2)],
  })

  it('goes into the rule that is there for these words', () => {
    const [rule, ...others] = withActionFor(' lamp ', pin('c', 3), fresh)([forLamp])
    expect(others).toEqual([])
    expect(rule?.then).toEqual([pin('a', 1), pin('b', 2), pin('c', 3)])
  })

  it('takes the place of what was pinned there, and of the product’s own pin', () => {
    expect(withActionFor('lamp', pin('b', 1), fresh)([forLamp])[0]?.then).toEqual([pin('b', 1)])
    const hide = { do: 'hide' as const, where: { products: ['a'] } }
    expect(withActionFor('lamp', hide, fresh)([forLamp])[0]?.then).toEqual([pin('b', 2), hide])
  })

  it.each([
    ['is off', { enabled: false }],
    ['is for other words', { when: { query: { match: 'is' as const, words: ['lamps'] } } }],
    ['is for more words', { when: { query: { match: 'is' as const, words: ['lamp', 'light'] } } }],
    ['is for a time', { when: { ...forLamp.when, to: '2026-12-01' } }],
    ['holds more often', { when: { query: { match: 'contains' as const, words: ['lamp'] } } }],
  ])('makes a rule of its own, before all others, when the one there %s', (_, parts) => {
    const list = withActionFor('lamp', pin('c', 3), fresh)([{ ...forLamp, ...parts }])
    expect(list.map(({ id }) => id)).toEqual(['fresh', 'lamp'])
    expect(list[0]).toMatchObject({ when: { query: { match: 'is', words: ['lamp'] } }, then: [pin('c', 3)] })
  })
})

describe('synonyms in the form', () => {
  const read = (kind: 'two_way' | 'one_way', words: string, from = '') => {
    const { entry, problem } = readSynonym({ id: 's', kind, words, from })
    return problem?.kind ?? entry
  }
  it.each([
    ['two_way', 'sofa, couch , Sofa', '', { id: 's', kind: 'two_way', words: ['sofa', 'couch'] }],
    ['two_way', '소파、카우치', '', { id: 's', kind: 'two_way', words: ['소파', '카우치'] }],
    [
      'one_way',
      'phone, smart  phone',
      'phone',
      { id: 's', kind: 'one_way', from: 'phone', to: ['smart phone'] },
    ],
    ['two_way', 'sofa, SOFA', '', 'twoWords'],
    ['two_way', 'sofa, !!', '', 'phrase'],
    ['one_way', 'x', '', 'from'],
    ['one_way', 'x', 'a, b', 'from'],
    ['one_way', 'phone', 'phone', 'to'],
    ['one_way', 'a b c d e f', 'x', 'phrase'],
  ] as const)('%s %j %j', (kind, words, from, result) => {
    expect(read(kind, words, from)).toEqual(result)
  })
})

describe('before and after', () => {
  const hit = (id: string) => ({
    id,
    title: id,
    price: 1,
    currency: 'USD',
    availability: 'in_stock' as const,
  })
  it('say what moved, came and went', () => {
    const { before, after } = compareLists({
      before: { hits: ['a', 'b', 'c'].map(hit), total: 3 },
      after: { hits: ['c', 'x', 'a'].map(hit), total: 3 },
      tuning: {
        synonyms: [],
        rules: [
          {
            id: 'r',
            name: 'r',
            matched: true,
            did: [
              { do: 'pin', count: 1, products: [{ id: 'x', from: 9, to: 2 }] },
              { do: 'pin', because: 'sold_out', products: [{ id: 'a', from: 1, to: 3 }] },
            ],
          },
        ],
      },
    })
    expect(before.map(({ moved }) => moved)).toEqual([0, null, 0])
    expect(after.map(({ moved, isPinned }) => [moved, isPinned])).toEqual([
      [2, false],
      [null, true],
      [-2, false],
    ])
  })
})

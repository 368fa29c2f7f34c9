import { completionOf } from '../../../support/build-completion.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hit } from '../../../../worker/contract/search.ts'
import type {
  CompletionRequest,
  LanguageModel,
  ModelFailure,
} from '../../../../worker/ports/language-model.ts'
import type { Card, Found, SearchPlan } from '../../../../worker/ports/retriever.ts'
import type { Wish } from '../../../../worker/ports/understanding.ts'
import { err, ok, type Result } from '../../../../worker/result.ts'
import { openGate, type Gate } from '../../../../worker/search/rerank/gate.ts'
import { rerankResults } from '../../../../worker/search/rerank/rerank-results.ts'

const NOW = 1_795_000_000_000

const hit = (id: string, fields: Partial<Hit> = {}): Hit => ({
  id,
  title: id,
  price: 10,
  currency: 'USD',
  availability: 'in_stock',
  ...fields,
})
const card = (id: string): Card => ({ id, title: id, price: '$10', category: '', text: '' })

function found(page: readonly Hit[], beyond: readonly Hit[] = [], fields: Partial<Found> = {}): Found {
  return {
    hits: page,
    beyond,
    cards: [...page, ...beyond].map(({ id }) => card(id)),
    total: page.length + beyond.length,
    facets: { category: [], brand: [], availability: [], attributes: [] },
    understood: [],
    answer: 'found',
    relax: [],
    ...fields,
  }
}

function plan(fields: Partial<SearchPlan> = {}, wishes: readonly Wish[] = []): SearchPlan {
  const query = fields.query ?? 'quiet tea'
  return {
    query,
    exact: false,
    understanding: {
      folded: query,
      words: query === '' ? [] : [{ text: query, span: { start: 0, end: query.length }, weight: 1 }],
      wishes,
      concepts: [],
    },
    filters: { brand: [], category: [], availability: [], attributes: [] },
    sort: 'relevance',
    offset: 0,
    limit: 20,
    locale: 'en',
    market: 'main',
    now: NOW,
    soldOut: 'last',
    adult: false,
    cards: 24,
    explain: false,
    ...fields,
  }
}

const wish = (id: string, kind: Wish['kind'], effect: Wish['effect']): Wish => ({
  id,
  kind,
  label: id,
  hard: true,
  span: { start: 0, end: 1 },
  effect,
})
const budget = wish('price:..4000', 'price', { type: 'price', max: 4000 })
const cheapest = wish('sort:price_asc', 'sort', { type: 'sort', sort: 'price_asc' })

class ModelThatSays implements LanguageModel {
  readonly asked: CompletionRequest[] = []
  readonly #answer: Result<string, ModelFailure>
  constructor(answer: string | ModelFailure) {
    this.#answer = typeof answer === 'string' ? ok(answer) : err(answer)
  }
  complete(request: CompletionRequest): ReturnType<LanguageModel['complete']> {
    this.asked.push(request)
    return Promise.resolve(this.#answer.ok ? ok(completionOf(this.#answer.value)) : this.#answer)
  }
}

const abcd = [hit('a'), hit('b'), hit('c'), hit('d')]

function rerank(
  answer: string | ModelFailure,
  list: Found,
  asked: SearchPlan = plan(),
  leftMs = 1000,
  gate: Gate = openGate,
  withReasons = false,
) {
  const model = new ModelThatSays(answer)
  const signal = new AbortController().signal
  const order = rerankResults({
    model,
    plan: asked,
    found: list,
    gate,
    deadlineAt: NOW + leftMs,
    now: NOW,
    signal,
    withReasons,
  })
  return { order, model, signal }
}

const idsOf = async (...call: Parameters<typeof rerank>): Promise<readonly string[]> => {
  const order = await rerank(...call).order
  return order.ok ? order.value.ids : []
}

describe('rerankResults', () => {
  it('puts what the model chose first and keeps the rest in retrieval order', async () => {
    expect(await rerank('{"r":[3,1]}', found(abcd)).order).toEqual({
      ok: true,
      value: { ids: ['c', 'a', 'b', 'd'], reasons: {}, added: [] },
    })
  })

  it('keeps the merchant’s hand on it: boosted products rise from where the model puts them, buried ones sink', async () => {
    const list = found(abcd, [], {
      factors: [
        { id: 'b', factor: 3 },
        { id: 'c', factor: 0.2 },
      ],
    })
    expect(await idsOf('{"r":[3,1]}', list)).toEqual(['b', 'a', 'd', 'c'])
  })

  it('says why the first three fit, of the final order and where asked to, and tells the ledger what it left out', async () => {
    const list = found([...abcd, hit('e', { availability: 'out_of_stock' })], [], {
      cards: ['a', 'b', 'c', 'd', 'e'].map((id) => {
        const text = `Woven in the village of ${id}x`
        return { ...card(id), text, statements: [{ text, isFact: false }] }
      }),
    })
    // The sold-out one stays last, so that the fourth is among the first three.
    const text = JSON.stringify({
      r: [5, 4, 3, 2, 9],
      w: ['5|the village of ex', '4|the village of dx', '3|village of dx', '2|THE VILLAGE of BX', 7],
    })
    const { order, model } = rerank(text, list, plan(), 1000, openGate, true)
    expect(await order).toEqual({
      ok: true,
      value: {
        ids: ['d', 'c', 'b', 'a', 'e'],
        reasons: { d: 'the village of dx', b: 'the village of bx' },
        added: [],
      },
    })
    expect(model.asked[0]?.judge?.(text)).toEqual({
      keep: true,
      dropped: { out_of_range: 1, reason_unreadable: 1, reason_misplaced: 1, reason_not_quoted: 1 },
    })
    const plainly = rerank(text, list)
    expect(await plainly.order).toMatchObject({ ok: true, value: { reasons: {} } })
    expect(plainly.model.asked[0]?.judge?.(text)).toEqual({ keep: true, dropped: { out_of_range: 1 } })
  })

  it('shares an answer about the same cards, whatever else the shop knows of them, and none about others', async () => {
    const asked = async (fields: Partial<Card>) => {
      const list = found(abcd, [], { cards: abcd.map(({ id }) => ({ ...card(id), ...fields })) })
      const { order, model } = rerank('{"r":[1]}', list)
      await order
      return model.asked[0]?.sameAs
    }
    expect(await asked({ statements: [{ text: 'x', isFact: true }] })).toBe(await asked({}))
    expect(await asked({ text: 'x' })).not.toBe(await asked({}))
  })

  it.each([
    '{"r":[3,1]}',
    '{"r":[3,1],"w":"none"}',
    '{"r":[3,1],"w":[[1,"x"],{"n":1}]}',
    '{"r":[3,1],"w":["3|so',
  ])('keeps an order whose reasons cannot be read (%s)', async (text) => {
    const order = await rerank(text, found(abcd), plan(), 1000, openGate, true).order
    expect(order).toMatchObject({ ok: true, value: { ids: ['c', 'a', 'b', 'd'], reasons: {} } })
  })

  it('adds every candidate that the page did not hold, chosen or not', async () => {
    const beyond = [hit('e'), hit('f')]
    expect(await rerank('{"r":[6]}', found(abcd, beyond)).order).toEqual({
      ok: true,
      value: { ids: ['f', 'a', 'b', 'c', 'd', 'e'], reasons: {}, added: beyond },
    })
  })

  it('keeps hits of a long page that no card stands for behind the cards', async () => {
    const list = found([...abcd, hit('x')], [], { cards: abcd.map(({ id }) => card(id)) })
    expect(await idsOf('{"r":[4]}', list)).toEqual(['d', 'a', 'b', 'c', 'x'])
  })

  it('leaves out a card whose product cannot be shown', async () => {
    const list = found(abcd, [], { cards: ['a', 'gone', 'b', 'c', 'd'].map(card) })
    expect(await idsOf('{"r":[2,5]}', list)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('asks with the words, the wishes in effect, the deadline and the signal', async () => {
    const understood = [{ id: 'price:..4000', kind: 'price', label: 'Under $40', hard: true }] as const
    const { order, model, signal } = rerank('{"r":[1]}', found(abcd, [], { understood: [...understood] }))
    await order
    expect(model.asked).toMatchObject([{ temperature: 0, deadlineAt: NOW + 1000 }])
    expect(model.asked[0]?.signal).toBe(signal)
    expect(model.asked[0]?.user).toContain('Shopper: ⟦quiet tea⟧\nUnderstood: ⟦price: Under $40 (must)⟧')
  })

  it.each<[string, Found, SearchPlan, number]>([
    ['few_cards', found(abcd.slice(1)), plan(), 1000],
    ['later_page', found(abcd), plan({ offset: 20 }), 1000],
    ['sorted', found(abcd), plan({ sort: 'newest' }), 1000],
    ['sorted', found(abcd, [], { understood: [cheapest] }), plan({}, [cheapest]), 1000],
    ['no_words', found(abcd), plan({ query: '' }), 1000],
    ['no_time', found(abcd), plan(), 100],
  ])('asks no model: %s', async (because, list, asked, leftMs) => {
    const { order, model } = rerank('{"r":[2]}', list, asked, leftMs)
    expect(await order).toEqual({ ok: false, error: { kind: 'skipped', because } })
    expect(model.asked).toEqual([])
  })

  it('re-orders when the word for an order turned out to be a name of the shop', async () => {
    expect(await idsOf('{"r":[2]}', found(abcd), plan({}, [cheapest]))).toEqual(['b', 'a', 'c', 'd'])
  })

  it('says so when the model prefers nothing', async () => {
    const order = await rerank('{"r":[]}', found(abcd)).order
    expect(order).toEqual({ ok: false, error: { kind: 'skipped', because: 'no_preference' } })
  })

  it.each(["I can't rank these.", '{"r":[77,78]}'])('fails when no card is named (%s)', async (text) => {
    const order = await rerank(text, found(abcd)).order
    expect(order).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it("passes the model's failure on", async () => {
    const order = await rerank({ kind: 'timeout' }, found(abcd)).order
    expect(order).toEqual({ ok: false, error: { kind: 'timeout' } })
  })

  it('never lifts sold-out goods above others in a shop that shows them last', async () => {
    const list = found([hit('a'), hit('b'), hit('c'), hit('out', { availability: 'out_of_stock' })])
    expect(await idsOf('{"r":[4,3]}', list)).toEqual(['c', 'a', 'b', 'out'])
    expect(await idsOf('{"r":[4,3]}', list, plan({ soldOut: 'mixed' }))).toEqual(['out', 'c', 'a', 'b'])
  })

  it('lets a sold-out product keep the place it was given because it was asked for by name', async () => {
    const list = found([hit('named', { availability: 'out_of_stock' }), hit('b'), hit('c'), hit('d')])
    expect(await idsOf('{"r":[3,1]}', list)).toEqual(['c', 'named', 'b', 'd'])
  })

  it('never lifts goods of unknown price above those within a budget', async () => {
    const list = found([hit('a'), hit('b'), hit('c'), hit('ask', { price: null })])
    const withBudget = { ...list, understood: [budget] }
    expect(await idsOf('{"r":[4,3]}', withBudget, plan({}, [budget]))).toEqual(['c', 'a', 'b', 'ask'])
    expect(await idsOf('{"r":[4,3]}', list)).toEqual(['ask', 'c', 'a', 'b'])
  })

  it('names every hit and every added one exactly once, whatever the model writes', async () => {
    const anyHit = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      availability: fc.constantFrom('in_stock' as const, 'out_of_stock' as const),
      price: fc.constantFrom(null, 5),
    })
    const hits = fc.uniqueArray(anyHit, { selector: ({ id }) => id, minLength: 4, maxLength: 48 })
    const answers = fc.oneof(
      fc.array(fc.integer({ min: -2, max: 60 }), { minLength: 1 }).map((r) => JSON.stringify({ r })),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(hits, fc.nat(48), answers, async (fields, pageSize, text) => {
        const all = fields.map((field) => hit(field.id, field))
        const list = found(all.slice(0, pageSize), all.slice(pageSize), { understood: [budget] })
        const order = await rerank(text, list, plan({}, [budget])).order
        if (!order.ok) return
        expect(order.value.ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        expect(order.value.added).toEqual(all.slice(pageSize))
      }),
    )
  })
})

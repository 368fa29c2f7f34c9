import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../../worker/ports/embedder.ts'
import type { QueryVector } from '../../../worker/ports/retriever.ts'
import type { VectorCache } from '../../../worker/ports/vector-cache.ts'
import { err, ok } from '../../../worker/result.ts'
import { embeddedWish, queryVector } from '../../../worker/search/query-vector.ts'
import { understandQuery } from '../../../worker/search/understand/understand-query.ts'

const understand = (query: string, locale: 'ko' | 'en' | 'ja' = 'en') =>
  understandQuery(query, {
    locale,
    ...(locale === 'en' ? { currency: 'USD', exponent: 2 } : { currency: 'KRW', exponent: 0 }),
    now: Date.UTC(2026, 10, 25),
  })

describe('what of a wish is embedded', () => {
  it.each([
    ['something cosy for rainy evenings, under $40', 'en', 'something cosy for rainy evenings'],
    ['work bag that is not leather', 'en', 'work bag'],
    ['하객룩으로 입기 좋은 원피스 10만원 이하', 'ko', '하객룩으로 입기 좋은 원피스'],
  ] as const)('%s', (query, locale, text) => {
    expect(embeddedWish(understand(query, locale))).toBe(text)
  })

  it.each([
    '',
    '   ',
    'under $40',
    'WH-1000XM5',
    '12345',
    'mail me at jo@example.com about the lamp',
    '전등 서울 강남구 테헤란로 152로 보내 주세요',
    'my name is maria, a lamp for reading',
  ])('nothing of "%s"', (query) => {
    expect(embeddedWish(understand(query))).toBe('')
  })
})

it('asks for the vector of a wish that names an order', () => {
  expect(embeddedWish(understand('주문번호 20261125-0000123 원피스 교환', 'ko'))).toContain('원피스')
})

/** An embedder that answers after a while, or not at all, and a cache of one test. */
function world(answerMs: number | 'never' | 'fails') {
  const kept = new Map<string, QueryVector>()
  const asked: string[] = []
  const running: Promise<unknown>[] = []
  const embedder: Embedder = {
    model: 'm',
    textsARequest: 10,
    async embed(texts) {
      asked.push(...texts)
      if (answerMs === 'fails') return err({ kind: 'refused', status: 500 })
      if (answerMs === 'never') await new Promise(() => {})
      await new Promise((resolve) => setTimeout(resolve, Number(answerMs)))
      return ok({ model: 'm', dims: 2, vectors: texts.map(() => Float32Array.of(3, 4)) })
    },
  }
  const cache: VectorCache = {
    find: (_model, text) => Promise.resolve(kept.get(text) ?? null),
    keep(text, vector) {
      kept.set(text, vector)
      return Promise.resolve()
    },
  }
  const ask = (query: string, withinMs = 60) =>
    queryVector(
      { embedder, cache },
      {
        understanding: understand(query),
        deadlineAt: Date.now() + withinMs,
        later: (work) => running.push(work),
      },
    )
  return { ask, asked, kept, settled: () => Promise.all(running) }
}

describe('the vector of a wish', () => {
  it('comes in time, in bytes, of unit length', async () => {
    const { ask, settled, kept } = world(1)
    const outcome = await ask('calm lamp')
    if (outcome.kind !== 'vector') throw new Error(outcome.kind)
    const { values, scale, ...rest } = outcome.vector
    expect(rest).toEqual({ model: 'm', dims: 2 })
    expect(values).toEqual([95, 127])
    expect(values.map((value) => value * scale)).toEqual([expect.closeTo(0.6, 2), expect.closeTo(0.8, 2)])
    await settled()
    expect([...kept.keys()]).toEqual(['calm lamp'])
  })

  it('is asked for once: spelling of cases and spaces and a budget make no other wish', async () => {
    const { ask, asked, settled } = world(1)
    await ask('calm lamp')
    await settled()
    for (const query of ['Calm  Lamp', 'calm lamp under $20']) {
      expect(await ask(query)).toMatchObject({ kind: 'vector' })
    }
    expect(asked).toEqual(['calm lamp'])
  })

  it('is not waited for past the deadline, and kept for the next when it comes late', async () => {
    const { ask, settled } = world(150)
    const begun = Date.now()
    expect(await ask('calm lamp', 40)).toEqual({ kind: 'missing' })
    expect(Date.now() - begun).toBeLessThan(140)
    await settled()
    expect(await ask('calm lamp', 40)).toMatchObject({ kind: 'vector' })
  })

  it('is not asked for at all when the time is over', async () => {
    const { ask, asked } = world(1)
    expect(await ask('calm lamp', 0)).toEqual({ kind: 'missing' })
    expect(asked).toEqual([])
  })

  it('is not asked of an embedder that has failed several times', async () => {
    const { ask, asked } = world('fails')
    for (let turn = 0; turn < 6; turn++)
      expect(await ask(`lamp ${'abcdef'[turn]}x`)).toEqual({ kind: 'missing' })
    expect(asked).toHaveLength(3)
  })
})

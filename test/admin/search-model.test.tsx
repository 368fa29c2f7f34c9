import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answered, failed, type Answer } from '../../admin/api/answer.ts'
import type { ExplainRequest } from '../../admin/api/client.ts'
import type { ExplainResponse, Explanation } from '../../admin/api/explanation.ts'
import { explainHits, groupTerms } from '../../admin/pages/search/explain-hits.ts'
import { createSearchModel } from '../../admin/pages/search/search-model.ts'
import { buildExplained } from './support/build-answers.ts'
import { deferred } from './support/deferred.ts'

interface Question {
  readonly request: ExplainRequest
  readonly resolve: (answer: Answer<ExplainResponse>) => void
}

function searching() {
  const questions: Question[] = []
  const model = createSearchModel({
    explain: (request) => {
      const { promise, resolve } = deferred<Answer<ExplainResponse>>()
      questions.push({ request, resolve })
      return promise
    },
  })
  const answer = async (index: number, query: string) => {
    questions[index]?.resolve(answered(buildExplained({ query })))
    await vi.advanceTimersByTimeAsync(0)
  }
  const asked = () => questions.map(({ request }) => request.q)
  return { model, questions, answer, asked }
}

const shownQuery = (model: ReturnType<typeof createSearchModel>) => {
  const { value } = model.state
  return value.kind === 'answered' ? value.last.query : value.kind
}

describe('trying a search', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks once when the keys rest', async () => {
    const { model, asked } = searching()
    model.type('l')
    model.type('la')
    model.type('lamp')
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked()).toEqual(['lamp'])
  })

  it('asks at once on Enter, and not again afterwards', async () => {
    const { model, asked } = searching()
    model.type('lamp')
    model.type('lamp', true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked()).toEqual(['lamp'])
  })

  it('shows the answer to the latest question, whichever comes last', async () => {
    const { model, questions, answer } = searching()
    model.type('lamp', true)
    model.type('lampshade', true)
    expect(questions[0]?.request.signal.aborted).toBe(true)
    await answer(1, 'lampshade')
    await answer(0, 'lamp')
    expect(shownQuery(model)).toBe('lampshade')
  })

  it('keeps what it has on the screen until there is something newer', async () => {
    const { model, answer } = searching()
    model.type('lamp', true)
    await answer(0, 'lamp')
    model.type('lampshade', true)
    expect(model.state.value).toMatchObject({ kind: 'waiting', last: { query: 'lamp' } })
  })

  it('is back at the beginning when the words are gone, whatever is still to come', async () => {
    const { model, answer, asked } = searching()
    model.type('lamp', true)
    model.type('lamp s')
    model.type('')
    await answer(0, 'lamp')
    await vi.advanceTimersByTimeAsync(1000)
    expect(model.state.value).toEqual({ kind: 'idle' })
    expect(asked()).toEqual(['lamp'])
  })

  it('takes a wish back and brings it back', async () => {
    const { model, questions } = searching()
    model.type('red lamp', true)
    model.drop('color:red', 'Red')
    expect(questions[1]?.request.without).toEqual(['color:red'])
    model.bringBack('color:red')
    expect(questions[2]?.request.without).toEqual([])
  })

  it('forgets wishes that were taken back when other words are typed', () => {
    const { model } = searching()
    model.type('red lamp', true)
    model.drop('color:red', 'Red')
    model.type('red lamp ')
    expect(model.dropped.value.size).toBe(1)
    model.type('blue lamp')
    expect(model.dropped.value.size).toBe(0)
  })

  it('says why it failed, and tries again', async () => {
    const { model, questions, answer } = searching()
    model.type('lamp', true)
    questions[0]?.resolve(failed({ kind: 'unreachable' }))
    await vi.advanceTimersByTimeAsync(0)
    expect(model.state.value).toEqual({ kind: 'failed', failure: { kind: 'unreachable' } })
    model.retry()
    await answer(1, 'lamp')
    expect(shownQuery(model)).toBe('lamp')
  })
})

const term = (text: string, parts: Partial<Explanation['terms'][number]> = {}) => ({
  term: text,
  documents: 1,
  idf: 1,
  weight: 1,
  word: 0,
  ...parts,
})

const explanation: Explanation = {
  understanding: { folded: 'red lamp', words: [], wishes: [{ id: 'color:red', label: 'Red', hard: false }] },
  read_as_names: [],
  terms: [
    term('lamp', { word: 1 }),
    term('shade', { word: -1, weight: 0.2 }),
    term('red', { word: 0 }),
    term('glow', { word: -1, weight: 0.4 }),
    term('never', { word: -1, documents: 0 }),
  ],
  pool: { matched: 2, ranked: 2, kept: 2 },
  candidates: [
    {
      id: 'a',
      value: 15,
      text_score: 10,
      coverage: 1,
      named: 0.5,
      knowledge: 0.2,
      wishes_met: ['color:red'],
      wishes_unknown: [],
    },
    {
      id: 'b',
      value: 6.5,
      text_score: 6.5,
      coverage: 0.5,
      named: 0,
      knowledge: 0,
      wishes_met: [],
      wishes_unknown: ['size:9'],
    },
  ],
}

const hit = (id: string) => ({ id, title: id, price: 1, currency: 'USD', availability: 'in_stock' as const })

describe('why a product stands where it stands', () => {
  it('sets its parts against the best, and calls wishes by their names', () => {
    const [first, second] = explainHits(buildExplained({ hits: [hit('a'), hit('b')], explanation }))
    expect(first).toMatchObject({ place: 1, why: { scoreShare: 1, lift: 1.3, serves: 0.2, met: ['Red'] } })
    expect(second).toMatchObject({
      place: 2,
      why: { scoreShare: 6.5 / 15, textShare: 0.65, lift: 1, unknown: ['size:9'] },
    })
  })

  it('explains nothing it was not told', () => {
    expect(explainHits(buildExplained({ hits: [hit('z')], explanation }))[0]?.why).toBeNull()
    expect(explainHits(buildExplained({ hits: [hit('a')] }))[0]?.why).toBeNull()
  })

  it('sorts the terms by whose they are', () => {
    const { own, added, unused } = groupTerms(explanation)
    expect(own.map(({ term: text }) => text)).toEqual(['red', 'lamp'])
    expect(added.map(({ term: text }) => text)).toEqual(['glow', 'shade'])
    expect(unused).toBe(1)
  })
})

import { describe, expect, it, test } from 'vitest'
import { learnGates } from '../../../../worker/models/leaderboard/learn-gate.ts'
import type { ContenderState, LeaderboardState, Score } from '../../../../worker/ports/leaderboard-store.ts'
import type { LearntGate } from '../../../../worker/ports/rerank-gate.ts'

const NOW = 1_795_000_000_000

/** Seeded, so that a simulation is the same each time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normal with a standard deviation of 1, by twelve uniform ones. */
const normal = (random: () => number): number =>
  Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6)

interface Simulated {
  readonly n: number
  /** nDCG of the first stage and of what a contender made of it. */
  readonly base?: (position: number) => number
  readonly few: (position: number) => number
  readonly many?: (position: number) => number
  readonly gap?: (position: number) => number | null
  readonly graders?: readonly string[]
  readonly stopped?: string
  readonly answeredBy?: string
}

const score = (contender: string, ndcg: number, answeredBy: string): Score => ({
  contender,
  outcome: contender === '' ? 'skipped' : 'ordered',
  ndcg,
  judged: 1,
  shown: 1,
  concordant: 0,
  pairs: 0,
  call: contender === '' ? null : { latencyMs: 1, tokensIn: 1, tokensOut: 1, counted: true, answeredBy },
})

function ended(simulated: Simulated): LeaderboardState {
  const {
    n,
    base = () => 0.5,
    few,
    many,
    gap,
    graders = [],
    stopped = null,
    answeredBy = 'solar',
  } = simulated
  const contender = (id: string, cards: 24 | 48): ContenderState => ({
    id,
    endpoint: 'own',
    cards,
    owner: 'shop',
    model: 'solar',
    price: null,
    stopped,
  })
  const positions = Array.from({ length: n }, (_, position) => position)
  return {
    startedAt: NOW,
    finishedAt: NOW,
    pausedUntil: 0,
    pausedBy: null,
    lastError: null,
    graded: { hand: n, click: 0, model: 0 },
    graders,
    queries: { total: n, done: n },
    contenders: [contender('own', 24), ...(many ? [contender('own@48', 48)] : [])],
    scores: positions.flatMap((position) => [
      { ...score('', base(position), ''), position },
      { ...score('own', few(position), answeredBy), position },
      ...(many ? [{ ...score('own@48', many(position), answeredBy), position }] : []),
    ]),
    gaps: positions.flatMap((position) => {
      const value = gap?.(position) ?? null
      return value === null ? [] : [{ position, gap: value }]
    }),
  }
}

const learn = (simulated: Simulated, held: readonly LearntGate[] = []): LearntGate | undefined =>
  learnGates(ended(simulated), held, NOW)[0]

describe('a comparison', () => {
  it('shuts the gate before a model whose order does harm, and not before one that helps', () => {
    const harm = learn({ n: 40, few: (position) => 0.4 - (position % 5) / 50 })
    expect(harm).toMatchObject({ endpoint: 'own', model: 'solar', shut: true, queries: 40, learntAt: NOW })
    expect(harm?.gain?.high).toBeLessThan(0)
    expect(learn({ n: 40, few: (position) => 0.6 + (position % 5) / 50 })?.shut).toBe(false)
  })

  it('teaches nothing on fewer than 30 queries, nor of a model that was left out', () => {
    expect(learn({ n: 29, few: () => 0 })).toBeUndefined()
    expect(learn({ n: 60, few: () => 0, stopped: 'gone' })).toBeUndefined()
  })

  it('learns from which lead on a model does not pay, only from queries that a gate may close on', () => {
    const gap = (position: number) => position / 60
    const few = (position: number) => (position < 20 ? 0.8 : 0.5)
    expect(learn({ n: 60, few, gap })?.gap).toBeCloseTo((60 * (20 / 60) + 60 * 0.6) / 120, 9)
    expect(
      learn({ n: 60, few, gap: (position) => (position % 3 === 0 ? gap(position) : null) })?.gap,
    ).toBeNull()
    expect(learn({ n: 60, few })?.gap).toBeNull()
  })

  it('says 48 cards only where they beat 24, and keeps saying so until they are compared again', () => {
    const few = (position: number) => 0.6 + (position % 5) / 50
    expect(learn({ n: 40, few, many: (position) => few(position) + 0.05 })?.cards).toBe(48)
    expect(learn({ n: 40, few, many: few })?.cards).toBe(24)
    const noise = (position: number) => few(position) + (position % 2 === 0 ? 0.05 : -0.05)
    expect(learn({ n: 40, few, many: noise })?.cards).toBe(24)
    const [held] = learnGates(ended({ n: 40, few, many: (at) => few(at) + 0.05 }), [], NOW)
    if (!held) throw new Error('nothing was learnt')
    expect(learn({ n: 40, few }, [held])?.cards).toBe(48)
    expect(learn({ n: 40, few }, [{ ...held, model: 'gpt' }])?.cards).toBe(24)
    expect(learn({ n: 40, few, many: few }, [held])?.cards).toBe(24)
  })

  test.each([['solar-pro'], ['gpt-5']])('does not believe %s where it grades its relative', (grader) => {
    const few = (position: number) => 0.6 + (position % 5) / 50
    const shared = { n: 60, few, many: (at: number) => few(at) + 0.05, gap: () => 0.5 }
    const gate = learn({ ...shared, graders: [grader], answeredBy: grader === 'gpt-5' ? 'gpt-4o' : 'solar' })
    expect(gate).toMatchObject({ cards: 24, gap: null, shut: false })
    expect(learn({ ...shared, graders: [grader], few: () => 0.3, answeredBy: grader })?.shut).toBe(true)
  })
})

describe('over many shops', () => {
  const RUNS = 400
  const PATIENCE = { timeout: 60_000 }

  /** How many of them are shut, when what a model brings is drawn so for each query. */
  function shutOf(n: number, gain: (random: () => number) => number): number {
    let count = 0
    for (let run = 0; run < RUNS; run++) {
      const random = randomOf(run * 7919 + n)
      if (learn({ n, few: () => 0.5 + gain(random) })?.shut === true) count += 1
    }
    return count
  }

  /** Half of the queries do not change at all, as with real models. */
  const half = (mean: number) => (random: () => number) =>
    random() < 0.5 ? 0 : mean * 2 + 0.15 * normal(random)

  test.each([
    [30, 'half change nothing', half(0)],
    [60, 'half change nothing', half(0)],
    // It helps rarely, and then much: the few queries asked may all miss that.
    [30, 'one in ten', (random: () => number) => (random() < 0.9 ? -0.02 : 0.18)],
    [60, 'one in ten', (random: () => number) => (random() < 0.9 ? -0.02 : 0.18)],
  ])('noise on %i queries (%s) shuts out one model in a hundred at most', PATIENCE, (n, _, gain) => {
    expect(shutOf(n, gain)).toBeLessThanOrEqual(RUNS / 100)
  })

  it('a model that helps is not shut out, one that does harm is', PATIENCE, () => {
    expect(shutOf(40, half(0.05))).toBe(0)
    expect(shutOf(60, half(-0.1))).toBeGreaterThan(RUNS * 0.9)
  })
})

import type { LearntEvent, RecommenderState } from '../../worker/ports/recommender.ts'
import type { Metric } from './metric.ts'
import { makeControls } from './sessions/controls.ts'
import { startMeasuredRecommender, type Ask, type Spent } from './sessions/measured-recommender.ts'
import { LIST_LENGTH, NextItemMetrics, type NextItemFigures } from './sessions/next-item-metrics.ts'
import { readSessionData, type Prediction, type Session } from './sessions/read-sessions.ts'

export interface SessionsEvalOptions {
  readonly train: string
  readonly test: string
  /** Test sessions that are predicted; all unless named. */
  readonly most: number | undefined
  /** How often the training is learnt, as if as many shoppers more had done the same: for measuring cost at scale. */
  readonly repeat: number
}

/** As many as a busy page sends together. */
const EVENTS_AT_ONCE = 100

const rules = { market: 'main', adult: false, exclude: [], diversity: null, exploration: 0 } as const

const seenIn = ({ context }: Prediction) => new Set(context.map(({ item }) => item))

const isNew = (prediction: Prediction) => !seenIn(prediction).has(prediction.target)

/** In the order they happened. */
const eventsOf = (train: readonly Session[]): LearntEvent[] =>
  train
    .flatMap(({ id, steps }) =>
      steps.map(({ item, at }) => ({ session: id, visitor: null, name: 'view_item', product: item, at })),
    )
    .sort((left, right) => left.at - right.at)

/** As many times the events, each time by other shoppers in the time before. */
function repeated(events: readonly LearntEvent[], times: number): LearntEvent[] {
  const span = (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0) + 1
  return Array.from({ length: times }, (_, turn) =>
    events.map((event) => ({
      ...event,
      session: turn === times - 1 ? event.session : `${event.session}~${turn}`,
      at: event.at - (times - 1 - turn) * span,
    })),
  ).flat()
}

/** The same as if the newest had happened just now: a shop lets go of what is old while it is being measured. */
function broughtToNow(events: readonly LearntEvent[]): LearntEvent[] {
  const later = Date.now() - (events.at(-1)?.at ?? 0)
  return events.map((event) => ({ ...event, at: event.at + later }))
}

/** What a product page asks: the newest product is the page's own. Nothing of the test is learnt. */
const askOf = ({ context }: Prediction, repeats: 'leave_out' | 'allow'): Ask => ({
  context: {
    recent: context.map(({ item, at }) => ({ product: item, at })),
    current: context.at(-1)?.item ?? null,
    session: null,
  },
  k: LIST_LENGTH,
  rules: { ...rules, repeats },
})

interface Judged {
  readonly name: string
  readonly all: NextItemFigures
  readonly fresh: NextItemFigures
}

function judge(
  lists: readonly (readonly string[])[],
  predictions: readonly Prediction[],
  items: number,
): NextItemFigures {
  const metrics = new NextItemMetrics(items)
  predictions.forEach(({ target }, index) => metrics.add(lists[index] ?? [], target))
  return metrics.figures()
}

const cells = ({ hr20, mrr20, ndcg20, coverage20 }: NextItemFigures) =>
  [hr20, mrr20, ndcg20, coverage20].map((value) => value.toFixed(4).padStart(8)).join('')

function print(rows: readonly Judged[]): void {
  const titles = ['HR@20', 'MRR@20', 'nDCG@20', 'cover'].map((title) => title.padStart(8)).join('')
  console.log(`${''.padEnd(14)}   all:${titles.slice(4)}   new:${titles.slice(4)}`)
  for (const { name, all, fresh } of rows) console.log(`${name.padEnd(14)}   ${cells(all)}   ${cells(fresh)}`)
}

function printState({ preset, observations, gains, changes, repeats }: RecommenderState): void {
  const listed = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, gain]) => `${name} ${gain.toFixed(4)}`)
      .join(', ')
  console.log(
    `serves: ${preset}; nDCG@20 while learning over ${observations} observations: ${listed(gains)};`,
    `repeats: current ${repeats.current.toFixed(4)}, earlier ${repeats.earlier.toFixed(4)}`,
  )
  for (const change of changes)
    console.log(`  after ${change.observations} observations ${change.chosen}: ${listed(change.gains)}`)
}

const figuresOf = (prefix: string, figures: NextItemFigures): Metric[] =>
  (['hr20', 'mrr20', 'ndcg20', 'coverage20'] as const).map((name) => ({
    name: `${prefix}.${name}`,
    value: figures[name],
    unit: 'ratio',
  }))

const metricsOf = ({ name, all, fresh }: Judged): Metric[] => {
  const prefix = name === 'aisle' ? 'sessions' : `sessions.${name}`
  return [...figuresOf(prefix, all), ...figuresOf(`${prefix}.new`, fresh)]
}

const each = (name: string, { calls, ms, cpuMs }: Spent): Metric[] => [
  { name: `${name}ms`, value: ms / calls, unit: 'ms' },
  ...(cpuMs === null ? [] : [{ name: `${name}cpu_ms`, value: cpuMs / calls, unit: 'ms' }]),
]

/**
 * Next items of sessions by the product's own recommender in workerd, and by simple methods. Static: sessions of the test
 * are not learnt. `all`: any target; `new`: targets that the session has not had, with lists that leave out what it has,
 * which is what a block shows. Variety and exploration are switched off.
 */
export async function evaluateSessions({
  train,
  test,
  most,
  repeat,
}: SessionsEvalOptions): Promise<Metric[]> {
  const data = await readSessionData(train, test, most)
  const events = repeated(eventsOf(data.train), repeat)
  const items = new Set(events.map(({ product }) => product))
  const fresh = data.predictions.filter(isNew)
  console.log(
    `${events.length} events of ${data.train.length} sessions and ${items.size} items learnt;`,
    `${data.sessions} test sessions, ${data.predictions.length} predictions, ${fresh.length} of new items;`,
    'test sessions are not learnt, variety and exploration are off',
  )
  const recommender = await startMeasuredRecommender(items)
  try {
    const bytes = await recommender.storedBytes()
    const learning = await recommender.learn(broughtToNow(events), EVENTS_AT_ONCE)
    const grown = (await recommender.storedBytes()) - bytes
    const all = await recommender.recommend(data.predictions.map((one) => askOf(one, 'allow')))
    const block = await recommender.recommend(fresh.map((one) => askOf(one, 'leave_out')))
    const rows: Judged[] = [
      {
        name: 'aisle',
        all: judge(all.lists, data.predictions, items.size),
        fresh: judge(block.lists, fresh, items.size),
      },
    ]
    const none = new Set<string>()
    for (const { name, recommend } of makeControls(data.train)) {
      const listed = data.predictions.map(({ context }) => recommend(context, none))
      const listedNew = fresh.map((one) => recommend(one.context, seenIn(one)))
      rows.push({
        name,
        all: judge(listed, data.predictions, items.size),
        fresh: judge(listedNew, fresh, items.size),
      })
    }
    print(rows)
    printState(await recommender.state())
    return [
      ...rows.flatMap(metricsOf),
      ...each('sessions.', all.spent),
      ...each('sessions.new.', block.spent),
      ...each('sessions.learn_', learning),
      { name: 'sessions.mb_per_million_events', value: grown / events.length, unit: 'MB' },
    ]
  } finally {
    await recommender.close()
  }
}

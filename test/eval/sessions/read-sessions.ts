import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** Sessions to learn from and what is to be predicted, from the three kinds of file such data comes in. */

export interface Step {
  readonly item: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface Session {
  readonly id: string
  readonly steps: readonly Step[]
}

export interface Prediction {
  /** Oldest first, at least one. */
  readonly context: readonly Step[]
  readonly target: string
}

export interface SessionData {
  readonly train: readonly Session[]
  readonly predictions: readonly Prediction[]
  /** Test sessions that predictions are of. */
  readonly sessions: number
}

const TRAIN_SHARE = 0.8
const SECOND_MS = 1000
/** The first second of sessions that have no times. */
const BEGIN_MS = Date.UTC(2020, 0, 1)

/** Sessions by time: steps sorted, the sessions in the order of the file. */
function fromTable(lines: readonly string[]): Session[] {
  const header = lines[0]?.trim().split('\t') ?? []
  const [session, item, time] = ['SessionId', 'ItemId', 'Time'].map((name) => header.indexOf(name))
  if (session === undefined || item === undefined || time === undefined || Math.min(session, item, time) < 0)
    throw new Error('a table of sessions needs the columns SessionId, ItemId and Time')
  const sessions = new Map<string, Step[]>()
  for (const line of lines.slice(1)) {
    const cells = line.trim().split('\t')
    const steps = sessions.get(cells[session] ?? '') ?? []
    steps.push({ item: cells[item] ?? '', at: Math.round(Number(cells[time]) * SECOND_MS) })
    sessions.set(cells[session] ?? '', steps)
  }
  return Array.from(sessions, ([id, steps]) => ({
    id,
    steps: steps.sort((left, right) => left.at - right.at),
  }))
}

/** A clock that ticks a second at each step: for what has an order and no times. */
function secondClock(begin: number): () => number {
  let at = begin
  return () => (at += SECOND_MS)
}

const fromLines = (lines: readonly string[], tick: () => number): Session[] =>
  lines.map((line, index) => ({
    id: `line-${index}`,
    steps: line.split(',').map((item) => ({ item: item.trim(), at: tick() })),
  }))

const history = z.object({
  user_id: z.union([z.string(), z.number()]).optional(),
  history_item_ids: z.array(z.union([z.string(), z.number()])),
  target_item_id: z.union([z.string(), z.number()]),
})

interface History {
  readonly user: string
  readonly items: readonly string[]
  readonly target: string
}

const readHistories = (lines: readonly string[]): History[] =>
  lines.map((line, index) => {
    const row = history.parse(JSON.parse(line))
    return {
      user: String(row.user_id ?? `line-${index}`),
      items: row.history_item_ids.map(String),
      target: String(row.target_item_id),
    }
  })

/** A person's lines go on where the one before ended, and hold the last items only: joined, each purchase counts once. */
function joinHistories(histories: readonly History[], tick: () => number): Session[] {
  const joined = new Map<string, string[]>()
  for (const { user, items, target } of histories) {
    const before = joined.get(user)
    const goesOn =
      before !== undefined && items.every((item, index) => before.at(index - items.length) === item)
    if (goesOn) before.push(target)
    else joined.set(before === undefined ? user : `${user}+${joined.size}`, [...items, target])
  }
  return Array.from(joined, ([id, items]) => ({ id, steps: items.map((item) => ({ item, at: tick() })) }))
}

const knownOf = (train: readonly Session[]) =>
  new Set(train.flatMap(({ steps }) => steps.map(({ item }) => item)))

/** Every step after the first of each test session, of items that training has, as in session-rec. */
function predictionsOf(train: readonly Session[], test: readonly Session[], most: number): SessionData {
  const known = knownOf(train)
  const sessions = test
    .map(({ steps }) => steps.filter(({ item }) => known.has(item)))
    .filter(({ length }) => length > 1)
    .slice(0, most)
  const predictions = sessions.flatMap((steps) =>
    steps.slice(1).map(({ item }, index) => ({ context: steps.slice(0, index + 1), target: item })),
  )
  return { train, predictions, sessions: sessions.length }
}

function targetsOf(
  train: readonly Session[],
  histories: readonly History[],
  tick: () => number,
  most: number,
): SessionData {
  const known = knownOf(train)
  const predictions = histories
    .map(({ items, target }) => ({
      context: items.filter((item) => known.has(item)).map((item) => ({ item, at: tick() })),
      target,
    }))
    .filter(({ context, target }) => context.length > 0 && known.has(target))
    .slice(0, most)
  return { train, predictions, sessions: predictions.length }
}

const linesOf = async (file: string) =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')

/**
 * Reads a table (SessionId, ItemId, Time in Unix seconds), one session a line (items with commas between), or JSON Lines of
 * histories with a target. The last two have no times: steps are a second apart. One session a line in one file for
 * both is cut after four fifths of the lines. Items that training does not have are dropped, then sessions of one
 * step. `most`: test sessions that are predicted.
 */
export async function readSessionData(
  trainFile: string,
  testFile: string,
  most = Infinity,
): Promise<SessionData> {
  const lines = await linesOf(trainFile)
  const first = lines[0] ?? ''
  if (first.includes('SessionId')) {
    return predictionsOf(fromTable(lines), fromTable(await linesOf(testFile)), most)
  }
  const tick = secondClock(BEGIN_MS)
  if (first.startsWith('{')) {
    const train = joinHistories(readHistories(lines), tick)
    return targetsOf(train, readHistories(await linesOf(testFile)), tick, most)
  }
  const isOneFile = trainFile === testFile
  const cut = isOneFile ? Math.floor(TRAIN_SHARE * lines.length) : lines.length
  const train = fromLines(lines.slice(0, cut), tick)
  return predictionsOf(train, fromLines(isOneFile ? lines.slice(cut) : await linesOf(testFile), tick), most)
}

import type { Locale, SyncProblem } from '../../contract/vocabulary.ts'
import type { SyncReport } from '../../ports/sync-store.ts'
import type { TaskState } from '../../ports/search-index.ts'

/** How one index of a shop stands on the search server. Kept as JSON; changed by pure functions only. */
export interface IndexState {
  readonly policy: Locale
  /** The index that is searched; null before the first is whole and when it got lost. */
  readonly live: Content | null
  /** The index that is being built beside it. */
  readonly build: Build | null
  /** Tasks whose outcome is not known yet. */
  readonly tasks: readonly number[]
  /** Changes up to this number are with the server and not yet confirmed; null: none. */
  readonly sentUpTo: number | null
  /** The consumer that has seen the live index with its own eyes. */
  readonly inspectedBy: string
  readonly key: { readonly uid: string; readonly value: string | null; readonly madeAt: number } | null
  /** Indexes to delete. */
  readonly leftovers: readonly string[]
  /** True: the merchant wants it built anew. */
  readonly wanted: boolean
  /** Failures in a row. */
  readonly attempts: number
  /** Milliseconds since the epoch, as the other times. */
  readonly retryAt: number
  readonly error: Problem | null
  readonly lastSuccessAt: number | null
}

interface Problem {
  readonly code: SyncProblem
  readonly message: string
  readonly at: number
}

interface Content {
  readonly version: number
  readonly catalogue: number
  readonly markets: readonly string[]
  /** The server's date of this content; see `SearchIndex.createdAt`. */
  readonly createdAt: string
  readonly embedders: readonly string[]
}

interface Build extends Omit<Content, 'createdAt'> {
  readonly uid: string
  readonly createdAt: string | null
  readonly isCreated: boolean
  /** The last row of the product table that was sent. */
  readonly after: number
  readonly documents: number
  readonly isFilled: boolean
  readonly isSwapping: boolean
  /** Changes up to this number are covered by what the build reads. */
  readonly covers: number
}

export const newIndexState = (policy: Locale): IndexState => ({
  policy,
  live: null,
  build: null,
  tasks: [],
  sentUpTo: null,
  inspectedBy: '',
  key: null,
  leftovers: [],
  wanted: false,
  attempts: 0,
  retryAt: 0,
  error: null,
  lastSuccessAt: null,
})

/** What the shop wants its index to be made from. */
export interface Wanted {
  readonly version: number
  readonly catalogue: number
  readonly markets: readonly string[]
  readonly embedders: readonly string[]
}

const isMadeFrom = (content: Omit<Content, 'createdAt'>, wanted: Wanted): boolean =>
  content.version === wanted.version &&
  content.catalogue === wanted.catalogue &&
  content.markets.join('\n') === wanted.markets.join('\n') &&
  // One more than is wanted does no harm: nobody asks it.
  wanted.embedders.every((name) => content.embedders.includes(name))

/** Gives up a build; what it has made on the server is to be deleted. */
export const abandonBuild = (state: IndexState): IndexState =>
  state.build === null
    ? state
    : { ...state, build: null, tasks: [], leftovers: [...state.leftovers, state.build.uid] }

/** Begins a build where there is none and one is due: nothing to search, or something made from what is past. */
export function beginBuild(
  before: IndexState,
  wanted: Wanted,
  { uid, lastChange }: { readonly uid: string; readonly lastChange: number },
): IndexState {
  const state = before.build && !isMadeFrom(before.build, wanted) ? abandonBuild(before) : before
  const isDue = state.wanted || state.live === null || !isMadeFrom(state.live, wanted)
  if (state.build || !isDue) return state
  return {
    ...state,
    wanted: false,
    // Changes under way to the old index are still in the outbox, and the build reads them.
    tasks: [],
    sentUpTo: null,
    build: {
      ...wanted,
      uid,
      createdAt: null,
      isCreated: false,
      after: 0,
      documents: 0,
      isFilled: false,
      isSwapping: false,
      covers: lastChange,
    },
  }
}

/** A failure is tried again after this long, times two for each further one. */
const RETRY_FIRST_MS = 1_000
const RETRY_MOST_MS = 5 * 60_000

/** Nothing that was asked for counts as done; it is asked for again later. */
function fail(state: IndexState, problem: Omit<Problem, 'at'>, now: number): IndexState {
  const wait = Math.min(RETRY_FIRST_MS * 2 ** Math.min(state.attempts, 20), RETRY_MOST_MS)
  return {
    ...state,
    attempts: state.attempts + 1,
    retryAt: now + wait,
    error: { code: problem.code, message: problem.message, at: now },
    inspectedBy: '',
  }
}

const healthy = (state: IndexState, now: number): IndexState => ({
  ...state,
  attempts: 0,
  retryAt: 0,
  error: null,
  lastSuccessAt: now,
})

const outcomeOf = (tasks: readonly TaskState[]) => ({
  waiting: tasks.filter(({ state }) => state === 'waiting').map(({ uid }) => uid),
  bad: tasks.find(({ state }) => state === 'failed' || state === 'lost'),
})

/** The old content stands under the build's name after the swap, and goes. */
function finishSwap(state: IndexState, build: Build, now: number): IndexState {
  const { version, catalogue, markets, embedders, createdAt } = build
  return healthy(
    {
      ...state,
      live: { version, catalogue, markets, embedders, createdAt: createdAt ?? '' },
      build: null,
      tasks: [],
      leftovers: [...state.leftovers, build.uid],
    },
    now,
  )
}

/** What a report makes of an index, and up to which change the outbox may be cleared. */
export interface Progress {
  readonly state: IndexState
  readonly clearUpTo: number | null
}

function checked(state: IndexState, tasks: readonly TaskState[], now: number): Progress {
  const { waiting, bad } = outcomeOf(tasks)
  if (bad) {
    const message =
      bad.state === 'lost'
        ? 'Meilisearch no longer knows a task it had accepted. What it held is sent again.'
        : `Meilisearch could not do a task (${bad.detail ?? 'no reason given'}). Nothing is lost: it is sent again.`
    // A build that lost a page is not whole: begun anew. Changes stay in the outbox and are sent again.
    return {
      state: fail(
        { ...abandonBuild(state), tasks: [], sentUpTo: null },
        { code: 'task_failed', message },
        now,
      ),
      clearUpTo: null,
    }
  }
  if (waiting.length > 0) return { state: { ...state, tasks: waiting }, clearUpTo: null }
  const { build } = state
  if (build?.isSwapping) return { state: finishSwap(state, build, now), clearUpTo: build.covers }
  if (build) return { state: { ...state, tasks: [] }, clearUpTo: null }
  return { state: healthy({ ...state, tasks: [], sentUpTo: null }, now), clearUpTo: state.sentUpTo }
}

function inspected(state: IndexState, createdAt: string | null, lease: string, now: number): IndexState {
  const { build, live } = state
  if (build?.isCreated && build.createdAt === null) {
    return createdAt === null
      ? fail(
          abandonBuild(state),
          {
            code: 'index_missing',
            message: 'Meilisearch lost an index that was being built; it is built anew.',
          },
          now,
        )
      : { ...state, build: { ...build, createdAt } }
  }
  if (live && live.createdAt !== createdAt) {
    // Deleted, or made by somebody else: not ours any more.
    return { ...state, live: null, tasks: [], sentUpTo: null }
  }
  // With nothing left to do but changes, which speak for themselves, what went wrong before is over.
  const isSettled = !build && state.tasks.length === 0 && state.leftovers.length === 0
  return { ...state, inspectedBy: lease, ...(isSettled ? { error: null } : {}) }
}

/** Takes one report into the state. Pure. */
export function applyReport(
  state: IndexState,
  report: SyncReport,
  { lease, now }: { readonly lease: string; readonly now: number },
): Progress {
  const only = (next: IndexState): Progress => ({ state: next, clearUpTo: null })
  const { build } = state
  switch (report.kind) {
    case 'inspected':
      return only(inspected(state, report.createdAt, lease, now))
    case 'created':
      return only(build ? { ...state, build: { ...build, isCreated: true }, tasks: report.tasks } : state)
    case 'sent': {
      const tasks = [...state.tasks, ...report.tasks]
      if (!build) return only({ ...state, tasks, sentUpTo: report.upTo })
      const isFilled = report.documents === 0
      return only({
        ...state,
        tasks,
        build: { ...build, after: report.upTo, documents: build.documents + report.documents, isFilled },
      })
    }
    case 'checked':
      return checked(state, report.tasks, now)
    case 'swapped':
      if (!build) return only(state)
      return report.task === null
        ? { state: finishSwap(state, build, now), clearUpTo: build.covers }
        : only({ ...state, tasks: [report.task], build: { ...build, isSwapping: true } })
    case 'keyed':
      return only(healthy({ ...state, key: { uid: report.keyUid, value: report.key, madeAt: now } }, now))
    case 'discarded':
      return only(healthy({ ...state, leftovers: state.leftovers.filter((uid) => uid !== report.uid) }, now))
    case 'failed': {
      const lost =
        report.code === 'index_missing'
          ? { ...abandonBuild(state), live: null, tasks: [], sentUpTo: null }
          : state
      return only(fail(lost, report, now))
    }
  }
}

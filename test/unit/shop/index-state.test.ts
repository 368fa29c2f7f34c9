import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SyncReport } from '../../../worker/ports/sync-store.ts'
import {
  applyReport,
  beginBuild,
  newIndexState,
  type IndexState,
  type Wanted,
} from '../../../worker/shop/sync/index-state.ts'
import { nextStep } from '../../../worker/shop/sync/next-step.ts'

/**
 * A server and a shop in miniature. The server does what it is told, fails at random, and may do a thing and lose the
 * answer; the shop follows `nextStep` and `applyReport`. Whatever happens, in the end the index holds the shop's goods.
 */

const LIVE = 'live'

interface Server {
  readonly indexes: Map<string, { createdAt: string; documents: Set<number> }>
  readonly tasks: Map<number, 'succeeded' | 'failed'>
  made: number
}

class World {
  readonly server: Server = { indexes: new Map(), tasks: new Map(), made: 0 }
  readonly goods = new Set<number>()
  outbox: { seq: number; id: number }[] = []
  state: IndexState = newIndexState('en')
  wanted: Wanted = { version: 1, catalogue: 1, markets: ['default'], embedders: [] }
  seq = 0
  now = 0

  change(id: number, isThere: boolean): void {
    if (isThere) this.goods.add(id)
    else this.goods.delete(id)
    this.outbox = [...this.outbox.filter((row) => row.id !== id), { seq: ++this.seq, id }]
  }

  #task(outcome: 'succeeded' | 'failed' = 'succeeded'): number {
    const uid = this.server.tasks.size + 1
    this.server.tasks.set(uid, outcome)
    return uid
  }

  #make(uid: string): void {
    this.server.made += 1
    this.server.indexes.set(uid, { createdAt: String(this.server.made), documents: new Set() })
  }

  /** One turn of a consumer; false when there was nothing to do. */
  turn(lease: string, fate: 'well' | 'refused' | 'lost' | 'task'): boolean {
    this.state = beginBuild(this.state, this.wanted, { uid: `build-${this.now}`, lastChange: this.seq })
    const step = nextStep(this.state, { now: this.now, lease, hasChanges: this.outbox.length > 0 })
    if (step.kind === 'rest') return false
    if (step.kind === 'later') {
      this.now = step.at
      return true
    }
    const done = fate === 'refused' ? null : this.#do(step, fate === 'task')
    const report: SyncReport =
      fate === 'refused' || fate === 'lost' || done === null
        ? { kind: 'failed', code: 'unreachable', message: fate }
        : done
    const { state, clearUpTo } = applyReport(this.state, report, { lease, now: this.now })
    this.state = state
    if (clearUpTo !== null) this.outbox = this.outbox.filter(({ seq }) => seq > clearUpTo)
    return true
  }

  #do(step: ReturnType<typeof nextStep>, spoilsTask: boolean): SyncReport {
    const { indexes } = this.server
    const build = this.state.build?.uid ?? ''
    const outcome = spoilsTask ? 'failed' : 'succeeded'
    switch (step.kind) {
      case 'inspect':
        return {
          kind: 'inspected',
          createdAt: indexes.get(step.which === 'live' ? LIVE : build)?.createdAt ?? null,
        }
      case 'create': {
        if (!indexes.has(LIVE)) this.#make(LIVE)
        if (indexes.has(build)) return { kind: 'created', tasks: [this.#task('failed')] }
        if (!spoilsTask) this.#make(build)
        return { kind: 'created', tasks: [this.#task(outcome)] }
      }
      case 'fill': {
        const page = [...this.goods]
          .filter((id) => id > step.after)
          .toSorted((a, b) => a - b)
          .slice(0, 2)
        if (!spoilsTask) for (const id of page) indexes.get(build)?.documents.add(id)
        return {
          kind: 'sent',
          tasks: page.length > 0 ? [this.#task(outcome)] : [],
          upTo: page.at(-1) ?? step.after,
          documents: page.length,
        }
      }
      case 'changes': {
        const page = this.outbox.slice(0, 2)
        for (const { id } of page) {
          if (spoilsTask) continue
          if (this.goods.has(id)) indexes.get(LIVE)?.documents.add(id)
          else indexes.get(LIVE)?.documents.delete(id)
        }
        return {
          kind: 'sent',
          tasks: [this.#task(outcome)],
          upTo: page.at(-1)?.seq ?? 0,
          documents: page.length,
        }
      }
      case 'check':
        return {
          kind: 'checked',
          tasks: this.state.tasks.map((uid) => ({ uid, state: this.server.tasks.get(uid) ?? 'lost' })),
        }
      case 'swap': {
        const [live, built] = [indexes.get(LIVE), indexes.get(build)]
        if (live?.createdAt === this.state.build?.createdAt) return { kind: 'swapped', task: null }
        if (!live || !built || spoilsTask) return { kind: 'swapped', task: this.#task('failed') }
        indexes.set(LIVE, built)
        indexes.set(build, live)
        return { kind: 'swapped', task: this.#task() }
      }
      case 'key':
        return { kind: 'keyed', keyUid: 'k', key: 'secret' }
      case 'discard':
        indexes.delete(step.uid)
        return { kind: 'discarded', uid: step.uid }
      case 'rest':
      case 'later':
        throw new Error(step.kind)
    }
  }
}

const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('turn' as const),
      fate: fc.constantFrom('well', 'well', 'well', 'refused', 'lost', 'task'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('change' as const),
      id: fc.integer({ min: 1, max: 9 }),
      isThere: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('flip', 'version', 'vanish', 'new lease') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('embedders' as const),
      names: fc.constantFrom<string[][]>([], ['one'], ['other']),
    }),
  },
)

describe('an index that is kept up to date', () => {
  test('holds exactly the goods in the end, whatever went wrong on the way', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), (story) => {
        const world = new World()
        let lease = 0
        for (const one of story) {
          world.now += 1
          if (one.what === 'turn') world.turn(String(lease), one.fate)
          else if (one.what === 'change') world.change(one.id, one.isThere)
          else if (one.what === 'flip') {
            world.wanted = { ...world.wanted, catalogue: world.wanted.catalogue + 1 }
            world.goods.add(10 + world.wanted.catalogue)
            world.outbox = []
          } else if (one.what === 'embedders') world.wanted = { ...world.wanted, embedders: one.names }
          else if (one.what === 'version')
            world.wanted = { ...world.wanted, version: world.wanted.version + 1 }
          else if (one.what === 'vanish') world.server.indexes.delete(LIVE)
          else lease += 1
        }
        // From here on nothing goes wrong; a consumer of its own, as the next message brings.
        let turns = 0
        while (world.turn('last', 'well')) {
          world.now += 1
          if (++turns > 500) throw new Error('it never comes to rest')
        }
        expect(world.outbox).toEqual([])
        expect(new Set(world.server.indexes.get(LIVE)?.documents)).toEqual(world.goods)
        expect([...world.server.indexes.keys()]).toEqual([LIVE])
        expect(world.state).toMatchObject({ build: null, tasks: [], leftovers: [], error: null })
        expect(world.state.live?.version).toBe(world.wanted.version)
        expect(world.state.live?.embedders).toEqual(expect.arrayContaining([...world.wanted.embedders]))
      }),
      { numRuns: 500 },
    )
  })

  test('is not built anew for an embedder fewer, only for one it lacks', () => {
    const made = { version: 1, catalogue: 1, markets: ['default'], createdAt: 'then' }
    const state = { ...newIndexState('en'), live: { ...made, embedders: ['one'] } }
    const begun = (embedders: string[]) =>
      beginBuild(state, { ...made, embedders }, { uid: 'next', lastChange: 0 }).build?.embedders
    expect(begun([])).toBeUndefined()
    expect(begun(['one'])).toBeUndefined()
    expect(begun(['other'])).toEqual(['other'])
  })

  test('waits longer after each failure, five minutes at most', () => {
    let state = newIndexState('en')
    const waits: number[] = []
    for (let turn = 0; turn < 12; turn++) {
      state = applyReport(state, { kind: 'failed', code: 'busy', message: 'x' }, { lease: '', now: 0 }).state
      waits.push(state.retryAt)
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(waits.at(-1)).toBe(300_000)
  })
})

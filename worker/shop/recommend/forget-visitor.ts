import { itemOfStep, kindOfStep } from '../../recommend/packed-steps.ts'
import { kindWeight } from '../../recommend/event-kinds.ts'
import { unlearnSession } from '../../recommend/learn-step.ts'
import { POPULARITY_DECAY_MS } from '../../recommend/presets.ts'
import type { RecMemory } from './rec-memory.ts'
import {
  deleteSessions,
  NEVER,
  readSessionsByKey,
  readSessionsOfVisitor,
  type ItemRow,
  type StoredSession,
} from './rec-rows.ts'

/** log(e^a - e^b); `NEVER` where nothing is left. */
const subtractLogs = (a: number, b: number): number => (b >= a ? NEVER : a + Math.log1p(-Math.exp(b - a)))

function forgetSession(
  session: StoredSession,
  memory: RecMemory,
  itemOf: (id: number) => ItemRow | null,
): void {
  unlearnSession(session.steps, session.at, (id) =>
    memory.relations(id) ? memory.relationsToLearn(id) : undefined,
  )
  for (const id of new Set(Array.from(session.steps, itemOfStep))) {
    const item = itemOf(id)
    if (item) memory.recount(item, -1)
    if (memory.relations(id)) {
      const relations = memory.relationsToLearn(id)
      relations.sessions = relations.sessions.filter((other) => other !== session.id)
    }
  }
  for (const step of session.steps) {
    const item = itemOf(itemOfStep(step))
    const popularity = session.at / POPULARITY_DECAY_MS + Math.log(kindWeight(kindOfStep(step)))
    if (item) item.lp = item.n === 0 ? NEVER : subtractLogs(item.lp, popularity)
  }
}

/**
 * Takes a visitor's sessions out of what was learnt, and of `known`, the keys of sessions they were seen in, those that name
 * nobody; returns how many there were. Their rows go, the lists of sessions
 * they are in, the counts, and what they gave to relations and popularity, of which rather too much is taken back than too
 * little, because the times of single events are not kept.
 *
 * What stays: two rates and four means of the whole shop (`RecModel`), to which one person's steps gave some part in
 * thousands; sessions without a visitor's id, which nobody can attribute; and what sessions gave that are pruned already,
 * decayed sums over products with no trace of who or when. None of it leads back to a person.
 */
export function forgetVisitor(
  sql: SqlStorage,
  memory: RecMemory,
  visitor: string,
  known: readonly string[],
): number {
  const own = readSessionsOfVisitor(sql, visitor)
  // Of those they were known in, what was learnt before they were recognised; not what is somebody else's by now.
  const earlier = readSessionsByKey(sql, known).filter((session) => session.visitor === null)
  const sessions = [...own, ...earlier]
  if (sessions.length === 0) return 0
  const ids = new Set(sessions.flatMap(({ steps }) => Array.from(steps, itemOfStep)))
  memory.loadItemsById([...ids])
  memory.loadRelations([...ids])
  for (const session of sessions) forgetSession(session, memory, (id) => memory.itemToChange(id))
  memory.flush()
  deleteSessions(
    sql,
    sessions.map(({ id }) => id),
  )
  return sessions.length
}

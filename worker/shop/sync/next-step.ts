import type { IndexState } from './index-state.ts'

/** What to do next for one index, before pages are read and names are put in. */
export type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'inspect'; readonly which: 'live' | 'build' }
  | { readonly kind: 'create' }
  | { readonly kind: 'fill'; readonly after: number }
  | { readonly kind: 'changes' }
  | { readonly kind: 'check' }
  | { readonly kind: 'swap' }
  | { readonly kind: 'key' }
  | { readonly kind: 'discard'; readonly uid: string }

/** Pages on their way at once: a server takes several into one batch, which is what makes a large build fast. */
const TASKS_OUTSTANDING = 6

export interface Circumstances {
  readonly now: number
  /** The consumer that asks; null only to see whether there is anything to do. */
  readonly lease: string | null
  readonly hasChanges: boolean
}

/** The order of things: be sure of what is there, build what is due, then keys, leavings and changes. Pure. */
export function nextStep(state: IndexState, { now, lease, hasChanges }: Circumstances): Step {
  const { live, build, tasks, leftovers } = state
  if (now < state.retryAt) {
    const hasWork = build !== null || tasks.length > 0 || hasChanges || leftovers.length > 0 || !hasKey(state)
    return hasWork ? { kind: 'later', at: state.retryAt } : { kind: 'rest' }
  }
  if (live && lease !== null && state.inspectedBy !== lease) return { kind: 'inspect', which: 'live' }
  if (build) {
    if (!build.isCreated) return { kind: 'create' }
    if (tasks.length >= TASKS_OUTSTANDING) return { kind: 'check' }
    if (build.createdAt === null)
      return tasks.length > 0 ? { kind: 'check' } : { kind: 'inspect', which: 'build' }
    if (!build.isFilled) return { kind: 'fill', after: build.after }
    return tasks.length > 0 ? { kind: 'check' } : { kind: 'swap' }
  }
  if (tasks.length > 0) return { kind: 'check' }
  if (!hasKey(state)) return { kind: 'key' }
  const [leftover] = leftovers
  if (leftover !== undefined) return { kind: 'discard', uid: leftover }
  return live && hasChanges ? { kind: 'changes' } : { kind: 'rest' }
}

/** An index that is not there needs none. */
const hasKey = ({ live, key }: IndexState): boolean => live === null || (key?.value ?? null) !== null

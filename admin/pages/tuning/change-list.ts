import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import type { Edit, TuningList } from './tuning-model.ts'

/**
 * Makes a change and says how it went: done, with a way back, or why not.
 * @returns true when it is saved
 */
export async function changeList<Entry>(
  notices: Desk['notices'],
  list: TuningList<Entry>,
  edit: Edit<Entry>,
  { done, undo }: { readonly done: string; readonly undo?: Edit<Entry> },
): Promise<boolean> {
  const answer = await list.change(edit)
  if (answer.ok) {
    notices.done(done, undo && (() => void changeList(notices, list, undo, { done: texts.value.undone })))
    return true
  }
  const { failure } = answer
  const isStale = failure.kind === 'refused' && failure.code === 'conflict'
  const t = texts.value.tuning
  notices.bad(isStale ? t.stale : t.notSaved(texts.value.failure(failure)))
  return false
}

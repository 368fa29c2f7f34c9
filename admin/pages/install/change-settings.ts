import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import type { PlainPatch } from '../../settings-store.ts'

/**
 * Makes a change that shows at once. When it is saved it is said so, with a way back; when it is refused it is
 * taken back and said why.
 */
export async function changeSettings(
  { settings, notices }: Pick<Desk, 'settings' | 'notices'>,
  patch: PlainPatch,
  { done, undo }: { done: string; undo?: PlainPatch },
): Promise<void> {
  const answer = await settings.change(patch)
  if (!answer.ok) {
    notices.bad(texts.value.install.notSaved(texts.value.failure(answer.failure)))
    return
  }
  notices.done(
    done,
    undo && (() => void changeSettings({ settings, notices }, undo, { done: texts.value.undone })),
  )
}

import { texts } from '../messages/language.ts'
import { Dialog } from './dialog.tsx'
import type { Questions } from './questions.ts'

/** The question that is being asked, if any. What deletes looks it, and has the focus on the way out. */
export function QuestionDialog({ questions }: { questions: Questions }) {
  const question = questions.question.value
  if (!question) return null
  const destroys = question.destroys === true
  return (
    <Dialog title={question.title} onClose={() => questions.answer(false)}>
      <p>{question.text}</p>
      <div class="row end">
        <button type="button" class="button" autofocus={destroys} onClick={() => questions.answer(false)}>
          {texts.value.cancel}
        </button>
        <button
          type="button"
          class={destroys ? 'button destroys' : 'button primary'}
          autofocus={!destroys}
          onClick={() => questions.answer(true)}
        >
          {question.yes}
        </button>
      </div>
    </Dialog>
  )
}

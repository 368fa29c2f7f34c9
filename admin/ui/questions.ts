import { signal, type ReadonlySignal } from '@preact/signals'

export interface Question {
  readonly title: string
  readonly text: string
  /** The button that does it, as a verb. */
  readonly yes: string
  /** True when what is done deletes something. */
  readonly destroys?: boolean
}

export interface Questions {
  readonly question: ReadonlySignal<Question | null>
  /** Asks once, in words. False when it was closed or refused. */
  readonly ask: (question: Question) => Promise<boolean>
  readonly answer: (isYes: boolean) => void
}

export function createQuestions(): Questions {
  const question = signal<Question | null>(null)
  let settle: ((isYes: boolean) => void) | undefined
  const answer = (isYes: boolean): void => {
    question.value = null
    settle?.(isYes)
    settle = undefined
  }
  return {
    question,
    ask(next) {
      answer(false)
      return new Promise((resolve) => {
        settle = resolve
        question.value = next
      })
    },
    answer,
  }
}

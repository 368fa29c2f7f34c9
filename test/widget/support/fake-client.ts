import type { Answers, Outcome, Question, SearchClient } from '../../../widget/api/client.ts'

/** One question put to the fake service, to be answered whenever the test likes. */
export interface Asked {
  readonly question: Question
  readonly offset: number
  readonly signal: AbortSignal
  readonly answers: Answers
  readonly end: (outcome: Outcome) => void
}

/** A service that answers only when told to. */
export function fakeClient(): { client: SearchClient; asked: Asked[] } {
  const asked: Asked[] = []
  const client: SearchClient = {
    ask: (question, offset, signal, answers) =>
      new Promise((end) => asked.push({ question, offset, signal, answers, end })),
  }
  return { client, asked }
}

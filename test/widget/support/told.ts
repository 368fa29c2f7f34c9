import type { Asked } from './fake-client.ts'

/** The words of each question, with `…` while they were being typed and `.` when typing had rested. */
export const told = (asked: readonly Asked[]): string[] =>
  asked.map(({ question: { q, typing } }) => q + { '1': '…', rest: '.', '': '' }[typing])

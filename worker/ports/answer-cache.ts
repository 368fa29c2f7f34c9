import type { Answer } from './metered-model.ts'

/** Models' answers beyond this isolate. May forget anything at any time; never throws. `key`: letters and digits. */
export interface AnswerCache {
  find(key: string): Promise<Answer | null>
  keep(key: string, answer: Answer, seconds: number): Promise<void>
}

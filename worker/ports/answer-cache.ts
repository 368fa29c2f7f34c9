import type { Completion } from './language-model.ts'

/** Models' answers beyond this isolate. May forget anything at any time; never throws. `key`: letters and digits. */
export interface AnswerCache {
  find(key: string): Promise<Completion | null>
  keep(key: string, answer: Completion, seconds: number): Promise<void>
}

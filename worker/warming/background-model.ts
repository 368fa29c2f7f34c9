import type { MeteredModel } from '../ports/metered-model.ts'

/** A model that can be asked for the text of its last answer. */
export interface BackgroundModel {
  readonly model: MeteredModel
  /** The last answer, once; null: there was none. */
  take(): string | null
}

/** A metered model for work that nobody waits for: read to the server's own count of tokens. One call at a time. */
export function inBackground(metered: MeteredModel): BackgroundModel {
  let last: string | null = null
  return {
    model: {
      async complete(request) {
        last = null
        const answer = await metered.complete({ ...request, untilEnd: true })
        last = answer.ok ? answer.value.text : null
        return answer
      },
    },
    take() {
      const taken = last
      last = null
      return taken
    },
  }
}

import type { JobMessage, Jobs } from '../../ports/jobs.ts'

/** The platform takes no longer delay. */
const DELAY_MOST_SECONDS = 12 * 3600

/** Jobs through the platform's queue: delivered at least once, also after a crash. */
export function createQueueJobs(queue: Queue<JobMessage>): Jobs {
  return {
    async send(message, delaySeconds = 0) {
      await queue.send(message, { delaySeconds: Math.min(Math.ceil(delaySeconds), DELAY_MOST_SECONDS) })
    },
  }
}

import type { Services } from '../ports/services.ts'
import { runSync } from './run-sync.ts'

const isJob = (body: unknown): body is { shop: string; job: string } =>
  typeof body === 'object' &&
  body !== null &&
  'shop' in body &&
  typeof body.shop === 'string' &&
  'job' in body &&
  typeof body.job === 'string'

/**
 * Does the jobs shops send because they need the network. A job that fails is not repeated here: the shop keeps what
 * is to be done and asks again.
 */
export async function consumeJobs(services: Services, messages: readonly { body: unknown }[]): Promise<void> {
  const { searchIndex, sync } = services
  // Two messages of one shop are one piece of work.
  const shops = new Set(
    messages.flatMap(({ body }) => (isJob(body) && body.job === 'sync' ? [body.shop] : [])),
  )
  if (!searchIndex) return
  for (const shop of shops) {
    await runSync({ index: searchIndex, store: sync, now: Date.now, pause: (ms) => scheduler.wait(ms) }, shop)
  }
}

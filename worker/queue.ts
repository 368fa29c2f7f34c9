import { z } from 'zod'
import { backfillVectors } from './embeddings/backfill-vectors.ts'
import { outsideJobs, type JobMessage } from './ports/jobs.ts'
import type { Services } from './ports/services.ts'

const message = z.object({ shop: z.string(), job: z.enum(outsideJobs) })

/** How long one message works before it hands over to the next, so that shops take turns. */
const TURN_MS = 20_000

/** A turn that broke is tried again after this long. */
const RETRY_SECONDS = 10

/** Does one turn of a job; returns the seconds until the next, null when there is nothing left to do. */
async function runJob(services: Services, { shop }: JobMessage): Promise<number | null> {
  const { embeddings } = services
  // Without an embedder there is nothing to do until the next import says so again.
  if (!embeddings || !(await services.shops.read(shop))) return null
  const outcome = await backfillVectors(
    {
      vectors: services.vectors,
      embedder: embeddings.embedder,
      rates: embeddings.rates,
      now: Date.now,
      until: Date.now() + TURN_MS,
      signal: AbortSignal.timeout(TURN_MS * 3),
    },
    shop,
  )
  return outcome.kind === 'done' ? null : outcome.afterMs / 1000
}

/** Consumes the shops' jobs. A message is only forgotten once its turn is over and the next is in line. */
export async function consumeJobs(batch: MessageBatch, services: Services): Promise<void> {
  for (const one of batch.messages) {
    const read = message.safeParse(one.body)
    if (!read.success) {
      // oxlint-disable-next-line no-console -- another version's message: nobody here can do it.
      console.error('a job of an unknown form was dropped')
      one.ack()
      continue
    }
    try {
      const delaySeconds = await runJob(services, read.data)
      if (delaySeconds !== null) await services.jobs.send(read.data, delaySeconds)
      one.ack()
    } catch (error) {
      // oxlint-disable-next-line no-console -- a background failure has nowhere else to go; it is tried again.
      console.error(`job ${read.data.job} failed and will be tried again`, error)
      one.retry({ delaySeconds: RETRY_SECONDS })
    }
  }
}

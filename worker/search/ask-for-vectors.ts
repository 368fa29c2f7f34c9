import type { Services } from '../ports/services.ts'

/** One isolate asks for a shop's vectors at most this often: the job goes on by itself once it runs. */
const ASKED_EVERY_MS = 5 * 60_000

/** Shops remembered at once. */
const REMEMBERED = 1_000

const asked = new Map<string, number>()

/**
 * A search had a vector and the shop none to compare it with: an embedder was configured, or changed, after the last
 * import. The back-fill is put in line, so that nobody has to start it by hand.
 */
export function askForVectors(
  services: Services,
  shop: string,
  { arrivedAt, later }: { arrivedAt: number; later: (work: Promise<unknown>) => void },
): void {
  if (arrivedAt - (asked.get(shop) ?? 0) < ASKED_EVERY_MS) return
  if (asked.size >= REMEMBERED) asked.clear()
  asked.set(shop, arrivedAt)
  later(services.jobs.send({ shop, job: 'vectors' }))
}

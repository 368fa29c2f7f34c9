import type { OverlayHost } from '../../../ports/overlay-host.ts'

/** What helps to search is of no use when it comes later than this. */
const ANSWER_MAX_MS = 3000

/**
 * The service's answer to a plain question, unchecked.
 *
 * @throws when there is none in time, or a refusal
 */
export async function fetchAnswer(
  { edge, parameters }: Pick<OverlayHost, 'edge' | 'parameters'>,
  path: string,
  more: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<unknown> {
  const late = AbortSignal.timeout(ANSWER_MAX_MS)
  const answer = await fetch(`${edge}${path}?${new URLSearchParams({ ...parameters, ...more })}`, {
    credentials: 'omit',
    signal: signal ? AbortSignal.any([signal, late]) : late,
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

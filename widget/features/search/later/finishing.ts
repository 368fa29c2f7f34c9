import type { Typing } from '../../../api/client.ts'
import { REST_MS } from '../typing.ts'

/** What takes the focus away is often a tap that asks for something else: it is waited for this long. */
const TAP_MS = 300

const isInResults = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.main') !== null

/**
 * Tells once when nobody types on the words any more, though Enter was not pressed: the field is left, the results are
 * being scrolled, or typing has rested long.
 *
 * @param root where the field and the results are drawn
 * @param options ends the watching
 * @returns to be called at each change of the words
 */
export function watchFinishing(
  root: HTMLElement,
  onFinished: (typing: Typing) => void,
  options: { readonly signal: AbortSignal },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }
  function finish(typing: Typing): void {
    stop()
    onFinished(typing)
  }
  function finishIn(ms: number, typing: Typing): void {
    clearTimeout(timer)
    timer = setTimeout(finish, ms, typing)
  }
  root.querySelector('input')?.addEventListener('change', () => timer && finishIn(TAP_MS, ''), options)
  for (const name of ['wheel', 'touchmove'])
    root.addEventListener(name, ({ target }) => timer && isInResults(target) && finish(''), {
      signal: options.signal,
      passive: true,
    })
  options.signal.addEventListener('abort', stop)
  return () => finishIn(REST_MS, 'rest')
}

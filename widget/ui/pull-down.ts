/** Pulled this far, in CSS pixels, a sheet is meant to go. */
const PULL_MIN = 96

/**
 * Lets a sheet be pulled down by the bar at its top edge; keyboard and screen reader have the close button.
 *
 * @param options ends the listening
 */
export function pullDown(
  bar: HTMLElement,
  sheet: HTMLElement,
  onPulledDown: () => void,
  options: { readonly signal: AbortSignal },
): void {
  /** Where the finger came down. One finger pulls one sheet. */
  let from = 0
  const pull = (distance: number): void =>
    sheet.style.setProperty('transform', distance > 0 ? `translateY(${distance}px)` : '')
  const listen = (
    name: 'pointerdown' | 'pointermove' | 'pointerup',
    act: (event: PointerEvent) => void,
  ): void => bar.addEventListener(name, act, options)
  listen('pointerdown', (event) => {
    from = event.clientY
    bar.setPointerCapture(event.pointerId)
  })
  listen('pointermove', (event) => {
    if (bar.hasPointerCapture(event.pointerId)) pull(event.clientY - from)
  })
  listen('pointerup', (event) => {
    if (event.clientY - from > PULL_MIN) onPulledDown()
  })
  bar.addEventListener('lostpointercapture', () => pull(0), options)
}

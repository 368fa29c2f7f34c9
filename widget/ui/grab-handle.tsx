import type { TargetedPointerEvent } from 'preact'

/** Pulled this far, in CSS pixels, a sheet is meant to go. */
const PULL_MIN = 96

type Pull = TargetedPointerEvent<HTMLElement>

/** Where the finger came down. One finger pulls one sheet. */
let from = 0

function pull(event: Pull, distance: number): void {
  const sheet = event.currentTarget.closest('dialog')
  sheet?.style.setProperty('transform', distance > 0 ? `translateY(${distance}px)` : '')
}

/** The bar at a sheet's top edge that can be pulled down; keyboard and screen reader have the close button. */
export const GrabHandle = ({ onPulledDown }: { onPulledDown: () => void }) => (
  <div
    class="grab"
    aria-hidden="true"
    onPointerDown={(event) => {
      from = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    }}
    onPointerMove={(event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) pull(event, event.clientY - from)
    }}
    onPointerUp={(event) => event.clientY - from > PULL_MIN && onPulledDown()}
    onLostPointerCapture={(event) => pull(event, 0)}
  />
)

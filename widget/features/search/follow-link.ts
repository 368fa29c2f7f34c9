import type { OverlayHost } from '../../ports/overlay-host.ts'

/** Goes where a plain click leads, without the overlay's entry staying in the history; the browser does the rest. */
export function followLink(event: MouseEvent, href: string | undefined, host: OverlayHost): void {
  if (!href || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  host.follow(href)
}

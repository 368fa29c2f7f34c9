/**
 * Goes our own way where a plain click on a link leads; what else a click can mean stays the browser's.
 *
 * @param to what `go` is told: an address, or words to search in the shop; nothing to go to leaves the click alone
 */
export function followLink(event: MouseEvent, to: string | undefined, go: (to: string) => void): void {
  if (!to || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(to)
}

export interface HistoryEntry {
  /** Goes to another page in place of our entry, so that Back from there leads to the shop's page in one step. */
  readonly replaceWith: (href: string) => void
  /** Stops listening; with `goBack`, also takes our entry off when it is on top. Resolves once it is off. */
  readonly remove: (goBack: boolean) => Promise<void>
}

/** Going back is over within a frame or two; a browser that says nothing must not hold up the shopper. */
const BACK_MAX_MS = 300

const MARK = 'aisle'

/** What the page or its router left on the current entry. */
function pageState(): object {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? state : {}
}

const isOurs = (): boolean => MARK in pageState()

/**
 * One entry on the page's history while the overlay is open, so that the phone's Back closes it and not the page.
 * The state a router left there is kept inside ours: to the router it is the same place.
 */
export function createHistoryEntry(onBack: () => void): HistoryEntry {
  try {
    // After a reload on our entry it is already there.
    if (!isOurs()) history.pushState({ ...pageState(), [MARK]: 1 }, '')
  } catch {
    // Sandboxed frames and pages that push too often may not: then Back leaves, as it would without us.
  }
  const onPop = (): void => {
    if (!isOurs()) onBack()
  }
  addEventListener('popstate', onPop)
  return {
    replaceWith: (href) => (isOurs() ? location.replace(href) : location.assign(href)),
    async remove(goBack) {
      removeEventListener('popstate', onPop)
      if (!goBack || !isOurs()) return
      await new Promise<unknown>((resolve) => {
        addEventListener('popstate', resolve, { once: true })
        setTimeout(resolve, BACK_MAX_MS)
        history.back()
      })
    },
  }
}

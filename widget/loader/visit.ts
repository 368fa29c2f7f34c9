/** After this many failures the loader steps aside until the visit ends. */
const FAILURES_MAX = 3

/** One visit of one shopper: what must be remembered from page to page, and only while the tab lives. */
export interface Visit {
  readonly fail: () => void
  readonly isAside: () => boolean
  /** Whether this visit is among the `percent` that get the widget. Same answer on every page of the visit. */
  readonly isInRamp: (percent: number) => boolean
}

/** Remembers in sessionStorage, or for this page only where that is absent, full or forbidden. */
export function createVisit(): Visit {
  const memory: Record<string, string> = {}
  const read = (name: string): string | undefined => {
    try {
      return sessionStorage.getItem(name) ?? memory[name]
    } catch {
      // In-app browsers, sandboxed frames and blocked site data all throw on touch.
      return memory[name]
    }
  }
  const write = (name: string, value: number): void => {
    memory[name] = String(value)
    try {
      sessionStorage.setItem(name, String(value))
    } catch {
      // As above, or the quota is spent: the page's memory has to do.
    }
  }
  const failures = (): number => Number(read('aisle-failures') ?? 0)
  return {
    fail: () => write('aisle-failures', failures() + 1),
    isAside: () => failures() >= FAILURES_MAX,
    isInRamp(percent) {
      const drawn = Number(read('aisle-draw') ?? Math.random() * 100)
      write('aisle-draw', drawn)
      return drawn < percent
    },
  }
}

import type { Store } from '../ports/store.ts'

/** localStorage, or this page's memory where it is absent, full or forbidden (in-app browsers, blocked site data). */
export function createStore(): Store {
  const memory = new Map<string, string>()
  return {
    read(name) {
      try {
        return localStorage.getItem(name) ?? memory.get(name)
      } catch {
        return memory.get(name)
      }
    },
    write(name, value) {
      memory.set(name, value)
      try {
        localStorage.setItem(name, value)
      } catch {
        // The page's memory has to do.
      }
    },
  }
}

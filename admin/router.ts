import { computed, signal, type ReadonlySignal } from '@preact/signals'

export const pages = ['catalogue', 'search', 'tuning', 'words', 'install'] as const
export type Page = (typeof pages)[number]

/** Where the panel stands: a page, what is open on it, and the words of a search. */
export interface Route {
  readonly page: Page
  /** Id of what is open on the page, such as an import. */
  readonly item?: string
  readonly q?: string
}

const isPage = (text: string | undefined): text is Page => pages.some((page) => page === text)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Reads `#/search?q=…` or `#/catalogue/<import>`; an address that names no page is the first page. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [page, item] = path.split('/').map(decoded)
  if (!isPage(page)) return { page: pages[0] }
  const q = new URLSearchParams(query).get('q')
  return { page, ...(item ? { item } : {}), ...(q ? { q } : {}) }
}

/** The address of a place, for a link. Behind a `#`, so that every place is the one page the server knows. */
export function routeHref({ page, item, q }: Route): string {
  const path = item === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(item)}`
  return q ? `${path}?${new URLSearchParams({ q }).toString()}` : path
}

export interface Router {
  readonly route: ReadonlySignal<Route>
  readonly go: (route: Route) => void
  /** Changes the address without a step in the history: what Back should skip. */
  readonly replace: (route: Route) => void
  readonly dispose: () => void
}

export function createRouter(page: Window): Router {
  const hash = signal(page.location.hash)
  const read = (): void => {
    hash.value = page.location.hash
  }
  page.addEventListener('hashchange', read)
  return {
    route: computed(() => readRoute(hash.value)),
    go(route) {
      page.location.hash = routeHref(route)
      read()
    },
    replace(route) {
      page.history.replaceState(page.history.state, '', routeHref(route))
      read()
    },
    dispose: () => page.removeEventListener('hashchange', read),
  }
}

import type { SearchLink, SearchLinks } from '../../ports/outside-finds.ts'

/** Links change when an index is built for the first time and when a key is made: seldom. */
const REMEMBERED_MS = 30_000
/** A shop without a link will have one soon. */
const WITHOUT_MS = 3_000
const REMEMBERED_SHOPS = 1_000

/** One isolate's memory of where shops are searched, so that a search is one question and one hop. */
export class LinkCache {
  readonly #read: (shop: string) => Promise<SearchLinks>
  readonly #held = new Map<string, { links: Promise<SearchLinks>; until: number; isTrusted: boolean }>()

  constructor(read: (shop: string) => Promise<SearchLinks>) {
    this.#read = read
  }

  /** The link of a market; `never` while it has none yet, `lost` while what it had does not serve. */
  async find(shop: string, market: string, now: number): Promise<SearchLink | 'never' | 'lost'> {
    const held = this.#held.get(shop)
    if (held && now < held.until) return held.isTrusted ? linkIn(await held.links, market) : 'lost'
    if (this.#held.size >= REMEMBERED_SHOPS) this.#held.clear()
    const entry = { links: this.#read(shop), until: now + REMEMBERED_MS, isTrusted: true }
    this.#held.set(shop, entry)
    try {
      const link = linkIn(await entry.links, market)
      if (link === 'never' || link === 'lost') entry.until = now + WITHOUT_MS
      return link
    } catch (error) {
      this.#held.delete(shop)
      throw error
    }
  }

  /** The link did not serve: the shop is asked anew before long. */
  distrust(shop: string, now: number): void {
    this.#held.set(shop, { links: Promise.resolve({}), until: now + WITHOUT_MS, isTrusted: false })
  }
}

function linkIn(links: SearchLinks, market: string): SearchLink | 'never' | 'lost' {
  const link = links[market]
  return link === undefined ? 'never' : (link ?? 'lost')
}

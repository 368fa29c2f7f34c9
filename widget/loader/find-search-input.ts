/** Which elements of a shop's page are its search. Pure reading: nothing is changed, nothing is kept. */

const FIELD_NAMES = [
  'q',
  'query',
  'keyword',
  'keywords',
  'search',
  's',
  'search_query',
  'searchword',
  'search_word',
]

const SEARCH_FIELDS = [
  'input[type=search]',
  '[role=search] input',
  ...FIELD_NAMES.map((name) => `input[name="${name}"]`),
  'form[action*=search] input',
].join()

/** `[role=search] input` would also catch the check boxes and buttons beside the words. */
const TEXT_TYPES = /^(text|search)$/

/** Links that lead to a bare search page; one that carries words already is an answer, not a door. */
const SEARCH_DOORS = 'a[href$="/search"],a[href$="/search/"],a[href$="/search.html"]'

/** Buttons that reveal a search field: worth a head start, but what they do stays theirs. */
const SEARCH_HINTS = ['search', '검색', '検索']
  .map((word) => `button[aria-label*="${word}" i],summary[aria-label*="${word}" i]`)
  .join()

const closest = (target: EventTarget | null, selector: string): Element | null =>
  selector && target instanceof Element ? target.closest(selector) : null

/** The search field at an event's target, by the general rules or by the shop's own selector. */
export function searchInputAt(target: EventTarget | null, own: string): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement &&
    TEXT_TYPES.test(target.type) &&
    (target.matches(SEARCH_FIELDS) || (own && target.matches(own)))
    ? target
    : undefined
}

/** The first search field of the page, for an overlay that no field opened. */
export function anySearchInput(own: string): HTMLInputElement | undefined {
  for (const field of document.querySelectorAll(own ? `${own},${SEARCH_FIELDS}` : SEARCH_FIELDS)) {
    const input = searchInputAt(field, own)
    if (input) return input
  }
  return undefined
}

/** A link or element whose click means "open search". */
export const searchDoorAt = (target: EventTarget | null, own: string): Element | null =>
  closest(target, own ? `${own},${SEARCH_DOORS}` : SEARCH_DOORS)

/** True where a shopper about to search is likely to point. */
export const isSearchHint = (target: EventTarget | null, own: string): boolean =>
  Boolean(searchInputAt(target, own) ?? searchDoorAt(target, own) ?? closest(target, SEARCH_HINTS))

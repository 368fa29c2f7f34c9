import { fold } from '../../worker/search/text/fold.ts'
import { nameKey } from '../../worker/search/text/name-key.ts'

/** Queries whose right answers are known from the catalogue itself. Seeded: a catalogue gives the same queries always. */

/** A product row of the measuring files, as far as queries are made of it. */
export interface CatalogueRow {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly brand?: string
  readonly product_type?: string
  readonly mpn?: string
  readonly gtin?: string
  readonly color?: string
  readonly size?: string
  readonly material?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

export const knownItemKinds = [
  'title fragment',
  'brand',
  'brand + category',
  'category',
  'model number',
] as const
export type KnownItemKind = (typeof knownItemKinds)[number]

export interface KnownItem {
  readonly kind: KnownItemKind
  readonly query: string
  /** Ids of every product for which the query holds. */
  readonly answers: ReadonlySet<string>
}

/** Title fragments alone make a set large enough where a catalogue states nothing else. */
const FRAGMENTS = 300
const OTHERS = 200
/** A fragment is a way to name one thing, not a family of things. */
const TITLES_MOST = 5

const token = /[\p{L}\p{N}]+(?:[-/.'’&][\p{L}\p{N}]+)*/gu
const tokens = (title: string): string[] => fold(title).match(token) ?? []

const functionWords = new Set(
  'a an and are as at by for from in into is it its of on or that the this to up with your'.split(' '),
)
const isContent = (word: string) => word.length > 1 && /\p{L}/u.test(word) && !functionWords.has(word)

/** Letters and digits in one piece, as shops write model numbers; sizes and amounts (500ml, 24-inch) are not. */
const isModelLike = (word: string) =>
  /^(?=.{5})(?=.*[a-z])(?=.*\d.*\d)[a-z\d-]+$/.test(word) && !/^\d+-?[a-z]{1,5}$/.test(word)

class AnswersByKey {
  readonly #ids = new Map<string, Set<string>>()

  add(key: string, id: string): void {
    const ids = this.#ids.get(key) ?? new Set<string>()
    this.#ids.set(key, ids)
    ids.add(id)
  }

  of(key: string): ReadonlySet<string> {
    return this.#ids.get(key) ?? new Set()
  }
}

/** The same order for the same list, unrelated to the list's own (Fisher and Yates). */
function shuffled<T>(list: readonly T[]): T[] {
  const order = [...list]
  let state = 20_261_123
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    const held = order[last] as T
    order[last] = order[other] as T
    order[other] = held
  }
  return order
}

/** Runs of two to four words that stand together in a title. */
function runs(words: readonly string[]): string[] {
  return [2, 3, 4].flatMap((size) =>
    words
      .slice(0, Math.max(0, words.length - size + 1))
      .map((_, first) => words.slice(first, first + size))
      .filter((run) => run.every(isContent))
      .map((run) => run.join(' ')),
  )
}

const leaf = (path: string) => path.split('>').at(-1)?.trim() ?? ''

/** Each query text once, in seeded order, as many as asked for. */
function make(
  kind: KnownItemKind,
  queries: readonly (readonly [query: string, key: string])[],
  answers: AnswersByKey,
  most: number,
): KnownItem[] {
  return shuffled([...new Map(queries)])
    .map(([query, key]) => ({ kind, query, answers: answers.of(key) }))
    .slice(0, most)
}

function titleFragments(rows: readonly CatalogueRow[]): KnownItem[] {
  const titles = new AnswersByKey()
  for (const { id, title } of rows) for (const run of runs(tokens(title))) titles.add(run, id)
  // One fragment of each title drawn, so that long titles are not asked more often.
  const drawn = shuffled(rows).flatMap(({ title }) => {
    const [run] = shuffled(runs(tokens(title)).filter((each) => titles.of(each).size <= TITLES_MOST))
    return run === undefined ? [] : [[run, run] as const]
  })
  return make('title fragment', drawn.slice(0, FRAGMENTS * 2), titles, FRAGMENTS)
}

function brandsAndCategories(rows: readonly CatalogueRow[]): KnownItem[] {
  const answers = new AnswersByKey()
  const brands: [string, string][] = []
  const categories: [string, string][] = []
  const both: [string, string][] = []
  for (const { id, brand = '', product_type = '' } of rows) {
    const category = leaf(product_type)
    const brandKey = `brand ${nameKey(brand)}`
    if (nameKey(brand) !== '') brands.push([brand, brandKey])
    if (category !== '') categories.push([category, `category ${fold(category)}`])
    answers.add(brandKey, id)
    for (const level of product_type.split('>')) answers.add(`category ${fold(level.trim())}`, id)
    if (nameKey(brand) === '' || category === '') continue
    const bothKey = `${brandKey} ${fold(category)}`
    answers.add(bothKey, id)
    both.push([`${brand} ${category}`, bothKey])
  }
  return [
    ...make('brand', brands, answers, OTHERS),
    ...make('brand + category', both, answers, OTHERS),
    ...make('category', categories, answers, OTHERS),
  ]
}

function modelNumbers(rows: readonly CatalogueRow[]): KnownItem[] {
  const answers = new AnswersByKey()
  const models: [string, string][] = []
  for (const { id, title, mpn = '' } of rows) {
    const written = new Set([...tokens(title), fold(mpn).trim()])
    for (const model of written) answers.add(nameKey(model), id)
    const model = nameKey(mpn).length >= 3 ? fold(mpn).trim() : tokens(title).find(isModelLike)
    if (model !== undefined) models.push([model, nameKey(model)])
  }
  const few = models.filter(([, key]) => answers.of(key).size <= TITLES_MOST)
  return make('model number', few, answers, OTHERS)
}

/** All queries of a catalogue; a kind it states nothing for (no brand, no model number) has none. */
export const knownItemQueries = (rows: readonly CatalogueRow[]): KnownItem[] => [
  ...titleFragments(rows),
  ...brandsAndCategories(rows),
  ...modelNumbers(rows),
]

/** How well lists of 20 hold the one item that came next. */
export interface NextItemFigures {
  readonly predictions: number
  /** Share of lists that hold it. */
  readonly hr20: number
  /** Mean of 1 / rank; 0 where it is not in the list. */
  readonly mrr20: number
  /** Mean of 1 / log2(rank + 1). */
  readonly ndcg20: number
  /** Share of the training items that any list showed. */
  readonly coverage20: number
}

export const LIST_LENGTH = 20

/** Counts up lists; throws when one shows an item twice. */
export class NextItemMetrics {
  readonly #items: number
  readonly #shown = new Set<string>()
  #lists = 0
  #hits = 0
  #reciprocal = 0
  #gain = 0

  /** `items`: how many training has. */
  constructor(items: number) {
    this.#items = items
  }

  add(list: readonly string[], target: string): void {
    const cut = list.slice(0, LIST_LENGTH)
    if (new Set(cut).size !== cut.length) throw new Error('a list shows an item twice')
    this.#lists += 1
    for (const item of cut) this.#shown.add(item)
    const rank = cut.indexOf(target) + 1
    if (rank === 0) return
    this.#hits += 1
    this.#reciprocal += 1 / rank
    this.#gain += 1 / Math.log2(rank + 1)
  }

  figures(): NextItemFigures {
    const lists = Math.max(1, this.#lists)
    return {
      predictions: this.#lists,
      hr20: this.#hits / lists,
      mrr20: this.#reciprocal / lists,
      ndcg20: this.#gain / lists,
      coverage20: this.#shown.size / Math.max(1, this.#items),
    }
  }
}

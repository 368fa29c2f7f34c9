import { signal } from '@preact/signals'
import type { Client } from '../../api/client.ts'

/** Names that are looked up in one session at most: a list of rules is read by people. */
const ASKED_MOST = 200

export interface ProductTitles {
  /** The product's name; null: there is no such product; undefined: not known (yet). Reading it follows it. */
  readonly titleOf: (id: string) => string | null | undefined
  /** Looks names up, each once, one after the other. */
  readonly want: (ids: readonly string[]) => void
  readonly know: (products: readonly { readonly id: string; readonly title: string }[]) => void
}

/** Names of products that rules speak of by their ids. */
export function createProductTitles(client: Pick<Client, 'product'>): ProductTitles {
  const titles = signal<ReadonlyMap<string, string | null>>(new Map())
  const asked = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()

  const put = (entries: readonly (readonly [string, string | null])[]): void => {
    if (entries.every(([id, title]) => titles.peek().get(id) === title)) return
    titles.value = new Map([...titles.peek(), ...entries])
  }
  async function ask(id: string): Promise<void> {
    const answer = await client.product(id)
    if (answer.ok) put([[id, answer.value.title]])
    else if (answer.failure.kind === 'refused' && answer.failure.code === 'not_found') put([[id, null]])
    else asked.delete(id)
  }

  return {
    titleOf: (id) => titles.value.get(id),
    want(ids) {
      for (const id of ids) {
        if (id === '' || asked.has(id) || asked.size >= ASKED_MOST || titles.peek().has(id)) continue
        asked.add(id)
        turn = turn.then(() => ask(id))
      }
    },
    know: (products) => put(products.map(({ id, title }) => [id, title])),
  }
}

import { signal, type ReadonlySignal } from '@preact/signals'
import type { TagDeskResponse } from '../../../worker/contract/tags.ts'
import type { BrandEntry, QueryLists } from '../../../worker/contract/typing.ts'
import type { Answer, ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'

/** What shoppers type: other spellings of brands, and what is suggested to them. */
export interface WordsModel {
  /** null until they are here. */
  readonly brands: ReadonlySignal<readonly BrandEntry[] | null>
  readonly lists: ReadonlySignal<QueryLists | null>
  readonly tags: ReadonlySignal<TagDeskResponse['tags'] | null>
  readonly failure: ReadonlySignal<ApiFailure | null>
  load(): Promise<void>
  /** Gives a brand the merchant's own spellings; null takes them back. */
  spell(brand: string, spellings: readonly string[] | null): Promise<Answer<BrandEntry[]>>
  saveLists(lists: QueryLists): Promise<Answer<QueryLists>>
}

type WordsClient = Pick<Client, 'brands' | 'saveBrands' | 'queryLists' | 'saveQueryLists' | 'tags'>

export function createWordsModel(client: WordsClient): WordsModel {
  const brands = signal<readonly BrandEntry[] | null>(null)
  const lists = signal<QueryLists | null>(null)
  const tags = signal<TagDeskResponse['tags'] | null>(null)
  const failure = signal<ApiFailure | null>(null)

  return {
    brands,
    lists,
    tags,
    failure,
    async load() {
      failure.value = null
      const [brandAnswer, listAnswer, tagAnswer] = await Promise.all([
        client.brands(),
        client.queryLists(),
        client.tags(),
      ])
      if (brandAnswer.ok) brands.value = brandAnswer.value
      else failure.value = brandAnswer.failure
      if (listAnswer.ok) lists.value = listAnswer.value
      else failure.value = listAnswer.failure
      if (tagAnswer.ok) tags.value = tagAnswer.value
      else failure.value = tagAnswer.failure
    },
    async spell(brand, spellings) {
      const others = (brands.value ?? []).filter(
        (entry) => entry.source === 'merchant' && entry.brand !== brand,
      )
      const own = spellings === null ? [] : [{ brand, spellings: [...spellings] }]
      const answer = await client.saveBrands([
        ...others.map((entry) => ({ brand: entry.brand, spellings: entry.spellings })),
        ...own,
      ])
      if (answer.ok) brands.value = answer.value
      return answer
    },
    async saveLists(next) {
      const answer = await client.saveQueryLists(next)
      if (answer.ok) lists.value = answer.value
      return answer
    },
  }
}

/** What was typed as a list, one a line or with commas between, each once. */
export const readList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,、，]/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

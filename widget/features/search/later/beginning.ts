import type { SuggestResponse } from '../../../../worker/contract/typing.ts'
import type { TagsResponse } from '../../../../worker/contract/tags.ts'
import type { paths } from '../../../../worker/contract/vocabulary.ts'
import type { OverlayHost } from '../../../ports/overlay-host.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { isSuggestion } from './suggestions.ts'

const TAGS_PATH = '/v1/tags' satisfies (typeof paths)['tags']
export const SUGGEST_PATH = '/v1/suggest' satisfies (typeof paths)['suggest']

/** What there is to begin with before anything is typed; empty lists for what did not come. */
export interface Beginning {
  readonly popular: readonly string[]
  readonly tags: TagsResponse['tags']
}

const isTags = (value: unknown): value is TagsResponse =>
  typeof value === 'object' && value !== null && 'tags' in value && Array.isArray(value.tags)

/** What came, if it is of the form asked for. */
const came = async <T>(
  answer: Promise<unknown>,
  is: (value: unknown) => value is T,
): Promise<T | undefined> => {
  const value = await answer.catch(() => undefined)
  return is(value) ? value : undefined
}

const wordsOf = ({ queries }: SuggestResponse): string[] => queries.map(({ text }) => text)

/** Asks for both at once, and waits for both: what arrives together moves things once. Never rejects. */
export async function fetchBeginning(host: Pick<OverlayHost, 'edge' | 'parameters'>): Promise<Beginning> {
  const [popular, tags] = await Promise.all([
    came(fetchAnswer(host, SUGGEST_PATH), isSuggestion),
    came(fetchAnswer(host, TAGS_PATH), isTags),
  ])
  return { popular: popular ? wordsOf(popular) : [], tags: tags?.tags ?? [] }
}

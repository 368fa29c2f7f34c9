import {
  rulesResponse,
  synonymsResponse,
  tuningTrace,
  type RulesResponse,
  type SynonymsResponse,
  type TuningTrace,
} from '../../../worker/contract/tuning.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import type { Parameters, Row, TestShop } from './worker-shop.ts'

/** A merchant's hand on a shop: what tests of synonyms and rules share. */

export const put = (shop: TestShop, path: string, body: unknown): Promise<Response> =>
  shop.admin(path, { method: 'PUT', body: JSON.stringify(body) })

/** Saves rules that must be accepted. */
export async function saveRules(shop: TestShop, rules: readonly unknown[]): Promise<RulesResponse> {
  const answer = await put(shop, paths.rules, { rules })
  if (answer.status !== 200) throw new Error(`rules refused: ${await answer.text()}`)
  return rulesResponse.parse(await answer.json())
}

/** Saves synonyms that must be accepted. */
export async function saveSynonyms(shop: TestShop, synonyms: readonly unknown[]): Promise<SynonymsResponse> {
  const answer = await put(shop, paths.synonyms, { synonyms })
  if (answer.status !== 200) throw new Error(`synonyms refused: ${await answer.text()}`)
  return synonymsResponse.parse(await answer.json())
}

/** A rule as it is sent. */
export const rule = (actions: readonly unknown[], when: unknown = {}, rest: object = {}): object => ({
  name: 'a rule',
  when,
  then: actions,
  ...rest,
})

export const pin = (product: string, position: number, rest: object = {}): object => ({
  do: 'pin',
  product,
  position,
  ...rest,
})

/** The condition that a query is one of these. */
export const asked = (...words: string[]): object => ({ query: { match: 'is', words } })

/** What synonyms and rules made of a search. */
export async function explainTuning(
  shop: TestShop,
  q: string,
  parameters: Parameters = {},
): Promise<TuningTrace> {
  const answer = await shop.admin(`${paths.adminSearch}/explain`, { parameters: { q, ...parameters } })
  const { explanation } = (await answer.json()) as { explanation: { tuning: unknown } }
  return tuningTrace.parse(explanation.tuning)
}

/** Lamps that rank in the order of their numbers: each title is longer than the one before. */
export const lamps = (count: number, change: (row: number) => Row = () => ({})): Row[] =>
  Array.from({ length: count }, (_, row) => ({
    id: `lamp-${row}`,
    title: `lamp${' plain'.repeat(row)}`,
    price: 10 + row,
    ...change(row),
  }))

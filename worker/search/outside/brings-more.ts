import type { ArmFinds } from '../../ports/outside-finds.ts'
import type { SearchTerm } from '../rank/score.ts'
import { isPair } from './index-terms.ts'

/**
 * Whether a server's finds can bring what the shop's own index has not found, when that has looked for every word:
 * products near in meaning, and for a word that no product here has those spelt nearly like it. Beside words that the
 * shop has, nearly alike is another thing. Pure.
 */
export function bringsMore(arms: readonly ArmFinds[], terms: readonly SearchTerm[]): boolean {
  if (!arms.some(({ ids }) => ids.length > 0)) return false
  if (arms.some(({ arm }) => arm === 'semantic')) return true
  const known = new Set(terms.filter(({ documents }) => documents > 0).map(({ word }) => word))
  // Character pairs are looked for as they are: only another arm guesses at what is written in them.
  const isGuessed = arms.some(({ arm, ids }) => arm === 'spelling' && ids.length > 0)
  return terms.some(
    ({ term, word, weight }) => word >= 0 && weight >= 1 && !known.has(word) && (isGuessed || !isPair(term)),
  )
}

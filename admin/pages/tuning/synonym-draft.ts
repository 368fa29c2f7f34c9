import type { Synonym } from '../../../worker/contract/tuning.ts'
import { TUNING } from '../../../worker/contract/vocabulary.ts'
import { areUsable, readWords, writeWords } from './read-words.ts'

export interface SynonymDraft {
  readonly id: string
  readonly kind: Synonym['kind']
  /** Of a two-way entry all words, of a one-way entry those that are found too. */
  readonly words: string
  readonly from: string
}

export type SynonymProblem = {
  readonly field: 'words' | 'from'
  readonly kind: 'twoWords' | 'from' | 'to' | 'phrase'
}

export const draftOfSynonym = (entry: Synonym): SynonymDraft =>
  entry.kind === 'two_way'
    ? { id: entry.id, kind: entry.kind, words: writeWords(entry.words), from: '' }
    : { id: entry.id, kind: entry.kind, words: writeWords(entry.to), from: entry.from }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Each word once, however it is written. */
const distinct = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.findIndex((other) => plain(other) === plain(word)) === index)

/** Reads the form: the entry, or what to mend first. Pure. */
export function readSynonym({ id, kind, words: text, from }: SynonymDraft): {
  readonly entry: Synonym
  readonly problem: SynonymProblem | null
} {
  const words = distinct(readWords(text))
  const isUsable = (phrases: readonly string[]) => areUsable(phrases, TUNING.phraseWords)
  if (kind === 'two_way') {
    const problem = words.length < 2 ? 'twoWords' : isUsable(words) ? null : 'phrase'
    return { entry: { id, kind, words }, problem: problem && { field: 'words', kind: problem } }
  }
  const [first = '', ...more] = readWords(from)
  const to = words.filter((word) => plain(word) !== plain(first))
  const entry: Synonym = { id, kind, from: first, to }
  if (first === '' || more.length > 0) return { entry, problem: { field: 'from', kind: 'from' } }
  if (!isUsable([first])) return { entry, problem: { field: 'from', kind: 'phrase' } }
  if (to.length === 0) return { entry, problem: { field: 'words', kind: 'to' } }
  return { entry, problem: isUsable(to) ? null : { field: 'words', kind: 'phrase' } }
}

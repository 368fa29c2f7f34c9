import type { Candidate } from './candidate.ts'

/** Letters and digits in their order, everything between them one space. */
const plain = (text: string): string => ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** A candidate's folded title: the first of its statements. */
const titleOf = ({ stated }: Candidate): string => stated.slice(1, stated.indexOf('|', 1))

/**
 * Tells which titles hold the whole query as it was typed: a shopper who types a run of a title means that product,
 * however well others fit the single words. Null for a single word, which fits too many. Pure.
 */
export function titleRun(query: string): ((candidate: Candidate) => boolean) | null {
  const run = plain(query)
  if (!run.trim().includes(' ')) return null
  return (candidate) => plain(titleOf(candidate)).includes(run)
}

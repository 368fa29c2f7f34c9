import type { QueryWord, Span } from '../../ports/understanding.ts'
import type { Claims } from './claims.ts'
import { fillerWeight, japaneseFillers } from './lexicon/fillers.ts'
import { runEnd, runStart, scriptAt } from './scripts.ts'
import { endsKoreanWord } from './word-edges.ts'

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:(?:[-.'’&]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}]+)*/gu
const particle = /^(?:の|を|に|は|が|で|と|も|や|へ|な|から|まで|には|での|とか|への|では)$/
const kana = /[\u3041-\u30ff\u3400-\u9fff]/

/** Where unspaced Japanese from `start` to `end` falls apart: around particles and fillers. */
function japaneseCuts(text: string, start: number, end: number): number[] {
  const cuts: number[] = []
  let at = start
  while (at < end) {
    const filler = japaneseFillers.find((word) => text.startsWith(word, at) && at + word.length <= end)
    if (filler) {
      cuts.push(at, at + filler.length)
      at += filler.length
      continue
    }
    const stop = scriptAt(text, at) === 'hiragana' ? Math.min(runEnd(text, at, 'hiragana'), end) : at
    if (stop > at && at > start && particle.test(text.slice(at, stop)) && !bindsOneWord(text, at, stop))
      cuts.push(at, stop)
    at = Math.max(stop, at + 1)
  }
  return cuts
}

/** 女の子, 母の日: one kanji on either side of の is one word. */
function bindsOneWord(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === 'の' &&
    start - runStart(text, start, 'kanji', start - 2) === 1 &&
    runEnd(text, end, 'kanji') - end === 1
  )
}

function piecesOf(text: string, start: number, end: number, consumed: Claims): Span[] {
  const cuts = new Set([start, end])
  for (let at = start + 1; at < end; at += 1) if (consumed.has(at) !== consumed.has(at - 1)) cuts.add(at)
  if (kana.test(text.slice(start, end))) for (const cut of japaneseCuts(text, start, end)) cuts.add(cut)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((edge, index) => ({ start: edges[index] ?? start, end: edge }))
}

/** An ending that a consumed word left behind (최저가+로). */
function isLeftover(text: string, span: Span, consumed: Claims): boolean {
  if (!consumed.has(span.start - 1)) return false
  if (scriptAt(text, span.start) === 'hangul') {
    return (
      scriptAt(text, span.start - 1) === 'hangul' &&
      endsKoreanWord(text, span.start) &&
      span.end - span.start <= 2
    )
  }
  return particle.test(text.slice(span.start, span.end))
}

/**
 * The words of a folded query with what each counts for: 0 where `consumed` and for stop words, little
 * for fillers, 1 for content. A query of nothing but fillers is searched as it stands.
 */
export function weighWords(text: string, consumed: Claims): QueryWord[] {
  const words: QueryWord[] = []
  let anyConsumed = false
  for (const match of text.matchAll(wordPattern)) {
    for (const span of piecesOf(text, match.index, match.index + match[0].length, consumed)) {
      const spoken = text.slice(span.start, span.end)
      const gone = consumed.has(span.start)
      anyConsumed ||= gone
      const weight = gone || isLeftover(text, span, consumed) ? 0 : (fillerWeight(spoken) ?? 1)
      words.push({ text: spoken, span, weight })
    }
  }
  if (anyConsumed || words.some(({ weight }) => weight === 1)) return words
  return words.map((word) => ({ ...word, weight: 1 }))
}

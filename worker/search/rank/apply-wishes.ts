import { fold } from '../text/fold.ts'
import type { Wish } from '../../ports/understanding.ts'
import { readFacts } from '../document/product-facts.ts'
import type { Candidate } from './candidate.ts'
import { statesAny, withoutStatements } from './stated.ts'

/** What a wish makes of a product. */
export type Verdict = 'meets' | 'unknown' | 'violates'

/** Tells for each candidate whether it meets a wish; null for wishes that do not judge products. */
type Judge = (candidate: Candidate) => Verdict

/** Share of candidates that must state a field before stating something else counts against a product. */
const MOSTLY_STATED = 0.6

/** Candidates looked at to decide that. */
const SAMPLE = 50

const fieldNames = {
  color: /^(?:colou?r|primary ?colou?r|product ?colou?r|색상|컬러|색|カラー|色)$/u,
  size: /^(?:size|사이즈|치수|サイズ)$/u,
  gender: /^(?:gender|sex|성별|性別)$/u,
} as const

function exclusionJudge(words: readonly string[], satisfiedBy: readonly string[]): Judge {
  const states = statesAny(words)
  const isFree = statesAny(satisfiedBy)
  return ({ stated }) => {
    const free = isFree?.test(stated) ?? false
    const rest = free && isFree ? withoutStatements(stated, isFree) : stated
    if (states?.test(rest)) return 'violates'
    return free ? 'meets' : 'unknown'
  }
}

/** The value a field is stated with, folded: from facts of that name. */
const statedValues = (candidate: Candidate, names: RegExp): string[] =>
  readFacts(candidate.facts)
    .filter(([name]) => names.test(fold(name).replaceAll('_', ' ')))
    .map(([, value]) => fold(value))

function fieldJudge(names: RegExp, values: readonly string[]): Judge {
  const wanted = statesAny(values)
  return (candidate) => {
    if (wanted?.test(candidate.stated)) return 'meets'
    return statedValues(candidate, names).length > 0 ? 'violates' : 'unknown'
  }
}

const genderWords = {
  female: ['여성', '여자', '우먼', 'women', 'woman', 'ladies', 'female', 'レディース', '女性'],
  male: ['남성', '남자', '맨즈', 'men', 'man', 'mens', 'male', 'メンズ', '男性'],
  unisex: ['unisex', '남녀공용', '공용', 'ユニセックス'],
} as const

function genderJudge(gender: 'female' | 'male' | 'unisex'): Judge {
  const meets = statesAny([...genderWords[gender], ...genderWords.unisex])
  const other = gender === 'unisex' ? null : statesAny(genderWords[gender === 'female' ? 'male' : 'female'])
  return ({ stated }) => (meets?.test(stated) ? 'meets' : other?.test(stated) ? 'violates' : 'unknown')
}

function judgeOf({ effect }: Wish): { judge: Judge; conditional: boolean } | null {
  switch (effect.type) {
    case 'exclude':
      return { judge: exclusionJudge(effect.words, effect.satisfiedBy), conditional: false }
    case 'price':
      return {
        judge: ({ price }) =>
          price === null
            ? 'unknown'
            : price < (effect.min ?? 0) || price > (effect.max ?? Number.MAX_SAFE_INTEGER)
              ? 'violates'
              : 'meets',
        conditional: false,
      }
    case 'color':
      return { judge: fieldJudge(fieldNames.color, effect.values), conditional: true }
    case 'size':
      return { judge: fieldJudge(fieldNames.size, effect.values), conditional: true }
    case 'gender':
      return { judge: genderJudge(effect.gender), conditional: true }
    case 'age':
    case 'sort':
    case 'boost':
      return null
  }
}

export interface JudgedWish {
  readonly wish: Wish
  /** True when violating it removes a product. */
  readonly removes: boolean
  readonly verdicts: readonly Verdict[]
}

/**
 * Each judging wish's verdict on each candidate, in order. Price and exclusion always remove what violates them;
 * colour, size and gender only when most of the first candidates state the field. Pure.
 */
export function judgeWishes(wishes: readonly Wish[], candidates: readonly Candidate[]): JudgedWish[] {
  return wishes.flatMap((wish) => {
    const judged = judgeOf(wish)
    if (!judged) return []
    const verdicts = candidates.map(judged.judge)
    if (!judged.conditional) return [{ wish, removes: true, verdicts }]
    const sample = verdicts.slice(0, SAMPLE)
    const stating = sample.filter((verdict) => verdict !== 'unknown').length
    const meeting = sample.filter((verdict) => verdict === 'meets').length
    return [{ wish, removes: meeting > 0 && stating >= sample.length * MOSTLY_STATED, verdicts }]
  })
}

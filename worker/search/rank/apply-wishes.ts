import { fold } from '../text/fold.ts'
import type { Wish } from '../../ports/understanding.ts'
import { fieldFrequency, termHash, textFields } from '../document/term-vector.ts'
import { analyse } from '../text/analyse.ts'
import { readFacts } from '../document/product-facts.ts'
import type { Candidate } from './candidate.ts'
import { withoutDenials } from './denials.ts'
import { statesAny, withoutStatements } from './stated.ts'

/** What a wish makes of a product. `doubtful`: it does not state what was excluded, but its description speaks of it. */
export type Verdict = 'meets' | 'unknown' | 'doubtful' | 'violates'

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

/** Option values that a shopper can avoid by choosing another: black of a bag that also comes in white. */
function avoidableValues({ facts }: Candidate, states: RegExp): Set<string> {
  const byName = new Map<string, string[]>()
  for (const [name, value] of readFacts(facts)) byName.set(name, [...(byName.get(name) ?? []), fold(value)])
  const choices = [...byName.values()].filter((values) => values.some((value) => !states.test(value)))
  return new Set(choices.flat().filter((value) => states.test(value)))
}

const description = textFields.indexOf('description')

/** A test for "the description has one of these words"; the words of one spelling must all be there. */
function describesAny(words: readonly string[]): (candidate: Candidate) => boolean {
  const spellings = words.map((word) => analyse(word).map(termHash)).filter((hashes) => hashes.length > 0)
  return ({ vector }) =>
    spellings.some((hashes) => hashes.every((hash) => fieldFrequency(vector.counts(hash), description) > 0))
}

/** What is left of the statements once denials are out; of `향 무향` nothing, because 향 is there only its name. */
function undenied(stated: string, isFree: RegExp, states: RegExp): string {
  const left = stated.split('|').map((statement) => {
    if (!isFree.test(statement)) return statement
    const said = withoutStatements(statement, isFree)
    return withoutStatements(said, states).trim() === '' ? '' : said
  })
  return left.join('|')
}

function exclusionJudge(words: readonly string[], satisfiedBy: readonly string[]): Judge {
  const states = statesAny(words)
  const isFree = statesAny(satisfiedBy)
  const describes = describesAny(words)
  return (candidate) => {
    const { stated } = candidate
    const isNamed = isFree?.test(stated) ?? false
    const asserted = states?.test(stated) ? withoutDenials(stated) : stated
    const free = isNamed || (asserted !== stated && !states?.test(asserted))
    const rest = isNamed && isFree && states ? undenied(asserted, isFree, states) : asserted
    if (!states?.test(rest)) return free ? 'meets' : describes(candidate) ? 'doubtful' : 'unknown'
    const avoidable = avoidableValues(candidate, states)
    const fixed = rest.split('|').filter((statement) => !avoidable.has(statement))
    return fixed.some((statement) => states.test(statement)) ? 'violates' : 'unknown'
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

/** How a wish removes what violates it: always, never, or only where most candidates state the field. */
type Removal = 'always' | 'never' | 'where stated'

function judgeOf({ effect, hard }: Wish): { judge: Judge; removal: Removal } | null {
  switch (effect.type) {
    case 'exclude':
      return { judge: exclusionJudge(effect.words, effect.satisfiedBy), removal: 'always' }
    case 'price':
      return {
        judge: ({ price }) =>
          price === null
            ? 'unknown'
            : price < (effect.min ?? 0) || price > (effect.max ?? Number.MAX_SAFE_INTEGER)
              ? 'violates'
              : 'meets',
        // "around 50,000" is a wish, not a limit.
        removal: hard ? 'always' : 'never',
      }
    case 'color':
      return { judge: fieldJudge(fieldNames.color, effect.values), removal: 'where stated' }
    case 'size':
      return { judge: fieldJudge(fieldNames.size, effect.values), removal: 'where stated' }
    case 'gender':
      return { judge: genderJudge(effect.gender), removal: 'where stated' }
    case 'age':
    case 'sort':
    case 'boost':
      return null
  }
}

export interface JudgedWish {
  readonly ids: readonly string[]
  /** Wishes of one kind stand together: "black or navy" is met by either. */
  readonly type: Wish['effect']['type']
  /** True when violating it removes a product. */
  readonly removes: boolean
  readonly verdicts: readonly Verdict[]
}

const bestFirst: readonly Verdict[] = ['meets', 'unknown', 'doubtful', 'violates']

const better = (left: Verdict, right: Verdict): Verdict =>
  bestFirst.indexOf(left) <= bestFirst.indexOf(right) ? left : right

/** True when most of the first candidates state the field and some of them as wished. */
function isMostlyStated(verdicts: readonly Verdict[]): boolean {
  const sample = verdicts.slice(0, SAMPLE)
  const stating = sample.filter((verdict) => verdict !== 'unknown').length
  return sample.includes('meets') && stating >= sample.length * MOSTLY_STATED
}

/**
 * The verdicts on each candidate, in order. Limits and exclusions remove what violates them; colour, size and
 * gender only where most candidates state the field. Pure.
 */
export function judgeWishes(wishes: readonly Wish[], candidates: readonly Candidate[]): JudgedWish[] {
  const judged = wishes.flatMap((wish) => {
    const judging = judgeOf(wish)
    return judging ? [{ wish, removal: judging.removal, verdicts: candidates.map(judging.judge) }] : []
  })
  const alternatives = judged.filter(({ removal }) => removal === 'where stated')
  const types = new Set(alternatives.map(({ wish }) => wish.effect.type))
  return [
    ...judged
      .filter(({ removal }) => removal !== 'where stated')
      .map(({ wish, removal, verdicts }) => ({
        ids: [wish.id],
        type: wish.effect.type,
        removes: removal === 'always',
        verdicts,
      })),
    ...[...types].map((type) => {
      const group = alternatives.filter(({ wish }) => wish.effect.type === type)
      const verdicts = candidates.map((_, index) =>
        group.map((member) => member.verdicts[index] ?? 'unknown').reduce(better),
      )
      return { ids: group.map(({ wish }) => wish.id), type, removes: isMostlyStated(verdicts), verdicts }
    }),
  ]
}

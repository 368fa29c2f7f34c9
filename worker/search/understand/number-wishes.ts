import type { AgeGroup } from '../../contract/vocabulary.ts'
import type { Span, WishEffect } from '../../ports/understanding.ts'
import { endsWord, startsWord } from './word-edges.ts'

/** A size or an age given as a number or a letter. */
export interface NumberWish {
  readonly kind: 'size' | 'age'
  /** The part of the id and, capitalised where it is a letter size, of the label. */
  readonly value: string
  readonly unit: 'size' | 'years' | 'months' | 'decade'
  readonly span: Span
  readonly effect: WishEffect
}

const sizeWord = String.raw`(?:사이즈|싸이즈|치수|サイズ|size|sizes|sz)`
const letters = String.raw`(?:[2-6]xl|x{1,4}l|x{1,3}s)`
const shoeWord =
  /(?:신발|운동화|구두|부츠|스니커즈|샌들|슬리퍼|로퍼|플랫|힐|단화|워커|등산화|축구화|런닝화|러닝화)|(?<![a-z])(?:shoes?|sneakers?|boots?|sandals?|loafers?|heels|trainers|flats|slippers|cleats)(?![a-z])|(?:靴|スニーカー|ブーツ|サンダル|パンプス|シューズ|ローファー)/

const patterns: readonly (readonly [
  pattern: RegExp,
  spoken: 'letter' | 'number' | 'region' | 'shoe' | 'named',
])[] = [
  [new RegExp(String.raw`${sizeWord}\s?(?<value>${letters}|[sml])(?![a-z0-9])`, 'g'), 'letter'],
  [new RegExp(String.raw`(?<![a-z0-9'’-])(?<value>${letters}|[sml])[\s-]?${sizeWord}`, 'g'), 'letter'],
  [new RegExp(String.raw`(?<![a-z0-9'’-])(?<value>${letters})(?![a-z0-9'’-]|\smax)`, 'g'), 'letter'],
  [new RegExp(String.raw`(?<![a-z])(?<value>(?:us|uk|eu|eur)\s?\d{1,2}(?:\.5)?)(?![\d.a-z])`, 'g'), 'region'],
  [new RegExp(String.raw`${sizeWord}\s?(?<value>\d{1,3}(?:\.5)?)(?![\d.,a-z]|만|천)`, 'g'), 'number'],
  [
    new RegExp(String.raw`(?<![\d.,a-z-])(?<value>\d{2,3}(?:\.5)?)\s?(?:사이즈|싸이즈|サイズ)`, 'g'),
    'number',
  ],
  [/(?<![\d.,a-z-])(?<value>2[0-9][05]|30[05]|310)\s?(?:mm)?(?![\d.,a-z]|만|천|원|개|장|ml)/g, 'shoe'],
  [/(?<![\d.,a-z-])(?<value>2[1-9]\.[05]|3[01]\.[05])\s?cm(?![a-z])/g, 'shoe'],
  [
    /(?<value>프리\s?사이즈|free size|원\s?사이즈|one size|フリーサイズ|빅\s?사이즈|플러스\s?사이즈|plus size|大きいサイズ|퀸\s?사이즈|queen size|킹\s?사이즈|king size|슈퍼\s?싱글|싱글\s?사이즈|twin size|クイーンサイズ|キングサイズ|シングルサイズ)/g,
    'named',
  ],
]

const named: readonly (readonly [pattern: RegExp, id: string, values: readonly string[]])[] = [
  [
    /프리|원\s?사|free|one|フリー/,
    'free',
    ['프리', '프리사이즈', 'free', 'free size', 'one size', 'フリー', 'フリーサイズ', 'f'],
  ],
  [
    /빅|플러스|plus|大きい/,
    'plus',
    ['빅사이즈', '플러스사이즈', 'plus size', '2xl', '3xl', '4xl', '大きいサイズ'],
  ],
  [/퀸|queen|クイーン/, 'queen', ['퀸', 'queen', 'クイーン', 'q']],
  [/킹|king|キング/, 'king', ['킹', 'king', 'キング', 'k']],
  [/슈퍼/, 'super-single', ['슈퍼싱글', '슈퍼 싱글', 'super single', 'ss']],
  [/싱글|twin|シングル/, 'single', ['싱글', 'single', 'twin', 'シングル']],
]

/** Phones named like sizes. */
const phoneBefore = /(?:iphone|아이폰|galaxy|갤럭시)\s?$/

const ladder = ['xxs', 'xs', 's', 'm', 'l', 'xl', '2xl', '3xl', '4xl', '5xl', '6xl']
const longForm = new Map([
  ['xxl', '2xl'],
  ['xxxl', '3xl'],
  ['xxxxl', '4xl'],
  ['xxxs', 'xxs'],
])
const spelled = new Map([
  ['xxs', ['xxs']],
  ['xs', ['xs', 'extra small']],
  ['s', ['s', 'small', '스몰']],
  ['m', ['m', 'medium', '미디움']],
  ['l', ['l', 'large', '라지']],
  ['xl', ['xl', 'extra large', '엑스라지']],
  ['2xl', ['2xl', 'xxl']],
  ['3xl', ['3xl', 'xxxl']],
  ['4xl', ['4xl', 'xxxxl']],
])
const orLarger = /\s?(?:이상|or (?:larger|bigger|up)|以上|\+)/y

function sizesFrom(text: string, letter: string, end: number): string[] {
  orLarger.lastIndex = end
  const up = orLarger.test(text)
  const wanted = up ? ladder.slice(ladder.indexOf(letter)) : [letter]
  return wanted.flatMap((size) => spelled.get(size) ?? [size])
}

function readSize(
  text: string,
  value: string,
  spoken: string,
  end: number,
): { id: string; values: string[] } | undefined {
  switch (spoken) {
    case 'letter': {
      const letter = longForm.get(value) ?? value
      return { id: letter, values: sizesFrom(text, letter, end) }
    }
    case 'region': {
      const spaced = value.replace(/^([a-z]+)\s?/, '$1 ')
      return {
        id: spaced.replace(' ', '-'),
        values: [spaced, spaced.replace(' ', ''), spaced.slice(spaced.indexOf(' ') + 1)],
      }
    }
    case 'shoe': {
      const millimetres = value.includes('.') ? String(Number(value.replace('.', ''))) : value
      return {
        id: millimetres,
        values: [millimetres, `${millimetres}mm`, ...(value.includes('.') ? [value, `${value}cm`] : [])],
      }
    }
    case 'named': {
      const entry = named.find(([pattern]) => pattern.test(value))
      return entry && { id: entry[1], values: [...entry[2]] }
    }
    default:
      return { id: value, values: [value, ...(/^2\d[05]$/.test(value) ? [`${value}mm`] : [])] }
  }
}

/** Sizes: letters, 사이즈 95, size 10, US 9, and shoe lengths where the query speaks of shoes. */
export function findSizes(text: string): NumberWish[] {
  const found: NumberWish[] = []
  const aboutShoes = shoeWord.test(text)
  for (const [pattern, spoken] of patterns) {
    if (spoken === 'shoe' && !aboutShoes) continue
    for (const match of text.matchAll(pattern)) {
      const size = readSize(text, match.groups?.['value'] ?? '', spoken, match.index + match[0].length)
      const isPhone = phoneBefore.test(text.slice(Math.max(0, match.index - 8), match.index))
      if (!size || isPhone) continue
      const span = { start: match.index, end: match.index + match[0].length }
      found.push({
        kind: 'size',
        value: size.id,
        unit: 'size',
        span,
        effect: { type: 'size', values: size.values },
      })
    }
  }
  return found
}

const agePatterns: readonly (readonly [pattern: RegExp, unit: 'years' | 'months' | 'decade'])[] = [
  [/(?<![\d.,])(?<value>\d{1,2})\s?(?:살|세)/g, 'years'],
  [/(?<![\d.,a-z-])(?<value>\d{1,2})[\s-]?(?:years?|yrs?|yr)[\s-]olds?(?![a-z])/g, 'years'],
  [/(?<![\d.,a-z-])(?<value>\d{1,2})\s?(?:yo|y\/o)(?![a-z])/g, 'years'],
  [/(?<![a-z])(?:ages?|aged)\s(?<value>\d{1,2})(?:\s?(?:-|to|–)\s?\d{1,2})?(?![\d.])/g, 'years'],
  [/(?<![\d.,])(?<value>\d{1,2})(?:歳|才)(?:児|の子|向け|用)?/g, 'years'],
  [/(?<![\d.,])(?<value>\d{1,2})\s?개월\s?(?:된|아기|아가|아이|유아)/g, 'months'],
  [/(?<![\d.,a-z-])(?<value>\d{1,2})[\s-]?months?[\s-]olds?(?![a-z])/g, 'months'],
  [/(?<![\d.,])(?<value>\d{1,2})(?:ヶ月|か月|カ月|ヵ月)の?(?:赤ちゃん|ベビー|子)/g, 'months'],
  [
    /(?<![\d.,])(?<value>[1-9]0)대(?![가-힣])|(?<![\d.,])(?<same>[1-9]0)대(?:의|가|용|를|도|에게|께|초반|중반|후반|여성|여자|남성|남자|엄마|아빠|어머니|아버지|부모님)/g,
    'decade',
  ],
  [/(?<![\d.,])(?<value>[1-9]0)代/g, 'decade'],
  [
    /(?<![a-z])(?:in|over|for) (?:(?:his|her|their|my|the|your|early|mid|late) ){0,2}(?<value>[1-9]0)s(?![a-z]|\s(?:style|music|fashion|look|theme|themed|party|vintage|costume))/g,
    'decade',
  ],
]

function groupsOf(value: number, unit: 'years' | 'months' | 'decade'): AgeGroup[] {
  if (unit === 'decade') return value === 10 ? ['kids', 'adult'] : ['adult']
  const months = unit === 'months' ? value : value * 12
  if (months <= 3) return ['newborn', 'infant']
  if (months < 12) return ['infant']
  if (months < 60) return ['toddler']
  if (months < 72) return ['toddler', 'kids']
  return months < 14 * 12 ? ['kids'] : ['adult']
}

function ageWords(value: number, unit: 'years' | 'months' | 'decade', groups: readonly AgeGroup[]): string[] {
  if (unit === 'decade') {
    const elder = value >= 60 ? ['시니어', '어르신', 'senior', 'シニア'] : []
    return [`${value}대`, `${value}s`, `${value}代`, ...elder]
  }
  if (unit === 'months') return [`${value}개월`, `${value} months`, `${value}ヶ月`, '아기', 'baby', 'ベビー']
  const stage = groups.includes('kids') ? ['어린이', '키즈', '아동', 'kids', 'キッズ', '子ども'] : []
  const small = groups.includes('toddler') ? ['유아', '아기', 'toddler', 'ベビー', '幼児'] : []
  return [`${value}살`, `${value}세`, `${value} year old`, `${value} years`, `${value}歳`, ...small, ...stage]
}

/** Ages: 5살, 5-year-old, 5歳, 6개월 아기, 60대, in her 60s. */
export function findAges(text: string): NumberWish[] {
  const found: NumberWish[] = []
  for (const [pattern, unit] of agePatterns) {
    for (const match of text.matchAll(pattern)) {
      const value = Number(match.groups?.['value'] ?? match.groups?.['same'])
      const end = match.index + match[0].length
      if (!startsWord(text, match.index) || (unit === 'years' && !endsWord(text, end))) continue
      const ageGroups = groupsOf(value, unit)
      const effect = { type: 'age', ageGroups, words: ageWords(value, unit, ageGroups) } as const
      found.push({ kind: 'age', value: String(value), unit, span: { start: match.index, end }, effect })
    }
  }
  return found
}

/**
 * Amounts and sizes in one spelling, whatever script and unit word they are written with: 500미리 is `500ml`, 27인치,
 * 27" and 27-inch are `27in`, 10키로 is `10kg`, XXL is `2xl`. Added to the index beside the words themselves. Pure.
 */

const spellings: Readonly<Record<string, readonly string[]>> = {
  ml: ['ml', '밀리리터', '밀리', '미리', 'ミリリットル'],
  l: ['l', '리터', 'リットル', 'liter', 'liters', 'litre', 'litres'],
  mg: ['mg', '밀리그램'],
  kg: ['kg', '킬로그램', '키로그램', '킬로', '키로', 'キログラム', 'キロ', 'kgs', 'kilo', 'kilos'],
  g: ['g', '그램', '그람', 'グラム', 'gram', 'grams'],
  mm: ['mm', '밀리미터', '밀리', '미리', 'ミリメートル', 'ミリ'],
  cm: ['cm', '센티미터', '센티', '센치', 'センチメートル', 'センチ'],
  m: ['m', '미터', 'メートル', 'meter', 'meters'],
  in: ['in', 'inches', 'inch', '인치', 'インチ', '"', '″', '”', "''"],
  oz: ['oz', '온스', 'オンス', 'ounce', 'ounces'],
  lb: ['lb', 'lbs', '파운드', 'pound', 'pounds'],
  tb: ['tb', '테라바이트', '테라', 'テラ'],
  gb: ['gb', '기가바이트', '기가', 'ギガ'],
  mb: ['mb', '메가바이트'],
  w: ['w', '와트', 'ワット', 'watt', 'watts'],
  v: ['v', '볼트', 'ボルト', 'volt', 'volts'],
  mah: ['mah', '밀리암페어'],
  hz: ['hz', '헤르츠', 'ヘルツ'],
  p: ['인용', '人用'],
}

const unitsOf = new Map<string, string[]>()
for (const [unit, words] of Object.entries(spellings)) {
  for (const word of words) unitsOf.set(word, [...(unitsOf.get(word) ?? []), unit])
}

const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
const unitPattern = [...unitsOf.keys()]
  .toSorted((left, right) => right.length - left.length)
  .map((word) => (/^[a-z]+$/.test(word) ? `${word}(?![a-z0-9])` : escaped(word)))
  .join('|')
const amount = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<number>\d+(?:[.,]\d+)?)[\s-]?(?<unit>${unitPattern})`,
  'gu',
)
const wholeAmount = new RegExp(String.raw`^(?<number>\d+(?:[.,]\d+)?)-?(?<unit>${unitPattern})`, 'u')
const wholeNumber = /^\d+(?:[.,]\d+)?$/
const extraLarge = /(?<![a-z0-9])(?<xs>x{2,6})(?<size>[ls])(?![a-z0-9])/gu

/** Shoe sizes in millimetres are as often written without the unit. */
const isShoeSize = (number: string): boolean => /^(?:1[3-9]|2\d|3[0-2])[05]$/.test(number)

const termsOf = (number: string, unit: string): string[] =>
  (unitsOf.get(unit) ?? []).flatMap((name) => [
    number + name,
    ...(name === 'mm' && isShoeSize(number) ? [number] : []),
  ])

/** The measures of a folded text in their one spelling, in order. */
export function measureTerms(text: string): string[] {
  const terms: string[] = []
  for (const { groups } of text.matchAll(amount))
    terms.push(...termsOf(groups?.['number'] ?? '', groups?.['unit'] ?? ''))
  for (const { groups } of text.matchAll(extraLarge))
    terms.push(`${groups?.['xs']?.length ?? 2}x${groups?.['size'] ?? ''}`)
  return terms
}

export interface Measure {
  /** Spellings of the index, the likeliest first. */
  readonly terms: readonly string[]
  /** Words of the query it takes: 2 when the unit stands apart. */
  readonly words: 1 | 2
}

/** A measure at the head of a query's words (folded); null when there is none. */
export function readMeasure(word: string, next: string | undefined): Measure | null {
  const size = /^(?<xs>x{2,6})(?<size>[ls])$/.exec(word)?.groups
  if (size) return { terms: [`${size['xs']?.length ?? 2}x${size['size'] ?? ''}`], words: 1 }
  if (wholeNumber.test(word) && next !== undefined && unitsOf.has(next))
    return { terms: termsOf(word, next), words: 2 }
  const found = wholeAmount.exec(word)
  // What follows the unit is a particle at most (500미리로), not another word (500미터달리기).
  if (!found?.groups || word.length - found[0].length > 2) return null
  return { terms: termsOf(found.groups['number'] ?? '', found.groups['unit'] ?? ''), words: 1 }
}

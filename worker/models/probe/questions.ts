import type { JsonSchema } from '../../ports/language-model.ts'

/** One question of a probe: short, with one right form of answer that code can check. Pure data and pure checks. */
export interface ProbeQuestion {
  readonly system: string
  readonly user: string
  readonly schema: JsonSchema
  readonly maxTokens: number
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

const signals = ['amber', 'teal'] as const

/** A name and values that no model would choose by itself: an answer that has them was held to the schema. */
const unlikely: JsonSchema = {
  type: 'object',
  properties: { lantern_signal: { type: 'string', enum: [...signals] } },
  required: ['lantern_signal'],
  additionalProperties: false,
}

/** Ample for the form, and no more than a search allows: who thinks aloud is cut short here as there. */
const FORM_TOKENS = 40

/** Asks for prose while the schema asks for JSON: whoever answers in JSON honours the schema. */
export const schemaQuestion: ProbeQuestion = {
  system: 'You answer questions briefly.',
  user: 'Which season comes after winter?',
  schema: unlikely,
  maxTokens: FORM_TOKENS,
}

/** The same form, asked for in words. */
export const wordsQuestion: ProbeQuestion = {
  system: 'You answer with one JSON object and nothing else.',
  user: `Answer with the JSON object {"lantern_signal":"amber"} or {"lantern_signal":"teal"}, whichever you like.`,
  schema: unlikely,
  maxTokens: FORM_TOKENS,
}

export function isSignal(text: string): boolean {
  const signal = parse(text)?.['lantern_signal']
  return signals.some((one) => one === signal)
}

const numbers = (most: number): JsonSchema => ({
  type: 'object',
  properties: { r: { type: 'array', items: { type: 'integer' }, maxItems: most } },
  required: ['r'],
  additionalProperties: false,
})

/** The numbers of an answer `{"r":[…]}`; null when it is none. */
export function readNumbers(text: string): number[] | null {
  const list = parse(text)?.['r']
  return Array.isArray(list) && list.every((one) => typeof one === 'number') ? list : null
}

const goods = [
  '방수 장화|24,900원|신발|비 오는 날에도 발이 젖지 않는 고무 장화',
  '전기 주전자|39,000원|주방|1.2리터, 온도 조절과 보온',
  '강아지 방석|18,500원|반려동물|세탁기로 빨 수 있는 폭신한 쿠션',
  '린넨 셔츠|32,000원|의류|여름에 시원한 얇은 긴소매',
  '수채화 물감|12,000원|문구|어린이용 24색, 물에 잘 지워짐',
  '캠핑 랜턴|27,800원|캠핑|충전식, 밝기 3단계',
] as const

const cards = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at + 1}|${goods[at % goods.length] ?? ''}`).join('\n')

/** As many cards as a search shows a model. */
const SPEED_CARDS = 24

/** As long as re-ranking is, in and out. */
export const speedQuestion: ProbeQuestion = {
  system: 'You order products for a shop. Answer with JSON only: {"r":[numbers]}.',
  user: `${cards(SPEED_CARDS)}\n\nWrite the numbers of all products, from ${SPEED_CARDS} down to 1.`,
  schema: numbers(SPEED_CARDS),
  maxTokens: 160,
}

/** Not in the order of counting: a model that only counts would be right by chance. */
const koreanRight = [3, 1, 5]

/** Three wishes that each name their product by its use only. */
export const koreanQuestion: ProbeQuestion = {
  system: '쇼핑몰의 상품 번호를 고릅니다. {"r":[번호,번호,번호]} 형식의 JSON으로만 답하세요.',
  user: `${cards(goods.length)}

세 가지 소원에 가장 알맞은 상품 번호를 차례대로 하나씩 고르세요.
1) 우리 집 개가 누울 자리
2) 비 오는 날 신고 나갈 것
3) 아이와 함께 그림을 그릴 것`,
  schema: numbers(koreanRight.length),
  maxTokens: 60,
}

/** How many of the three wishes were met, 0 to 3. */
export function koreanScore(text: string): number {
  const chosen = readNumbers(text) ?? []
  return koreanRight.filter((right, at) => chosen[at] === right).length
}

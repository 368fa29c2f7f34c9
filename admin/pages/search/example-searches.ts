import type { Locale } from '../../../worker/contract/vocabulary.ts'

/** Searches to begin with, in the language of the shop: a plain one, one with a budget, one with a mood. */
export const exampleSearches: Readonly<Record<Locale, readonly string[]>> = {
  ko: ['5만원 이하 선물', '비 오는 날 포근한', '부모님께 드릴 것', '가죽 말고 가벼운 가방'],
  en: ['a gift under $40', 'cosy for rainy evenings', 'something for my dad', 'a light bag, not leather'],
  ja: ['5000円以下のプレゼント', '雨の日にほっとするもの', '母へ贈るもの', '革以外の軽いバッグ'],
}

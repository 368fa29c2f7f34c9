import type { Locale } from '../../../../worker/contract/vocabulary.ts'

const en = {
  suggestions: 'Suggestions',
  popular: 'Popular searches',
  hint: 'Show only {text}',
  redirect: 'Go to the page for “{text}”',
  tag_mood: 'Mood',
  tag_occasion: 'Occasion',
  tag_recipient: 'For whom',
  tag_season: 'Season',
  tag_place: 'Place',
  tag_style: 'Style',
  tag_feature: 'Feature',
}

export type LaterMessages = Readonly<Record<keyof typeof en, string>>

/** The texts of the second chunk; what the shop words itself goes over them as over the others. */
export const laterMessages: Readonly<Record<Locale, LaterMessages>> = {
  en,
  ko: {
    suggestions: '추천 검색어',
    popular: '인기 검색어',
    hint: '{text} 상품만 보기',
    redirect: '‘{text}’ 페이지로 가기',
    tag_mood: '분위기',
    tag_occasion: '이럴 때',
    tag_recipient: '누구에게',
    tag_season: '계절',
    tag_place: '어디에서',
    tag_style: '스타일',
    tag_feature: '특징',
  },
  ja: {
    suggestions: '検索候補',
    popular: '人気の検索',
    hint: '{text}だけを見る',
    redirect: '「{text}」のページへ',
    tag_mood: '雰囲気',
    tag_occasion: 'シーン',
    tag_recipient: '贈る相手',
    tag_season: '季節',
    tag_place: '場所',
    tag_style: 'スタイル',
    tag_feature: '特徴',
  },
}

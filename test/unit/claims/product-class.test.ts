import { describe, expect, it } from 'vitest'
import { isRegulated } from '../../../worker/search/regulated-goods.ts'

describe('isRegulated', () => {
  it.each<[string[], string]>([
    [['식품', '차', '허브차'], '캐모마일 스무 봉'],
    [['식품', '건강식품', '홍삼'], '육년근 스틱'],
    [['Home', 'Food & Drink', 'Tea'], 'Linden blossom'],
    [['食品', 'お茶'], 'ほうじ茶'],
    [['뷰티', '스킨케어', '크림'], '쌀겨 크림'],
    [['Beauty > Sun Care > Face'], 'SPF 50 fluid'],
    [['コスメ', 'スキンケア'], '化粧水'],
    [['생활', '의약외품'], '일회용 마스크'],
    [['Pharmacy'], 'Plasters'],
    [['健康食品', 'サプリ'], '亜鉛'],
    [['주방·식품', '원두'], '에티오피아 200g'],
    [['신상품'], '저분자 콜라겐 스틱'],
    [['추천'], '진한 초콜릿 12구'],
    [[], 'Vitamin D drops'],
    [[], 'ローヤルゼリー サプリ'],
    [['선물'], '꿀 세 병'],
  ])('is true for %j, %s', (category, title) => {
    expect(isRegulated(category, title)).toBe(true)
  })

  it.each<[string[], string]>([
    [['의류', '아우터', '코트'], '초콜릿색 울 코트'],
    [['주방', '커피도구', '드리퍼'], '세라믹 커피 드리퍼'],
    [['Kitchen', 'Tea', 'Teapots'], 'Clay teapot'],
    [['Home', 'Lighting', 'Table Lamps'], 'Honey glass lamp'],
    [['Clothing', 'Knitwear'], 'Cream cardigan'],
    [['キッチン', 'コーヒー器具'], 'ドリッパー'],
    [['가구', '의자'], '차분한 원목 의자'],
    [[], 'Steam-bent oak chair'],
    [[], ''],
  ])('is false for %j, %s', (category, title) => {
    expect(isRegulated(category, title)).toBe(false)
  })
})

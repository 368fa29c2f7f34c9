import { describe, expect, it } from 'vitest'
import {
  classMask,
  classesIn,
  maskOf,
  regulated,
  type ProductClass,
} from '../../../worker/claims/product-class.ts'

const isRegulated = (category: string[], title: string): boolean =>
  (classMask({ category, title }) & maskOf(regulated)) !== 0

describe('the classes of a product', () => {
  it.each<[string[], string, ProductClass[]]>([
    [['식품', '간식'], '현미 스낵', ['food']],
    [['식품', '영양제'], '비타민C 1000', ['food', 'health_food']],
    [['뷰티', '스킨케어'], '데일리 세럼', ['cosmetic']],
    [['뷰티', '선케어'], '데일리 선크림', ['functional_cosmetic']],
    [['뷰티', '스킨케어'], '기능성 주름 개선 크림', ['functional_cosmetic']],
    [['신발'], '기능성 운동화', ['other']],
    [['뷰티', '구강'], '미백 치약', ['quasi_drug']],
    [['의약외품'], '황사 마스크', ['quasi_drug']],
    [['의료기기'], '찜질기', ['medical_device']],
    [['완구'], '원목 블록', ['children', 'other']],
    [['키즈', '뷰티'], '어린이 로션', ['cosmetic', 'children']],
    [['패션'], '아기자기한 키링', ['other']],
    [['주류', '와인'], '레드 와인', ['food', 'alcohol']],
    [['주방', '와인잔'], '와인잔 2개', ['other']],
    [['선물'], '위스키 텀블러', ['other']],
    [['가전'], '선풍기', ['electronics']],
    [['생활', '세제'], '캡슐 세제', ['household_chemical']],
    [['신발'], '클락스 로퍼', ['other']],
    [['Beauty', 'Sun Care'], 'Face fluid SPF 50', ['functional_cosmetic']],
    [['Drinks', 'Whisky'], 'Single malt', ['food', 'alcohol']],
    [['Kids', 'Toys'], 'Train set', ['children', 'other']],
    [['Home', 'Laundry'], 'Laundry detergent', ['household_chemical']],
    [['Electronics'], 'Bluetooth speaker', ['electronics']],
    [['Kitchen'], 'Meat thermometer', ['other']],
    [['コスメ'], '薬用 美白 美容液', ['functional_cosmetic', 'quasi_drug']],
    [['お酒'], '純米 日本酒', ['food', 'alcohol']],
    [['ベビー'], 'おもちゃ', ['children', 'other']],
    [['家電'], '加湿器', ['electronics']],
    [[], '', ['other']],
  ])('of %j, %s', (category, title, classes) => {
    expect(classesIn(classMask({ category, title })).toSorted()).toEqual(classes.toSorted())
  })
})

describe('regulated goods', () => {
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

import { describe, expect, test } from 'vitest'
import { claimsJudge } from '../../../worker/claims/judge-claim.ts'
import { judgeWish, surroundings } from '../../../worker/enrichment/judge-wish.ts'

const around = (locale: 'ko' | 'en' | 'ja', own = '', others: readonly string[] = []) =>
  surroundings({
    locale,
    own,
    others,
    maySay: (wish) => claimsJudge({ category: [], title: own })(wish, 'model').display,
  })

describe('a wish a product answers', () => {
  test.each([
    ['ko', '비 오는 날 출근할 때 신을 신발'],
    ['ko', '발 안 아픈 여름 신발'],
    ['ko', '꾸안꾸 데일리로 입을 니트'],
    ['en', "plants i can't kill"],
    ['en', 'something cosy for rainy evenings'],
    ['en', 'a present for a friend who loves café mornings'],
    ['ja', '雨の日の通勤に履きたい靴'],
    ['ja', '母の日に贈るやわらかいブランケット'],
  ] as const)('is kept: %s %s', (locale, wish) => {
    expect(judgeWish(wish, around(locale))).toBe(wish)
  })

  test('is one line', () => {
    expect(judgeWish('  slow \n mornings\u200b at home ', around('en'))).toBe('slow mornings at home')
  })

  test.each([
    ['ko', 'something cosy for rainy evenings'],
    ['ko', '雨の日の通勤に履きたい靴'],
    ['ja', '비 오는 날 신을 신발'],
    ['ja', '雨天通勤用鞋'],
    ['en', '비 오는 날 신을 신발'],
    ['en', '雨の日に履きたい靴'],
    ['en', 'see https://evil.example now'],
    ['en', 'visit evil.com today'],
    ['en', 'mail me at a@b.co please'],
    ['en', 'under 50 dollars please'],
    ['en', 'the cheapest sofa around'],
    ['en', 'on sale this weekend'],
    ['en', 'cures arthritis and pain'],
    ['en', '<b>bold wish</b> for tea'],
    ['en', 'a "quoted" wish & more'],
    ['en', '{"p":[]} and so on'],
    ['en', 'tea [click](javascript:x)'],
    ['en', 'a b'],
    ['en', ''],
    ['en', '!!! ??? ...'],
    ['en', 'x'.repeat(61)],
    ['ko', '삼만원대 여름 신발'.replace('삼만원', '삼만 원')],
    ['ko', '할인하는 여름 원피스'],
    ['ko', '여드름 피부에 효과 좋은 크림'],
    ['ko', '김민수 씨 생일 선물'],
    ['ko', '공일공으로 연락처 남길 선물'],
    ['ko', '가격 9900원 이하 셔츠'],
    ['ko', '１０만원 이하 가방'],
    ['ja', '送料無料のやさしい毛布'],
    ['ja', '腰痛を治療するまくら'],
  ] as const)('is refused: %s %s', (locale, wish) => {
    expect(judgeWish(wish, around(locale))).toBeNull()
  })

  test('is no repetition of a neighbour, of the prompt, or of the title', () => {
    const own = 'Velvet sofa | living | deep seats for slow evenings'
    const neighbour = 'Steel hammer with a secret factory code inside'
    expect(judgeWish('with a secret factory code inside', around('en', own, [neighbour]))).toBeNull()
    expect(judgeWish('deep seats for slow evenings', around('en', own, [neighbour]))).toBeNull()
    // What both say is nobody's secret.
    const both = 'somewhere soft for slow evenings'
    expect(judgeWish(both, around('en', own, [`${neighbour} for slow evenings`]))).toBe(both)
  })
})

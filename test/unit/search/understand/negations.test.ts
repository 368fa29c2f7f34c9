import { describe, expect, it } from 'vitest'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'
import { idsOf, type ShopName, shops } from './shops.ts'

const excluded: readonly (readonly [shop: ShopName, query: string, concepts: readonly string[]])[] = [
  ['ko', '가죽 말고 가방', ['leather']],
  ['ko', '가죽말고', ['leather']],
  ['ko', '가죽은 빼고', ['leather']],
  ['ko', '가죽 제외한 벨트', ['leather']],
  ['ko', '가죽 아닌 지갑', ['leather']],
  ['ko', '가죽으로 만든 거 말고', ['leather']],
  ['ko', '가죽이랑 울 말고', ['leather', 'wool']],
  ['ko', '우유가 들어가지 않은 빵', ['milk']],
  ['ko', '우유 안 들어간 초콜릿', ['milk']],
  ['ko', '설탕없이 만든 잼', ['sugar']],
  ['ko', '무향 핸드크림', ['fragrance']],
  ['ko', '무향핸드크림', ['fragrance']],
  ['ko', '노와이어 브라', ['wire']],
  ['ko', '무알콜 맥주', ['alcohol']],
  ['ko', '논카페인 차', ['caffeine']],
  ['ko', '글루텐프리 쿠키', ['gluten']],
  ['ko', '검정 말고', ['black']],
  ['ko', '오프 화이트 말고', ['off-white']],
  ['ko', '바지 말고 치마', ['바지']],
  ['en', 'bag that is not leather', ['leather']],
  ['en', 'non-leather wallet', ['leather']],
  ['en', 'leather-free shoes', ['leather']],
  ['en', 'no leather or wool', ['leather', 'wool']],
  ['en', 'without nuts, milk and soy', ['nuts', 'milk', 'soy']],
  ['en', 'except wool', ['wool']],
  ['en', 'no added sugar juice', ['sugar']],
  ['en', 'wireless bra', ['wire']],
  ['en', 'unscented candle', ['fragrance']],
  ['en', 'anything but black', ['black']],
  ['en', 'hat without pompom', ['pompom']],
  ['ja', '黒以外のバッグ', ['black']],
  ['ja', '革じゃない財布', ['leather']],
  ['ja', 'チョコ抜き', ['chocolate']],
  ['ja', '無香料のクリーム', ['fragrance']],
  ['ja', 'カフェインレスコーヒー', ['caffeine']],
  ['ja', '牛乳が入っていないチョコレート', ['milk']],
  ['ja', 'ポリエステル不使用', ['polyester']],
]

const kept: readonly (readonly [shop: ShopName, query: string])[] = [
  ['ko', '땀 안 차는 티'],
  ['ko', '비침 없는 셔츠'],
  ['ko', '부담 없는 선물'],
  ['ko', '가죽 말고도 많은'],
  ['ko', '사지 말고 만들기'],
  ['ko', '플라스틱 냄새 없는 물병'],
  ['ko', '무선 이어폰 무드등 무릎담요'],
  ['en', 'free shipping'],
  ['en', 'leather free shipping'],
  ['en', 'no matter what'],
  ['en', 'not only leather'],
  ['en', "a plant i can't kill"],
  ['en', 'shoes that do not hurt'],
  ['en', 'non slip mat'],
  ['en', 'stress-free hands-free'],
  ['en', 'perfume no.5'],
  ['en', 'without a doubt'],
  ['en', 'someone without kids'],
  ['ja', '無線イヤホン'],
  ['ja', '送料無料'],
  ['ja', '栓抜き'],
  ['ja', '派手じゃないシャツ'],
]

const exclusionOf = (shop: ShopName, query: string) => {
  const effect = understandQuery(query, shops[shop]).wishes[0]?.effect
  return effect?.type === 'exclude' ? effect : undefined
}

describe('negations', () => {
  it.each(excluded)('in the %s shop "%s" excludes %o', (shop, query, concepts) => {
    const ids = idsOf(shop, query).filter((id) => id.startsWith('exclude:'))
    expect(ids).toEqual(concepts.map((concept) => `exclude:${concept}`))
  })

  it.each(kept)('in the %s shop "%s" excludes nothing', (shop, query) => {
    expect(idsOf(shop, query).filter((id) => id.startsWith('exclude:'))).toEqual([])
  })

  it('knows how products of all three languages state what is excluded, and its absence', () => {
    const exclusion = exclusionOf('ko', '무향 로션')
    expect(exclusion?.words).toEqual(expect.arrayContaining(['향료', 'fragrance', '香料']))
    expect(exclusion?.satisfiedBy).toEqual(
      expect.arrayContaining(['무향', '향료 무첨가', 'unscented', 'fragrance free', '無香料']),
    )
  })

  it('does not count imitation leather as leather', () => {
    expect(exclusionOf('ko', '가죽 말고')?.satisfiedBy).toEqual(
      expect.arrayContaining(['인조가죽', 'faux leather']),
    )
  })

  it('searches neither for the unwanted word nor for its negator', () => {
    const { words } = understandQuery('가죽 말고 출장 배낭', shops.ko)
    expect(words.map(({ text, weight }) => [text, weight])).toEqual([
      ['가죽', 0],
      ['말고', 0],
      ['출장', 1],
      ['배낭', 1],
    ])
  })

  it('still searches for a word that is itself how products say it', () => {
    const { words } = understandQuery('decaf beans', shops.en)
    expect(words.map(({ weight }) => weight)).toEqual([1, 1])
  })

  it('never also wishes for the colour it excludes', () => {
    expect(idsOf('en', 'trainers, not black')).toEqual(['exclude:black'])
    expect(idsOf('en', 'not leather, black bag')).toEqual(['exclude:leather', 'color:black'])
    expect(idsOf('ja', '黒以外の白い靴')).toEqual(['exclude:black', 'color:white'])
  })

  it.each([
    ['ko', '가죽 말고', '가죽 제외'],
    ['en', 'not leather', 'Not leather'],
    ['en', 'without sugar', 'No sugar'],
    ['ja', '革以外', '革以外'],
    ['ja', '砂糖不使用', '砂糖なし'],
  ] as const)('labels the chip of the %s shop for "%s" as "%s"', (shop, query, label) => {
    expect(understandQuery(query, shops[shop]).wishes.map((wish) => wish.label)).toEqual([label])
  })
})

const words = (line: string): string[] => line.split(' ')

/** Words with no meaning for a search at all. */
const stops = [
  ...words(
    "a an the of to is are am be been was i i'm i’m im i'd i'll my me it its it's that this these those and or but in on at with by " +
      'do does did can could should would will so as if than then from you your we our us they them his her he she have has had there ' +
      'just really very too please pls which what who how where when ok okay',
  ),
  ...words(
    '그 이 저 및 또는 그리고 좀 수 줄 안에 더 잘 꼭 제 내 제가 내가 저는 나는 나 저희 우리 정말 진짜 너무 아주 매우 혹시 그냥 등 때 때는',
  ),
  ...words(
    'の を に は が で と も へ や な から まで には では での とか する した して ある いる です ます か ね よ だけ これ それ その この',
  ),
]

/** Words that shape a request and may still be part of a name. */
const shaping = [
  ...words(
    'something anything things thing stuff item items product products some any for want wants wanted need needs needed looking look ' +
      'find finding show give get getting buy buying recommend recommended recommendation recommendations suggest suggestion ' +
      'suggestions idea ideas good nice great perfect ideal best better like likes love loves wear use using someone somebody ' +
      'price priced prices cost costs costing budget cheap affordable inexpensive search shop shopping help one ones kind type',
  ),
  ...words(
    '추천 추천해 추천해줘 추천해주세요 추천해줘요 추천좀 추천부탁 추천부탁해요 추천템 추천상품 추천해줄래 추천해주실 찾아줘 찾아주세요 찾아 찾는 찾고 찾아요 ' +
      '찾습니다 찾고있어요 찾는중 보여줘 보여주세요 알려줘 알려주세요 골라줘 골라주세요 있나요 있어요 있을까 있을까요 있나 있는 있어 없나요 없을까 없을까요 ' +
      '뭐 뭐가 무엇 무슨 어떤 어떤게 뭘 뭐를 좋을까 좋을까요 좋아요 좋은 좋아할 좋아하는 좋을 좋고 괜찮은 괜찮을까 것 거 걸 게 건 것들 걸로 거로 것으로 ' +
      '만한 싶어 싶은 싶어요 싶을 싶은데 싶다 사고 사려고 사줘 살까 살만한 필요해 필요한 필요해요 필요할까 제품 상품 아이템 물건 쓸 쓰기 쓰는 쓸만한 ' +
      '하는 하기 할 할만한 위한 위해 위해서 부탁 부탁해 부탁해요 부탁드려요 주세요 줘 드릴 드리기 줄만한 입을 입기 신을 신기 가격 가격대 예산 금액 값 정도 ' +
      '제일 가장 종류 어디 가성비 저렴한 저렴 싼 싸고 사람 사람이 사람도',
  ),
  ...words(
    'おすすめ オススメ お勧め おすすめの ください 下さい 教えて 教えてください 探して 探している 探してます 探しています ほしい 欲しい 欲しいです もの 物 いい 良い ' +
      'よい 何か なにか 商品 アイテム ありますか ありませんか 見せて 知りたい ぴったり ぴったりの 価格 値段 予算 安い 使える ための 向け 人',
  ),
]

const weights = new Map<string, number>([
  ...shaping.map((word) => [word, 0.3] as const),
  ...stops.map((word) => [word, 0] as const),
  ['for', 0.2],
])

/** Weight of a word that says little: 0 for stop words, 0.2 to 0.4 for fillers; undefined for content. */
export function fillerWeight(word: string): number | undefined {
  return weights.get(word)
}

/** Japanese fillers, longest first: they are cut out of unspaced text. */
export const japaneseFillers: readonly string[] = [...weights.keys()]
  .filter((word) => /[\u3041-\u30ff]/.test(word) && word.length > 2)
  .sort((a, b) => b.length - a.length)

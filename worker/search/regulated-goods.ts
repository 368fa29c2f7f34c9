import { fold } from './text/fold.ts'

/**
 * Goods for which a shopper's experience, repeated by the shop, counts as advertising: food and health food
 * (식품표시광고법 Art. 8), cosmetics (화장품법 Art. 13), medical goods; elsewhere much the same. Doubt counts as yes: the
 * price of a mistake is then one quotation less.
 */

/** Alternatives of a regular expression, several a line. */
interface Names {
  readonly cjk: readonly string[]
  readonly cjkAlone?: readonly string[]
  readonly latin: readonly string[]
}

/** Cosmetics, health food, medical goods: decisive wherever they stand. */
const careNames: Names = {
  cjk: [
    '뷰티|화장품|코스메틱|스킨케어|메이크업|색조|향수|퍼퓸|헤어케어|바디케어|바디워시|선케어|선크림',
    '수분크림|보습크림|핸드크림|아이크림|세럼|앰플|에센스|토너|로션|클렌징|샴푸|트리트먼트|마스크팩',
    '립스틱|립밤|입욕제|네일|치약|건강|영양제|보충제|비타민|유산균|프로바이오틱스|홍삼|오메가3|콜라겐',
    '프로틴|다이어트|의료|의약|약국|한방|보청기|혈압계|콘택트렌즈|생리대|밴드에이드|보건용|美容|化粧',
    'コスメ|スキンケア|メイク|香水|シャンプー|日焼け止め|乳液|クレンジング|ボディケア|健康|サプリ',
    'ビタミン|プロテイン|ダイエット|乳酸菌|青汁|医療|医薬|薬局|漢方|補聴器|血圧計|コンタクトレンズ|生理用',
  ],
  latin: [
    'beauty|cosmetics?|skin ?care|make ?up|perfumes?|eau de|hair ?care|body ?care|sun ?care|sunscreen',
    'serums?|lotions?|moisturi[sz]ers?|cleansers?|shampoos?|conditioners?|lipsticks?|lip balm',
    '(?:face|hand|eye|night|day) creams?|sheet masks?|toothpaste|health|wellness|supplements?|vitamins?',
    'probiotics?|collagen|protein powder|ginseng|omega-?3|nutrition|weight loss|medical|medicines?',
    'medicinal|pharmacy|drugstore|first aid|hearing aids?|contact lenses|sanitary pads?',
  ],
}

/** Food and drink, unless the same words are about the things one cooks and serves with. */
const foodNames: Names = {
  cjk: [
    '식품|푸드|먹거리|간식|음료|주스|과일|채소|야채|정육|한우|수산|농산|축산|곡물|반찬|김치|밀키트|간편식',
    '베이커리|디저트|케이크|쿠키|과자|초콜릿|사탕|젤리|커피|원두|녹차|홍차|허브차|한과|양념|소스|국수',
    '라면|사료|분유|이유식|주류|와인|전통주|食品|食べ物|飲料|飲み物|ドリンク|ジュース|菓子|スイーツ',
    'チョコ|ケーキ|クッキー|コーヒー|珈琲|緑茶|紅茶|果物|フルーツ|野菜|精肉|鮮魚|調味料|惣菜|ワイン',
    '日本酒|はちみつ',
  ],
  /** One syllable says too little inside a longer word: these stand alone. */
  cjkAlone: ['차|꿀|잼|쌀|떡|빵|김|술|죽|茶|米|酒|肉|魚'],
  latin: [
    'foods?|drinks?|beverages?|grocer(?:y|ies)|snacks?|tea|teas|coffees?|chocolates?|cand(?:y|ies)|honey',
    'jams?|bakery|cakes?|cookies|biscuits|noodles?|pasta|sauces?|spices?|oils?|juices?|fruits?',
    'vegetables?|meats?|seafood|cheese|dairy|wines?|beers?|spirits|pantry|meals?|baby formula',
  ],
}

/** Things around food, and departments where a food word is a colour or a motif. */
const otherGoods: Names = {
  cjk: [
    '주방|그릇|식기|용기|도구|기구|냄비|머그|찻잔|와인잔|술잔|컵|턱받이|주전자|다기|도시락통|보온병',
    '텀블러|드리퍼|그라인더|머신|의류|패션|신발|가방|가구|침구|조명|인테리어|가전|디지털|완구|장난감|도서',
    '문구|캔들|액세서리|쥬얼리|주얼리|キッチン|食器|カップ|グラス|鍋|調理器具|器具|容器|衣料|ファッション',
    '靴|バッグ|家具|寝具|照明|家電|おもちゃ|文房具|書籍|キャンドル',
  ],
  latin: [
    'kitchen|kitchenware|cookware|tableware|drinkware|bakeware|utensils?|appliances?|makers?|machines?',
    'processors?|storage|containers?|teapots?|kettles?|mugs?|cups?|glasses|grinders?|drippers?',
    'pour-?overs?|cloth(?:es|ing)|apparel|fashion|shoes|bags?|furniture|bedding|lighting|decor',
    'electronics|toys?|books?|stationery|candles?|jewell?e?ry|accessories',
  ],
}

function matcher({ cjk, cjkAlone = [], latin }: Names) {
  const wholeWord = [
    ...cjkAlone.map((names) => `(?<!\\p{L})(?:${names})(?!\\p{L})`),
    `(?<![a-z])(?:${latin.join('|')})(?![a-z])`,
  ]
  const pattern = new RegExp([...cjk, ...wholeWord].join('|'), 'u')
  return (text: string) => pattern.test(text)
}

const isCare = matcher(careNames)
const isFood = matcher(foodNames)
const isOther = matcher(otherGoods)

/**
 * Whether a product is food, health food, a cosmetic or a medical good, by the words of its category path and title
 * in Korean, English or Japanese. Of food and kitchenware the deepest category that tells them apart decides
 * ("Kitchen > Tea > Teapots"); the title is asked where none does. Pure.
 */
export function isRegulated(category: readonly string[], title: string): boolean {
  const path = category.flatMap((name) => fold(name).split('>'))
  const name = fold(title)
  if (isCare(name) || path.some(isCare)) return true
  const telling = path.findLast((step) => isFood(step) !== isOther(step))
  return telling === undefined ? isFood(name) : isFood(telling)
}

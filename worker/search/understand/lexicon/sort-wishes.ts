import type { Sort } from '../../../contract/vocabulary.ts'
import { boosts, phrases, type BoostRow, type LexiconEntry } from './entry.ts'

type SortRow = readonly [sort: Sort, ko: string, en: string, ja: string, triggers: string]

/** Only superlatives and names of orders sort; a wish for something cheap is not a wish for the cheapest. */
const rows: readonly SortRow[] = [
  [
    'price_asc',
    '낮은 가격순',
    'Lowest price',
    '価格の安い順',
    '최저가|최저가순|최저가 순|최저가격|최저 가격|가장 싼|제일 싼|가장 저렴한|제일 저렴한|가장 싸게|제일 싸게|낮은 가격순|낮은가격순|가격 낮은 순|가격 낮은순|싼 순|싼순|저렴한 순|저렴한순|가장 값싼|cheapest|the cheapest|lowest price|lowest priced|lowest prices|least expensive|price low to high|low to high|sort by price|最安|最安値|一番安い|最も安い|いちばん安い|安い順|価格の安い順|価格が安い順',
  ],
  [
    'price_desc',
    '높은 가격순',
    'Highest price',
    '価格の高い順',
    '가장 비싼|제일 비싼|비싼 순|비싼순|높은 가격순|가격 높은 순|가격 높은순|최고가|최고가순|most expensive|highest price|highest priced|price high to low|high to low|一番高い|最も高い|高い順|価格の高い順|最高値',
  ],
  [
    'newest',
    '신상품순',
    'Newest',
    '新着順',
    '신상|신상품|신상템|신제품|신상품순|신상순|최신|최신순|최신상|신작|새로 나온|새로나온|갓 나온|방금 나온|new arrival|new arrivals|newest|just arrived|newly released|new release|new releases|new in|latest|just launched|brand new arrivals|新作|新商品|新製品|新着|新着順|最新|新発売',
  ],
  [
    'popular',
    '인기순',
    'Most popular',
    '人気順',
    '인기|인기 상품|인기 있는|인기 많은|인기순|인기템|베스트셀러|베스트 셀러|베스트 상품|베스트 아이템|베스트템|베스트순|잘 나가는|잘 팔리는|많이 팔린|제일 많이 팔린|가장 많이 팔린|많이 찾는|판매량순|판매순|popular|most popular|best seller|best sellers|best selling|bestseller|bestsellers|bestselling|top seller|top sellers|top selling|trending|most loved|most bought|人気|人気順|人気の|人気商品|大人気|売れ筋|売れている|売れてる|ベストセラー|一番売れている|一番売れてる',
  ],
  [
    'rating',
    '평점순',
    'Top rated',
    '評価の高い順',
    '평점 높은|평점이 높은|평점 좋은|평점순|평점 높은 순|별점 높은|별점이 높은|별점순|별점 좋은|리뷰 좋은|리뷰가 좋은|후기 좋은|후기가 좋은|평가 좋은|평이 좋은|best rated|top rated|highest rated|highly rated|best reviewed|best reviews|top reviewed|highest ratings|five star rated|high rating|高評価|高評価の|評価が高い|評価の高い|評価の高い順|レビューの高い|レビューが高い|レビュー高い|口コミがいい|口コミの良い|口コミが良い',
  ],
]

const value: BoostRow = [
  'value',
  '가성비',
  'Good value',
  'お手頃',
  '가성비|가성비 좋은|갓성비|저렴한|저렴하게|저렴하고|저렴이|저렴|싼|싸고|싸게|값싼|안 비싼|비싸지 않은|비싸지 않고|부담 없는 가격|합리적인 가격|착한 가격|cheap|budget friendly|affordable|inexpensive|not expensive|not too expensive|low cost|good value|great value|value for money|economical|on a budget|reasonably priced|cheap and|安い|安く|安くて|お手頃|お手頃な|お手頃価格|手頃な|格安|プチプラ|コスパ|コスパの良い|コスパがいい|コスパ最強|リーズナブル|リーズナブルな',
  '가성비|저렴|저렴한|합리적|cheap|affordable|budget|inexpensive|good value|value|お手頃|プチプラ|コスパ|格安|リーズナブル',
]

/** Orders of the list, and the soft wish for something that costs little. */
export const sortWishes: readonly LexiconEntry[] = [
  ...rows.map(([sort, ko, en, ja, triggers]): LexiconEntry => ({
    id: `sort:${sort}`,
    kind: 'sort',
    label: { ko, en, ja },
    triggers: phrases(triggers),
    effect: { type: 'sort', sort },
  })),
  ...boosts('sort', [value]),
]

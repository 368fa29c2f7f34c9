import { phrases, type LexiconEntry } from './entry.ts'

type ColorRow = readonly [
  family: string,
  ko: string,
  en: string,
  ja: string,
  values: string,
  triggers?: string,
]

/** Family, labels, the spellings products use, and further spellings only shoppers use (까만, 하얀, 黒い). */
const rows: readonly ColorRow[] = [
  [
    'black',
    '검정',
    'Black',
    '黒',
    '블랙|검정|검정색|검은색|흑색|black|黒|黒色|ブラック',
    '검은|까만|까만색|검정 색|검은 색|깜장|먹색|jet black|all black|올블랙|올 블랙|黒い',
  ],
  [
    'off-white',
    '오프화이트',
    'Off white',
    'オフホワイト',
    '오프화이트|오프 화이트|off white|offwhite|オフホワイト',
    'off-white',
  ],
  [
    'white',
    '흰색',
    'White',
    '白',
    '화이트|흰색|하얀색|백색|white|白|白色|ホワイト',
    '흰|하얀|하양|하얀 색|흰 색|순백|白い|真っ白',
  ],
  [
    'ivory',
    '아이보리',
    'Ivory',
    'アイボリー',
    '아이보리|아이보리색|ivory|アイボリー',
    '상아색|미색|크림색|cream colored|cream coloured|cream color|クリーム色|生成り',
  ],
  [
    'beige',
    '베이지',
    'Beige',
    'ベージュ',
    '베이지|베이지색|beige|ベージュ',
    '샌드베이지|oatmeal color|오트밀색',
  ],
  [
    'gray',
    '회색',
    'Grey',
    'グレー',
    '그레이|회색|차콜|멜란지|gray|grey|charcoal grey|charcoal gray|灰色|グレー|グレイ|チャコール',
    '쥐색|재색|잿빛|차콜색|차콜 그레이|다크그레이|다크 그레이|라이트 그레이|dark grey|dark gray|light grey|light gray|멜란지 그레이|チャコールグレー|ねずみ色',
  ],
  [
    'brown',
    '갈색',
    'Brown',
    '茶色',
    '브라운|갈색|카멜|밤색|초코브라운|brown|camel|茶色|ブラウン|キャメル',
    '고동색|황토색|다크브라운|다크 브라운|라이트브라운|카멜색|초콜릿색|dark brown|light brown|tan colored|tan color|こげ茶',
  ],
  [
    'khaki',
    '카키',
    'Khaki',
    'カーキ',
    '카키|카키색|올리브그린|khaki|olive green|カーキ',
    '국방색|쑥색|올리브색|올리브 그린|army green|カーキ色',
  ],
  [
    'navy',
    '네이비',
    'Navy',
    '紺',
    '네이비|남색|곤색|navy|navy blue|紺|紺色|ネイビー',
    '네이비색|네이비 블루|감색|다크네이비|濃紺',
  ],
  [
    'sky-blue',
    '하늘색',
    'Sky blue',
    '水色',
    '하늘색|스카이블루|스카이 블루|소라색|sky blue|light blue|水色|スカイブルー|ライトブルー',
    '연청색|연파랑|baby blue|베이비블루|베이비 블루',
  ],
  [
    'blue',
    '파랑',
    'Blue',
    '青',
    '블루|파랑|파란색|청색|blue|青|青色|ブルー',
    '파란|푸른|푸른색|코발트 블루|코발트블루|royal blue|cobalt blue|로얄블루|青い',
  ],
  [
    'red',
    '빨강',
    'Red',
    '赤',
    '레드|빨강|빨간색|적색|red|赤|赤色|レッド',
    '빨간|붉은|붉은색|새빨간|다홍색|赤い|真っ赤',
  ],
  [
    'burgundy',
    '버건디',
    'Burgundy',
    'ボルドー',
    '버건디|와인색|자주색|burgundy|maroon|ボルドー|バーガンディ|ワインレッド|えんじ色',
    '와인 컬러|와인컬러|와인 레드|wine red|wine colored|마룬',
  ],
  [
    'pink',
    '분홍',
    'Pink',
    'ピンク',
    '핑크|분홍|분홍색|pink|ピンク|桃色',
    '연분홍|핫핑크|베이비핑크|베이비 핑크|핑크색|인디핑크|인디 핑크|hot pink|baby pink|dusty pink|blush pink|더스티로즈|ピンク色',
  ],
  [
    'orange',
    '주황',
    'Orange',
    'オレンジ',
    '오렌지색|오렌지컬러|주황|주황색|orange color|オレンジ色',
    '오렌지 색|오렌지 컬러|orange colored|orange coloured|bright orange|orange dress|orange shirt|orange bag|orange jacket|orange sweater|orange shoes|orange hoodie|橙色',
  ],
  [
    'yellow',
    '노랑',
    'Yellow',
    '黄色',
    '노랑|노란색|옐로우|옐로|yellow|黄色|イエロー',
    '노란|샛노란|머스타드색|겨자색|mustard yellow|레몬색|黄色い|からし色',
  ],
  [
    'green',
    '초록',
    'Green',
    '緑',
    '그린|초록|초록색|녹색|green|緑|緑色|グリーン',
    '초록빛|풀색|연두|연두색|dark green|light green|forest green|다크그린|민트색|민트 컬러|mint green|mint color|ミント色|黄緑',
  ],
  [
    'purple',
    '보라',
    'Purple',
    '紫',
    '퍼플|보라|보라색|purple|violet|紫|紫色|パープル',
    '연보라|연보라색|라벤더색|자색|lilac|lavender color|lavender colored|ラベンダー色',
  ],
  [
    'gold',
    '골드',
    'Gold',
    'ゴールド',
    '골드|금색|gold|ゴールド|金色',
    '골드색|골드 색상|골드 컬러|골드컬러|황금색|gold colored|gold color|gold tone',
  ],
  [
    'rose-gold',
    '로즈골드',
    'Rose gold',
    'ローズゴールド',
    '로즈골드|로즈 골드|rose gold|ピンクゴールド|ローズゴールド',
  ],
  [
    'silver',
    '실버',
    'Silver',
    'シルバー',
    '실버|은색|silver|シルバー|銀色',
    '실버색|실버 색상|실버 컬러|실버컬러|silver colored|silver color|silver tone',
  ],
]

/** Names of materials too: as a colour only with a word that says so (골드 컬러, gold tone). */
const materialNames = new Set(['골드', '실버', 'gold', 'silver', 'ゴールド', 'シルバー'])

const withColorNoun = (value: string): string[] =>
  /^[가-힣]+$/.test(value) && !/(?:색|컬러)$/.test(value)
    ? [value, `${value}색`, `${value} 색상`, `${value} 컬러`, `${value} 계열`, `${value} 톤`]
    : [value]

/** Colour families. Names that are as often a food, a scent or a metal (오렌지, cream, mint) need a colour word. */
export const colors: readonly LexiconEntry[] = rows.map(([family, ko, en, ja, values, more]) => ({
  id: `color:${family}`,
  kind: 'color',
  label: { ko, en, ja },
  triggers: [
    ...phrases(values)
      .filter((value) => !materialNames.has(value))
      .flatMap(withColorNoun),
    ...(more ? phrases(more) : []),
  ],
  effect: { type: 'color', family, values: phrases(values) },
  heads: true,
}))

/** What goods of each class are called in categories and titles, folded. Written from knowledge of the world. */

/** Alternatives of a regular expression, several a line. */
export interface GoodsNames {
  readonly cjk: readonly string[]
  /** One syllable says too little inside a longer word: these stand alone. */
  readonly cjkAlone?: readonly string[]
  /** Whole words. */
  readonly latin: readonly string[]
}

export type ClassName =
  | 'food'
  | 'health_food'
  | 'cosmetic'
  | 'functional_cosmetic'
  | 'medical_device'
  | 'quasi_drug'
  | 'children'
  | 'alcohol'
  | 'electronics'
  | 'household_chemical'

export const goodsNames: Readonly<Record<ClassName, GoodsNames>> = {
  cosmetic: {
    cjk: [
      '뷰티|화장품|코스메틱|스킨케어|메이크업|색조|향수|퍼퓸|헤어케어|바디케어|바디워시|선케어|선크림|선스틱',
      '수분크림|보습크림|핸드크림|아이크림|세럼|앰플|에센스|토너|로션|클렌징|샴푸|트리트먼트|마스크팩',
      '립스틱|립밤|쿠션팩트|파운데이션|입욕제|네일|美容|化粧|コスメ|スキンケア|メイク|香水|シャンプー|美容液',
      '日焼け止め|乳液|クレンジング|ボディケア|ヘアケア|口紅',
    ],
    latin: [
      'beauty|cosmetics?|skin ?care|make ?up|perfumes?|eau de|hair ?care|body ?care|sun ?care|sunscreen',
      'serums?|lotions?|moisturi[sz]ers?|cleansers?|shampoos?|conditioners?|lipsticks?|lip balm',
      '(?:face|hand|eye|night|day) creams?|sheet masks?',
    ],
  },
  /** The merchant says of a cosmetic that it is certified, or it is one that must be. */
  functional_cosmetic: {
    cjk: ['기능성|자외선 ?차단|선크림|선케어|선스틱|선쿠션|日焼け止め|uvカット|薬用|医薬部外品'],
    latin: ['spf ?\\d+|sun ?screens?|sun ?care|sun ?blocks?'],
  },
  health_food: {
    cjk: [
      '건강|영양제|보충제|비타민|유산균|프로바이오틱스|홍삼|오메가3|콜라겐|프로틴|다이어트|健康|サプリ',
      'ビタミン|プロテイン|ダイエット|乳酸菌|青汁|栄養補助',
    ],
    latin: [
      'health|wellness|supplements?|vitamins?|probiotics?|collagen|protein powder|ginseng|omega-?3|nutrition',
      'weight loss',
    ],
  },
  medical_device: {
    cjk: [
      '의료|의약(?!외품)|약국|한방|보청기|혈압계|혈당계|체온계|콘택트렌즈|저주파|医療|医薬(?!部外品)|薬局|漢方',
      '補聴器|血圧計|体温計|コンタクトレンズ',
    ],
    latin: [
      'medical|medicines?|medicinal|pharmacy|drugstore|first aid|hearing aids?|contact lenses',
      'blood pressure monitors?|(?:ear|forehead|fever|clinical) thermometers?',
    ],
  },
  quasi_drug: {
    cjk: [
      '의약외품|치약|구강청결제|가글|생리대|밴드에이드|보건용|염색약|生理用|医薬部外品|薬用|歯磨き粉|ハミガキ',
      'マウスウォッシュ',
    ],
    latin: ['toothpastes?|mouthwash(?:es)?|sanitary pads?|tampons?|deodorants?|antiperspirants?'],
  },
  food: {
    cjk: [
      '식품|푸드|먹거리|간식|음료|주스|과일|채소|야채|정육|한우|수산|농산|축산|곡물|반찬|김치|밀키트|간편식',
      '베이커리|디저트|케이크|쿠키|과자|초콜릿|사탕|젤리|커피|원두|녹차|홍차|허브차|한과|양념|소스|국수',
      '라면|사료|분유|이유식|치즈|요거트|우유|두유|콜라(?!보|겐|주)|食品|食べ物|飲料|飲み物|ドリンク|ジュース|菓子',
      'スイーツ|チョコ|ケーキ|クッキー|コーヒー|珈琲|緑茶|紅茶|果物|フルーツ|野菜|精肉|鮮魚|調味料|惣菜',
      'はちみつ|チーズ|ヨーグルト',
    ],
    cjkAlone: ['차|꿀|잼|쌀|떡|빵|김|죽|茶|米|肉|魚'],
    latin: [
      'foods?|drinks?|beverages?|grocer(?:y|ies)|snacks?|tea|teas|coffees?|chocolates?|cand(?:y|ies)|honey',
      'jams?|bakery|cakes?|cookies|biscuits|noodles?|pasta|sauces?|spices?|oils?|juices?|fruits?',
      'vegetables?|meats?|seafood|cheese|dairy|yogh?urts?|pantry|meals?|baby formula|granola|cereals?|cola',
    ],
  },
  alcohol: {
    cjk: [
      '주류|와인|전통주|맥주|소주|위스키|막걸리|사케|청주|보드카|브랜디|샴페인|칵테일|하이볼|ワイン|日本酒',
      'ビール|焼酎|ウイスキー|梅酒|チューハイ|シャンパン',
    ],
    cjkAlone: ['술|酒'],
    latin: [
      'wines?|beers?|spirits|liquors?|whisk(?:e?y|ies)|vodkas?|champagnes?|soju|sake|brand(?:y|ies)|bourbons?',
      'tequilas?',
    ],
  },
  children: {
    cjk: [
      '유아|아동|키즈|어린이|베이비|아기(?!자기)|신생아|출산|완구|장난감|유모차|카시트|기저귀|주니어|キッズ|ベビー',
      '子供|子ども|こども|赤ちゃん|おもちゃ|幼児|知育|チャイルドシート',
    ],
    latin: [
      "kids?|child(?:ren)?(?:['’]?s)?|bab(?:y|ies)|toddlers?|infants?|newborns?|toys?|nursery|strollers?",
    ],
  },
  electronics: {
    cjk: [
      '가전|전자기기|전자제품|디지털|충전기|이어폰|헤드폰|스피커|노트북|컴퓨터|모니터|냉장고|세탁기|공기청정기',
      '가습기|제습기|에어컨|선풍기|청소기|드라이기|전기장판|家電|電子機器|充電器|イヤホン|ヘッドホン|スピーカー',
      'ノートパソコン|冷蔵庫|洗濯機|空気清浄機|加湿器|エアコン|扇風機|掃除機|ドライヤー',
    ],
    latin: [
      'electronics|appliances?|chargers?|earbuds|headphones?|speakers?|laptops?|computers?|monitors?',
      'refrigerators?|air purifiers?|humidifiers?|air conditioners?|vacuums?|hair ?dryers?',
    ],
  },
  household_chemical: {
    cjk: [
      '세제|섬유유연제|방향제|탈취제|표백제|살충제|(?<!\\p{L})락스|세정제|디퓨저|접착제|코팅제|습기제거제|살균제|소독제',
      '생활화학|洗剤|柔軟剤|芳香剤|消臭剤|漂白剤|殺虫剤|虫よけ|除菌|接着剤|ディフューザー',
    ],
    latin: [
      'detergents?|(?:surface|glass|toilet|floor|kitchen|bathroom|all-purpose) cleaners?|air fresheners?',
      'bleach|insecticides?|repellents?|disinfectants?|fabric softeners?|reed diffusers?|adhesives?',
    ],
  },
}

/** Things around food, and departments where a food word is a colour or a motif. */
export const otherGoodsNames: GoodsNames = {
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

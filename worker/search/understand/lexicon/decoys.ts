import { phrases } from './entry.ts'

const lines = [
  // Names of foods and drinks that begin with a colour.
  'red wine|white wine|red velvet|red pepper|red bean|red beans|red ginseng|red bull|red onion|red meat|red lentils',
  'green tea|green bean|green beans|green onion|green curry|green juice|black tea|black coffee|black pepper|black bean',
  'black beans|black garlic|black sesame|black rice|black seed|black forest|white rice|white chocolate|white tea|white vinegar',
  'white bread|brown rice|brown sugar|brown bread|blue cheese|blue crab|pink salt|pink lady|orange juice|golden kiwi|gold kiwi',
  '레드 와인|화이트 와인|레드 벨벳|레드 불|레드 페퍼|그린 티|그린 커리|블랙 티|블랙 커피|블랙 페퍼|블랙 올리브|화이트 초콜릿|화이트 초코',
  '화이트 트러플|블루 치즈|핑크 솔트|골드 키위|그린 키위|브라운 슈가|브라운 라이스|검은 콩|검은 깨|검은콩|검은깨|흰 쌀|흰 우유|까만 콩|붉은 대게',
  '赤ワイン|白ワイン|黒ビール|黒ごま|白ごま|白ごはん|白だし|赤みそ|白みそ|青のり|赤だし|赤パプリカ|白たい焼き|黒ウーロン茶|黒にんにく',
  // Other names that hold a colour.
  'black friday|black box|white noise|white board|blue light|red light|green screen|black belt|black hole|white gold|yellow gold',
  'warm white|cool white|soft white|bright white|brown noise|pink noise|white elephant|black market|red carpet|green thumb|blue tooth|green house|black out|red eye|white label',
  '블랙 프라이데이|블랙 박스|블랙 헤드|블랙 야크|화이트 보드|화이트 노이즈|화이트 골드|옐로우 골드|화이트 헤드|블루 라이트|블루 투스|그린 하우스|레드 카펫',
  // Styles named after a person, and people who are not a recipient.
  'mom jeans|mom jean|dad hat|dad cap|dad shoes|dad sneakers|dad bod|boyfriend jeans|boyfriend fit|boyfriend shirt|boyfriend blazer',
  'girlfriend jeans|grandma chic|granny square|mother of pearl|mother board|mother tongue|father and son|men in black|women in love',
  'baby powder|baby oil|baby spinach|baby carrots|baby face|baby doll|베이비 파우더|베이비 오일|베이비 돌|베이비 페이스|ベビーパウダー|ベビーオイル|ベビードール',
  'kid leather|kid mohair|baby alpaca|baby cashmere|베이비 알파카|키드 모헤어',
  'girls night|girls trip|ladies night|wonder woman|mad men|couple of',
  // Places and seasons inside other names.
  'summer sausage|spring roll|spring rolls|spring onion|spring water|spring mattress|box spring|fall guys|pocket spring|coil spring|spring coil|spring loaded|hot spring|spring form',
  'winter melon|beach boys|home run|home button|kitchen aid|office 365|microsoft office|garden salad',
  '스프링 노트|봄동 김치|가을 무|겨울 왕국|여름 방학|월남 쌈|오피스 365',
  // Phrases that look like a sort.
  'best man|top coat|new balance|new york|new born|니트 베스트|패딩 베스트|퀼팅 베스트|다운 베스트|데님 베스트|울 베스트|플리스 베스트|정장 베스트',
]

/** Phrases in which a word that would be a wish is part of a name: the name is kept as plain words. */
export const decoys: readonly string[] = lines.flatMap(phrases)

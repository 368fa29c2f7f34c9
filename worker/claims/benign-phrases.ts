import { phrasePattern } from './phrase-pattern.ts'
import type { PhraseList } from './rule.ts'

/** Words of a claim that are none where they stand: taken out before the rules look. */
const benign: readonly Pick<PhraseList, 'language' | 'phrases'>[] = [
  {
    language: 'ko',
    phrases: [
      // Saying that something is no medicine is allowed, and often a duty.
      '(?:치료|예방|의료|질병)[^.!?]{0,12}(?:아닙니다|아니에요|아니며|아님)|의약품 (?:이 )?아닙니다',
      '(?:머리|실|필름|테이프|태엽|눈) 감기|저온 살균|고온 살균|초고온 살균|순간 살균|의사 (?:소통|결정|표현)|한의사 국가|다이어트 (?:콜라|코크|펩시|소다|사이다)',
      '(?:음향|조명|시각|특수|블러|펄|광택|핏|보온|보냉|냉감) 효과|(?:재생|연속 재생|음악|영상|동영상) (?:시간|목록|버튼|기능)|모공 효과음|관절 인형|효과음|구체_관절',
      '최고 (?:온도|속도|출력|기온|높이|기압|기록)|최초 (?:1회|사용|충전|개봉)|최고령|유일신|1위안',
      '주름 (?:방지|없는|커튼|스커트|치마|장식|가공|잡힌|블라우스|빨대)|구김 (?:방지|없는)',
      // A person is no property of goods.
      '비건·채식하는 사람|환경 생각하는 사람',
    ],
  },
  {
    language: 'en',
    phrases: [
      `not intended to (?:diagnose|treat|cure|prevent)[^.!?]{0,60}|(?:is|are) not (?:a )?(?:medicine|medical device)s?`,
      `pain (?:au|de|aux) [a-z]{1,12}|(?:dry|salt|smoke|sun|air|uv|slow)? ?cured (?:ham|meats?|salmon|bacon|sausages?|pork|beef|yolks?|resin)|(?:dry|salt|smoke|sun|air|uv) cured|cured meats?`,
      `(?:hair|scalp|lip|nail|overnight|keratin|cuticle|window|heat|surface|fabric|stain) treatments?`,
      `(?:a|an|the|dog|cat|pet|sweet|little|tasty|special|holiday|tea time|well earned|chocolate|training|festive|frozen) treats?|treats? (?:for|jar|pouch|bag|box)|treat (?:yourself|someone|them|mum|mom|dad)`,
      `healing (?:colou?ring|music|crystals?)|(?:self )?healing (?:mat|cutting mat)|diet (?:coke|pepsi|cola|soda|dr pepper|sprite)`,
      `wrinkle (?:free|resistant|proof) (?:shirts?|trousers|pants|fabric|cotton|dress(?:es)?|blouses?|sheets?)|anti (?:slip|skid|static|theft|glare|fog|pilling|scratch|tarnish|rust|roll|tip)`,
      `best (?:before|by|friends?|man|western)|(?:spill|leak|tangle|slip) prevention|prevents? (?:spills?|leaks?|slipping|scratches|tangles?|rust|fading|shrinking)`,
      `manufacturer['’]?s guarantee|organic (?:shapes?|forms?|chemistry|curves?|lines?)`,
      `vegan or vegetarian|eco minded person|strain relief|relief (?:print|map|printing|carving|pattern)|stress ball|bas relief`,
    ],
  },
  {
    language: 'ja',
    phrases: [
      '(?:治療|予防|医薬品)[^。]{0,12}(?:ではありません|ではない)|低温 殺菌|高温 殺菌|(?:音響|視覚|照明|保温|演出) 効果|再生 (?:時間|リスト|ボタン|紙)',
      'ダイエット (?:コーラ|コーク|コカ_コーラ|ペプシ)|最高 (?:気温|温度|速度|出力)|充電 回復|意思 疎通|関節 人形',
      '(?:シワ|しわ)(?:に)?_(?:なりにくい|にならない|防止 (?:シャツ|パンツ)|加工)|エコバッグ|エコ志向の人|ヴィーガン・菜食の人',
    ],
  },
]

const pattern = new RegExp(benign.map((list) => phrasePattern(list)).join('|'), 'gu')

/** Folded text without them. */
export const withoutBenign = (folded: string): string => folded.replace(pattern, ' ')

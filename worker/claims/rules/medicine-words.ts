/** Words of illness and of effects on the body, which laws of several goods forbid alike. See `PhraseList`. */

/** Effects that a certified cosmetic or a quasi-drug may have. */
export const functionalEffects = {
  ko: ['주름', '미백|잡티 제거', '탈모', '여드름', '자외선 차단'],
  en: [
    'wrinkl\\w{0,6}',
    'whiten\\w{0,4}|skin lightening',
    'hair loss',
    'acne|blemish control',
    'sun protection',
  ],
  ja: ['シワ|しわ', '美白', '脱毛|抜け毛', 'ニキビ|にきび', '紫外線 防'],
} as const

/** Everything else that no food, cosmetic or medical good may be said to do by a shop that cannot prove it. */
export const bodyEffects = {
  ko: [
    '치료|치유|완치|예방|효능|효과|개선|완화|회복|재생|면역|항암|항염|항균|살균|소염|해독|디톡스|혈액순환|혈압',
    '혈당|콜레스테롤|당뇨|관절|염증|아토피|건선|습진|비염|천식|위염|불면|발모|육모|양모제|셀룰라이트|변비|두통',
    '통증|체지방|지방 (?:분해|연소|태)|살(?:이|도)?_(?:빠|빼)|\\d_kg_(?:빠|감량)|체중 감|부작용|(?<!\\p{L})의사|약사',
    '의료진|의료인|처방|약효|나았|낫[는다더]|감기(?! 쉬|[는다])|독감|항산화|골다공증|갱년기|생리통|전립선|치매|아픈 날|몸살',
    '암_(?:예방|세포|환자)|항바이러스|염색체|피부_나이',
  ],
  en: [
    `cur(?:e|ed|es|ing)|heal(?:s|ed|ing)?|treat(?:s|ed|ment|ments|ing)?|prevent\\w{0,5}|relie(?:f|ve\\w{0,2})`,
    `regenerat\\w{0,5}|anti-\\w{1,15}|anti(?:viral|bacterial|inflammatory|oxidants?|aging)|immun\\w{0,8}|detox\\w{0,8}`,
    `diabet\\w{0,3}|arthrit\\w{0,2}|cancer|asthma|eczema|psoriasis|insomnia|migraines?|headaches?|inflammat\\w{0,5}`,
    `blood pressure|cholesterol|pain|weight loss|los[et] (?:\\d{1,3}|weight)|burns? fat|fat burn\\w{0,3}`,
    `hair regrowth|regrow\\w{0,3}|clinically|doctors?|dermatologist\\w{0,2}|side effects?|fda|symptom\\w{0,5}|sick`,
    `(?:fights?|wards? off) (?:the )?(?:colds?|flu|viruses|infections?)|colds? and flu|cellulite`,
  ],
  ja: [
    '治療|治り|治っ|治す|予防|効能|効果|改善|緩和|回復|再生|免疫|抗癌|がん(?![ばこじ])|抗菌|殺菌|糖尿|血圧|血糖',
    '関節|炎症|アトピー|不眠|頭痛|育毛|発毛|脂肪|痩せ|やせる|副作用|医師|医療従事者|処方|便秘|花粉症|風邪',
    'デトックス|アンチエイジング|若返|ガン 予防|血行|体調不良|抗酸化|コレステロール',
  ],
} as const

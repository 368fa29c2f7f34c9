/** What may not be repeated under a product, in Korean, English and Japanese. All texts come in folded. Pure. */

const anyOf = (...alternatives: readonly string[]) => new RegExp(alternatives.join('|'), 'u')
const englishWords = (...words: readonly string[]) => `(?<![a-z])(?:${words.join('|')})(?![a-z])`

/** Negation, contrast, complaint: a sentence with one of them may say the opposite of its fragment. */
const doubtful = anyOf(
  String.raw`(?<!\p{L})(?:안|못|덜|걍) |안 ?(?:좋|되|돼|됩|맞|예|들|나[오와]|가[요네])|못 ?(?:하|해|쓰|써|입|신|먹)`,
  '않|없|아니|아닌|별로|아쉽|아쉬|실망|후회|불편|불만|최악|비추|환불|반품|하자|불량|찢어|망가|고장|냄새|비싸',
  '지만|[은는인던한]데(?=[ ,.]|$)|그러나|그런데|근데|솔직히',
  englishWords(
    'not|no|never|none|nor|neither|without|hardly|barely|but|however|although|though|unfortunately|wish',
    String.raw`disappoint\w*|regret\w*|return(?:ed|ing)?|refund\w*|worst|worse|bad|poor\w*|terrible|awful|cheaply`,
    String.raw`broke\w*|defect\w*|useless|uncomfortable|too(?= [a-z])|overpriced|stopped`,
  ),
  "n['’]t(?![a-z])",
  'ない|なかっ|なく|ません|残念|イマイチ|いまいち|微妙|悪|返品|返金|不満|不良|でも|しかし|けど|けれど|壊|ただし|高すぎ',
)

/** Effects on body or illness: no shop may repeat them, whatever the goods. */
const healthClaim = anyOf(
  '치료|치유|완치|예방|효능|효과|개선|완화|회복|재생|면역|항암|항염|항균|살균|소염|해독|디톡스|혈액순환|혈압|혈당',
  '콜레스테롤|당뇨|관절|염증|아토피|여드름|건선|습진|비염|불면|탈모|발모|주름|미백|셀룰라이트|변비|두통|통증',
  String.raw`체지방|지방 ?(?:분해|연소)|살(?:이|도)? ?(?:빠|빼)|\d ?kg ?(?:빠|감량)|부작용|의사|약사|처방|약효|나았|낫[는더]`,
  englishWords(
    String.raw`cur(?:e|ed|es|ing)|heal(?:s|ed|ing)?|treat(?:s|ed|ment)?|prevent\w*|relie(?:f|ve\w*)|regenerat\w*`,
    String.raw`anti-\w+|anti(?:viral|bacterial|inflammatory|oxidants?|aging)|immun\w*|detox\w*|diabet\w*|arthrit\w*|cancer`,
    String.raw`eczema|acne|psoriasis|insomnia|migraines?|headaches?|inflammat\w*|blood pressure|cholesterol|pain`,
    String.raw`weight loss|los[et] (?:\d+|weight)|burns? fat|wrinkl\w*|whiten\w*|hair ?loss|regrow\w*`,
    String.raw`clinically|doctors?|dermatologist\w*|side effects?|fda|symptom\w*`,
  ),
  '治療|治り|治っ|予防|効能|効果|改善|緩和|回復|再生|免疫|抗癌|がん|抗菌|殺菌|糖尿|血圧|血糖|関節|炎症|アトピー|ニキビ',
  '不眠|頭痛|脱毛|育毛|シワ|しわ|美白|脂肪|痩せ|副作用|医師|処方|便秘',
)

/** Ways to reach or recognise a person: addresses, long numbers, handles, names with a title. */
const personal = anyOf(
  String.raw`[\w.+-]{1,64} ?@ ?\w|(?<![\w@])@\w{2,}|https?:|www\.|\w\.(?:com|net|kr|jp|co|io)(?![a-z])`,
  String.raw`(?:\d[\s().+-]{0,2}){7,}|(?<!\d)p\d{12}`,
  String.raw`[\p{Script=Hangul}]{2,4} ?(?:씨|(?<!부모|어머|아버|할머|선생|사장|고객|스승|장모)님)(?![\p{Script=Hangul}]{2})`,
  String.raw`[\p{Script=Han}\p{Script=Katakana}]{1,5}(?<![母父客皆奥子孫嫁娘姉兄])(?:さん|(?<![仕模同多異有王])様)`,
  String.raw`\d+동 ?\d+호|\d+번지|(?:로|길) ?\d+(?:번길|-\d+)|〒|\d+丁目`,
  '카톡|카카오톡|인스타|아이디|연락처|전화번호',
  englishWords(String.raw`(?:mr|mrs|ms|dr)\.? [a-z]+|my name is|call me|instagram|whatsapp`),
)

/** What happened in a family is nobody's sales argument: death, illness, divorce, pregnancy. */
const intimate = anyOf(
  '이혼|사별|장례|돌아가(?:신|셨)|세상을 떠|투병|수술|입원|병원|우울|임신|난임|유산(?!균)',
  englishWords(
    String.raw`divorc\w*|widow\w*|funerals?|passed(?: away)?|died|death|dying|grie(?:f|v\w*)|depress\w*`,
    String.raw`surger\w*|hospitals?|pregnan\w*|miscarr\w*`,
  ),
  '離婚|亡くな|葬|闘病|手術|入院|病院|うつ病|鬱|妊娠|流産',
)

/** Negated, mixed or displeased. */
export const soundsDoubtful = (folded: string): boolean => doubtful.test(folded)

/** Speaks of an effect on health or body. */
export const claimsHealth = (folded: string): boolean => healthClaim.test(folded)

/** Holds, or may hold, personal data, or a matter that is a family's own. */
export const looksPersonal = (folded: string): boolean => personal.test(folded) || intimate.test(folded)

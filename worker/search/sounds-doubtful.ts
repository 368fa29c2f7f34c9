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

/** Whether a folded text is negated, mixed or displeased, in Korean, English or Japanese. Pure. */
export const soundsDoubtful = (folded: string): boolean => doubtful.test(folded)

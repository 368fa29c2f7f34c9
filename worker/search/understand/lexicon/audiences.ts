import type { AgeGroup, Gender } from '../../../contract/vocabulary.ts'
import { phrases, type LexiconEntry } from './entry.ts'

type GenderRow = readonly [gender: Gender, ko: string, en: string, ja: string, words: string]
type AgeRow = readonly [
  id: string,
  ko: string,
  en: string,
  ja: string,
  groups: readonly AgeGroup[],
  words: string,
]

const genderRows: readonly GenderRow[] = [
  [
    'female',
    '여성',
    'Women',
    'レディース',
    "여성|여자|여성용|여자용|우먼|우먼즈|레이디스|여성복|women|woman|womens|women’s|women's|womenswear|ladies|female|レディース|女性|女性用|女性向け|婦人|婦人用|ウィメンズ",
  ],
  [
    'male',
    '남성',
    'Men',
    'メンズ',
    "남성|남자|남성용|남자용|맨즈|남성복|men|mens|men’s|men's|menswear|male|gentlemen|メンズ|男性|男性用|男性向け|紳士|紳士用",
  ],
  [
    'unisex',
    '남녀공용',
    'Unisex',
    '男女兼用',
    '남녀공용|남녀 공용|공용|유니섹스|unisex|gender neutral|ユニセックス|男女兼用|男女共用',
  ],
]

const ageRows: readonly AgeRow[] = [
  [
    'newborn',
    '신생아',
    'Newborn',
    '新生児',
    ['newborn', 'infant'],
    '신생아|newborn|newborns|new born baby|新生児',
  ],
  [
    'baby',
    '아기',
    'Baby',
    'ベビー',
    ['newborn', 'infant', 'toddler'],
    '아기|아가|영아|베이비|돌쟁이|갓난아기|baby|babies|infant|infants|ベビー|赤ちゃん|乳児|赤ん坊',
  ],
  [
    'toddler',
    '유아',
    'Toddler',
    '幼児',
    ['toddler', 'infant'],
    '유아|영유아|toddler|toddlers|preschooler|preschoolers|幼児|未就学児',
  ],
  [
    'kids',
    '키즈',
    'Kids',
    'キッズ',
    ['kids', 'toddler'],
    "키즈|아동|어린이|아이|아이들|꼬마|주니어|kids|kid|child|children|childrens|children's|kiddo|junior|キッズ|子ども|子供|こども|お子様|お子さん|子ども用|子供用|ジュニア",
  ],
  [
    'school',
    '초등학생',
    'School age',
    '小学生',
    ['kids'],
    '초등|초등학생|초등생|초딩|초등 저학년|초등 고학년|school age|schoolers|elementary schooler|first grader|小学生|低学年|高学年',
  ],
  [
    'girls',
    '여아',
    'Girls',
    '女の子',
    ['kids', 'toddler'],
    "여아|여자아이|여자 아이|여아용|girls|girl|little girl|girl's|女の子|女児",
  ],
  [
    'boys',
    '남아',
    'Boys',
    '男の子',
    ['kids', 'toddler'],
    "남아|남자아이|남자 아이|남아용|boys|boy|little boy|boy's|男の子|男児",
  ],
  [
    'teen',
    '청소년',
    'Teens',
    'ティーン',
    ['kids', 'adult'],
    '청소년|중학생|고등학생|중고생|중고등학생|중딩|고딩|십대|teen|teens|teenager|teenagers|tween|tweens|teenage|high schooler|中学生|高校生|ティーン|中高生',
  ],
  [
    'senior',
    '어르신',
    'Seniors',
    'シニア',
    ['adult'],
    '어르신|시니어|노인|노년|실버세대|연세 드신|senior|seniors|elderly|older adults|シニア|高齢者|お年寄り|年配',
  ],
]

/** Who wears or uses it, by sex. */
const gendered: readonly LexiconEntry[] = genderRows.map(([gender, ko, en, ja, words]) => ({
  id: `gender:${gender}`,
  kind: 'gender',
  label: { ko, en, ja },
  triggers: phrases(words),
  effect: { type: 'gender', gender, words: phrases(words) },
  heads: true,
}))

/** Who wears or uses it, by age. */
const aged: readonly LexiconEntry[] = ageRows.map(([id, ko, en, ja, ageGroups, words]) => ({
  id: `age:${id}`,
  kind: 'age',
  label: { ko, en, ja },
  triggers: phrases(words),
  effect: { type: 'age', ageGroups, words: phrases(words) },
  heads: true,
}))

/** Sexes and ages a product is made for. */
export const audiences: readonly LexiconEntry[] = [...gendered, ...aged]

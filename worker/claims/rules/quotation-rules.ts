import type { ClaimRule } from '../rule.ts'

/** What was written by a person or from what persons wrote. Fixed words name nobody. */
const written = ['merchant', 'reviews', 'model'] as const

/** Persons: what may not be repeated, whatever the goods. */
export const quotationRules: readonly ClaimRule[] = [
  {
    // Ways to reach or recognise a person: addresses, long numbers, handles, names with a title.
    id: 'personal',
    classes: 'every',
    sources: written,
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '개인정보 보호법',
        phrases: [
          `[\\w.+-]_@_\\w|(?<![\\w@])@\\w{2}|https?:|www\\.|\\w\\.(?:com|net|kr|jp|co|io)(?![a-z])`,
          `(?:\\d[\\s().+-]{0,2}){7}|(?<!\\d)p\\d{12}`,
          `[\\p{Script=Hangul}]{2,4}_(?:씨|(?<!부모|어머|아버|할머|선생|사장|고객|스승|장모)님)(?![\\p{Script=Hangul}]{2})`,
          `\\d동_\\d{1,5}호|\\d번지|(?:로|길)_\\d{1,5}(?:번길|-\\d)`,
          '카톡|카카오톡|인스타|아이디|연락처|전화번호',
        ],
      },
      {
        language: 'en',
        law: 'GDPR · CCPA',
        phrases: [`(?:mr|mrs|ms|dr)\\.? [a-z]{1,30}|my name is|call me|instagram|whatsapp`],
      },
      {
        language: 'ja',
        law: '個人情報保護法',
        phrases: [
          `[\\p{Script=Han}\\p{Script=Katakana}]{1,5}(?<![母父客皆奥子孫嫁娘姉兄])(?:さん|(?<![仕模同多異有王])様)`,
          `〒|\\d丁目`,
        ],
      },
    ],
  },
  {
    // What happened in a family is nobody's sales argument: death, illness, divorce, pregnancy.
    id: 'private-matter',
    classes: 'every',
    sources: written,
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '개인정보 보호법 제23조',
        phrases: ['이혼|사별|장례|돌아가(?:신|셨)|세상을_떠|투병|수술|입원|병원|우울|임신|난임|유산(?!균)'],
      },
      {
        language: 'en',
        law: 'GDPR Art. 9',
        phrases: [
          `divorc\\w{0,3}|widow\\w{0,3}|funerals?|passed(?: away)?|died|death|dying|grie(?:f|v\\w{0,3})|depress\\w{0,4}`,
          `surger\\w{0,3}|hospitals?|pregnan\\w{0,2}|miscarr\\w{0,4}`,
        ],
      },
      {
        language: 'ja',
        law: '個人情報保護法 第2条',
        phrases: ['離婚|亡くな|葬|闘病|手術|入院|病院|うつ病|鬱|妊娠|流産'],
      },
    ],
  },
]

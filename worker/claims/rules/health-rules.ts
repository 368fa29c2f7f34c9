import { regulated } from '../product-class.ts'
import type { ClaimRule } from '../rule.ts'
import { bodyEffects, functionalEffects } from './medicine-words.ts'

/** Illness and the body: food, cosmetics, medical goods, and goods that are none of them. */
export const healthRules: readonly ClaimRule[] = [
  {
    id: 'testimonial',
    classes: regulated,
    sources: ['reviews'],
    needs: 'never',
    lists: [],
    law: '식품표시광고법 제8조 · 화장품법 제13조',
  },
  {
    id: 'experience',
    classes: 'every',
    sources: ['reviews'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조',
        phrases: [...bodyEffects.ko, '미백|탈모|여드름|(?:피부|눈가|얼굴|이마|팔자|목) 주름'],
      },
      {
        language: 'en',
        law: '16 CFR 255',
        phrases: [
          ...bodyEffects.en,
          `(?:my|skin|face|eye|fine lines and) wrinkl\\w{0,6}|(?:skin|teeth) whiten\\w{0,4}|hair loss|acne`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: [...bodyEffects.ja, '美白|脱毛|ニキビ|(?:顔|肌|目元|額) (?:シワ|しわ)'],
      },
    ],
  },
  {
    id: 'food-disease',
    classes: ['food', 'health_food', 'alcohol'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '식품표시광고법 제8조',
        phrases: [
          ...bodyEffects.ko,
          '미백|탈모|여드름|(?:피부|눈가|얼굴) 주름',
          '총명탕|공진단|만병통치|명약|환자|숙취_해소',
        ],
      },
      {
        language: 'en',
        law: '21 CFR 101.93 · EU 1169/2011 Art. 7',
        phrases: [
          ...bodyEffects.en,
          'wrinkl\\w{0,6}|acne|hair loss|skin whiten\\w{0,4}|hangover cures?|prescription strength|medicinal',
          'miracle|patients?',
        ],
      },
      {
        language: 'ja',
        law: '健康増進法 第65条 · 薬機法 第68条',
        phrases: [...bodyEffects.ja, '美白|ニキビ|シワ|しわ|万病|特効|患者|花粉'],
      },
    ],
  },
  {
    id: 'food-function',
    classes: ['food', 'health_food'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '식품표시광고법 제8조',
        phrases: [
          '다이어트|날씬|슬리밍|피로(?!연)|숙면|꿀잠|잠 (?:예민|못|잘 오)|집중(?:력|되)|기억력|두뇌|붓기|부기|혈행|키 (?:성장|크)',
          '숙취|장 건강|간 건강|눈 건강|뼈 건강|위 건강|피부 (?:탄력|건강)|활력|정력|원기|노화|미세먼지|노폐물|독소|해열',
        ],
      },
      {
        language: 'en',
        law: 'EU 1924/2006 · 21 CFR 101.93',
        phrases: [
          `slimming|boosts? (?:your )?(?:energy|metabolism|brain|mood)|(?:better|deeper) sleep|sleep aid|sleepless`,
          `(?:brain|gut|heart|joint|bone|liver|eye) health|focused|memory|metabolism|stamina|libido|cleanse|hangovers?`,
          `light sleepers?|superfoods?|supports? (?:a |your )?(?:healthy )?(?:digestion|heart|skin|joints?)|dusty air`,
        ],
      },
      {
        language: 'ja',
        law: '健康増進法 第65条 · 景品表示法 第5条',
        phrases: [
          'ダイエット|疲労|疲れ が 取|安眠|快眠|眠り が 浅|眠れない|集中(?:力|できる)|記憶力|二日酔い|むくみ|代謝|美肌',
          '腸活|整腸|老化|精力|毒素|黄砂',
        ],
      },
    ],
  },
  {
    id: 'cosmetic-medicine',
    classes: ['cosmetic', 'functional_cosmetic'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '화장품법 제13조',
        phrases: [
          ...bodyEffects.ko,
          '붉은기|노란기|색소침착|가슴 확대|이중턱|v라인|병원용|병원_전용|먹을 수 있|줄기세포|엑소좀|니들|상처|피부병',
          '다이어트|슬리밍|날씬',
        ],
      },
      {
        language: 'en',
        law: 'FD&C Act §201(g) · EU 655/2013',
        phrases: [
          ...bodyEffects.en,
          `rosacea|stem cells?|exosomes?|scars?|bust enlarg\\w{0,6}|hospital grade|medical grade|slimming|melts? fat`,
        ],
      },
      {
        language: 'ja',
        law: '薬機法 第66条 · 医薬品等適正広告基準',
        phrases: [...bodyEffects.ja, '細胞|幹細胞|傷跡|バストアップ|小顔|シミ が 消|痩身|ダイエット'],
      },
    ],
  },
  {
    id: 'cosmetic-functional',
    classes: ['cosmetic', 'medical_device'],
    needs: 'never',
    lists: [
      { language: 'ko', law: '화장품법 제13조 (기능성화장품)', phrases: functionalEffects.ko },
      { language: 'en', law: 'FD&C Act §201(g) · EU 655/2013', phrases: functionalEffects.en },
      { language: 'ja', law: '薬機法 第66条', phrases: functionalEffects.ja },
    ],
  },
  {
    id: 'functional-uncertified',
    classes: ['functional_cosmetic', 'quasi_drug'],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '화장품법 제13조 (기능성화장품) · 약사법 제66조',
        phrases: functionalEffects.ko,
      },
      { language: 'en', law: 'FD&C Act §201(g) · EU 655/2013', phrases: functionalEffects.en },
      { language: 'ja', law: '薬機法 第66条', phrases: functionalEffects.ja },
    ],
  },
  {
    id: 'cosmetic-gentleness',
    classes: ['cosmetic', 'functional_cosmetic', 'quasi_drug', 'children', 'food', 'health_food'],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '화장품법 제14조 (실증)',
        phrases: [
          '저자극|무자극|하이포|알러지|알레르기',
          '피부 노화|동안 (?:피부|외모|얼굴)|어려 보이|노화 방지',
          '피부과 테스트|임상',
        ],
      },
      {
        language: 'en',
        law: 'EU 655/2013 · FTC Act §5',
        phrases: [
          'hypo ?allergenic|non irritating|allergy (?:tested|free)',
          'youthful|younger looking|age defying',
          'patch tested',
        ],
      },
      {
        language: 'ja',
        law: '医薬品等適正広告基準 · 景品表示法 第5条',
        phrases: [
          '低刺激|無刺激|低_アレルゲン|アレルギー',
          '若見え|若く 見え|エイジングケア',
          '臨床|パッチテスト済',
        ],
      },
    ],
  },
  {
    id: 'sunscreen-water',
    classes: ['functional_cosmetic'],
    needs: 'never',
    lists: [
      { language: 'ko', law: '화장품법 제13조', phrases: ['완벽 방수|자외선 100'] },
      {
        language: 'en',
        law: '21 CFR 201.327',
        phrases: ['water ?proof|sweat ?proof|all day protection|total (?:sun )?block'],
      },
      { language: 'ja', law: '医薬品等適正広告基準', phrases: ['完全 防水|紫外線 100'] },
    ],
  },
  {
    id: 'medical-effect',
    classes: ['medical_device', 'quasi_drug'],
    needs: 'never',
    lists: [
      { language: 'ko', law: '의료기기법 제24조 · 약사법 제68조', phrases: bodyEffects.ko },
      { language: 'en', law: 'FD&C Act §502 · EU 2017/745 Art. 7', phrases: bodyEffects.en },
      { language: 'ja', law: '薬機法 第66条', phrases: bodyEffects.ja },
    ],
  },
  {
    id: 'medicine-like-goods',
    classes: ['other', 'children', 'electronics', 'household_chemical'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '의료기기법 제26조',
        phrases: [
          '(?:통증|관절염|디스크|혈액순환|아토피|비염|불면증|두통|염증|당뇨|고혈압|변비|생리통|탈모|피부_주름|여드름).{0,6}(?:완화|개선|치료|예방|해소|회복|효과)',
          '(?:완화|치료|예방)_(?:효과|효능)|혈액순환|체지방 (?:감소|분해)|살균_치료|질병 (?:치료|예방)|의료용_효과',
        ],
      },
      {
        language: 'en',
        law: 'FD&C Act §201(h) · FTC Act §5',
        phrases: [
          `(?:relieves?|cures?|heals?|treats?|prevents?|eases?) (?:\\w{1,12} ){0,2}(?:pain|arthritis|insomnia|migraines?|headaches?|eczema|acne|diabetes|cancer|disease|inflammation|sciatica)`,
          `(?:pain|headache|migraine|arthritis) relief|improves? (?:blood )?circulation|boosts? immunity|anti inflammatory`,
        ],
      },
      {
        language: 'ja',
        law: '薬機法 第68条',
        phrases: [
          '(?:痛み|関節炎|腰痛|肩こり|血行|アトピー|不眠|頭痛|炎症|糖尿|便秘|薄毛).{0,4}(?:改善|治療|予防|緩和|解消|治)|血行 促進|病気 が? ?治',
        ],
      },
    ],
  },
]

import type { ClaimRule } from '../rule.ts'

/** Claims that the law of one kind of goods forbids or ties to a standard. */
export const goodsRules: readonly ClaimRule[] = [
  {
    id: 'food-nutrition',
    classes: ['food', 'health_food', 'alcohol'],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '식품등의 표시기준 (영양강조표시)',
        phrases: [
          '저당|무당|무가당|제로 (?:슈거|당)|슈거 프리|저탄수',
          '제로 칼로리|저칼로리|저열량|무열량',
          '고단백|단백질 (?:풍부|가득)',
          '저염|저나트륨',
          '저지방|무지방',
          '고식이섬유|식이섬유 (?:많|풍부)',
          '고칼슘|(?:비타민|칼슘|철분|영양) (?:풍부|가득)',
        ],
      },
      {
        language: 'en',
        law: '21 CFR 101.54 · EU 1924/2006',
        phrases: [
          'low (?:sugar|carb)|sugar free|no added sugar|zero sugar|reduced sugar|keto|guilt free',
          'low calories?|calorie free|zero calories?',
          'high protein|rich in protein',
          'low (?:sodium|salt)|(?:sodium|salt) free|reduced (?:sodium|salt)',
          'low fat|fat free|reduced fat',
          'high fib(?:er|re)|rich in fib(?:er|re)',
          'high calcium|rich in (?:vitamins?|calcium|iron)|nutritious',
        ],
      },
      {
        language: 'ja',
        law: '食品表示基準 第7条',
        phrases: [
          '低糖|糖質 (?:オフ|ゼロ|控えめ)|無糖|砂糖 不使用',
          '低カロリー|カロリー (?:オフ|ゼロ|控えめ)',
          '高_たん(?:ぱく|白)|高タンパク',
          '減塩|塩分 控えめ',
          '低脂肪|無脂肪',
          '食物繊維 (?:豊富|たっぷり)',
          '(?:ビタミン|カルシウム|鉄分|栄養) (?:豊富|たっぷり)',
        ],
      },
    ],
  },
  {
    id: 'food-free-from',
    classes: ['food', 'health_food', 'alcohol', 'cosmetic', 'functional_cosmetic'],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '식품표시광고법 제8조 · 식품등의 표시기준',
        phrases: [
          '글루텐 프리|무글루텐',
          '유제품 없|락토 프리|유당 (?:제거|없)',
          '견과류 없',
          '무알코올|논알코올|비알코올|알코올 없',
          '카페인 없|디카페인|무카페인',
          '그레인 프리',
          '무방부제|파라벤 프리|무색소|보존료 무',
        ],
      },
      {
        language: 'en',
        law: '21 CFR 101.91 · EU 1169/2011',
        phrases: [
          'gluten free|no gluten',
          '(?:dairy|lactose) free|no dairy',
          '(?:nut|peanut|soy|egg|allergen) free|no nuts',
          'alcohol free|non alcoholic',
          'caffeine free|decaf|decaffeinated|no caffeine',
          'grain free',
          '(?:paraben|sulfate|sulphate|silicone) free|no (?:parabens|sulfates)',
        ],
      },
      {
        language: 'ja',
        law: '食品表示法 · 景品表示法 第5条',
        phrases: [
          'グルテン フリー|小麦 不使用',
          '乳製品 不使用|乳 不使用',
          'ナッツ 不使用|卵 不使用|アレルギー 対応',
          'ノンアルコール|アルコール フリー',
          'カフェイン(?:レス|ゼロ|フリー)|ノンカフェイン|デカフェ',
          'グレイン フリー',
          'パラベン フリー|防腐剤 不使用|着色料 不使用',
        ],
      },
    ],
  },
  {
    id: 'child-safety',
    classes: [
      'children',
      'cosmetic',
      'functional_cosmetic',
      'food',
      'health_food',
      'quasi_drug',
      'electronics',
      'medical_device',
    ],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '어린이제품안전법 제17조·제25조',
        phrases: [
          'kc|안전_(?:인증|한 소재|합격)',
          '(?:아이|아기|어린이|유아|신생아|임산부|인체) ?(?:에게|에|가|도|용으로)?_(?:안전|안심|무해)|삼켜도',
          '반려동물 ?(?:에게|에|도)?_(?:안전|안심|무해)',
          '무독성|bpa_프리|환경 호르몬 (?:없|제로|무)|유해 물질 (?:없|불검출|무)',
        ],
      },
      {
        language: 'en',
        law: 'CPSIA 16 CFR 1107 · EU 2009/48',
        phrases: [
          '(?:safety|ce|astm|cpsc) (?:tested|certified|approved)',
          '(?:child|kid|baby|toddler|infant|pregnancy) safe|childproof|safe for (?:\\w{1,10} )?(?:kids|children|bab(?:y|ies)|infants|newborns|toddlers|pregnan\\w{0,2})|choke proof|sids',
          'pet safe|safe for (?:\\w{1,10} )?pets',
          'non ?toxic|bpa free|phthalate free|lead free',
        ],
      },
      {
        language: 'ja',
        law: '消費生活用製品安全法 (子供PSC)',
        phrases: [
          'pscマーク|stマーク|安全認証',
          '(?:子ども|子供|赤ちゃん|ベビー|妊婦)(?:に|にも|でも)?(?:安心|安全)|口に入れても',
          'ペット(?:に|にも|でも)?(?:安心|安全)',
          '無毒|bpa_フリー|有害物質 (?:不使用|なし|ゼロ)',
        ],
      },
    ],
  },
  {
    id: 'child-development',
    classes: ['children'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조',
        phrases: [
          '두뇌 (?:발달|개발)|(?:iq|아이큐|지능|머리) (?:향상|발달|가 좋|좋아)|키 (?:성장|크는|쑥쑥)|성적 (?:향상|오르)|영재|천재|언어 발달 (?:향상|효과)|adhd',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5',
        phrases: [
          `(?:boosts?|increases?|raises?|improves?) (?:\\w{1,10} )?(?:iq|intelligence|brain|grades|memory)|brain (?:boosting|development)|makes? (?:\\w{1,10} )?(?:smarter|geniuses)|genius|adhd|teach(?:es)? (?:your )?baby to read`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: [
          '脳 (?:を_)?(?:育て|発達|活性)|iq|知能 (?:アップ|向上|が_高)|頭 が?良くなる|天才|身長 (?:が_伸|アップ)|成績 (?:アップ|が_上)|adhd',
        ],
      },
    ],
  },
  {
    id: 'alcohol-audience',
    classes: ['alcohol'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '국민건강증진법 시행령 (주류광고)',
        phrases: [
          '청소년|미성년|어린이|아이(?!스|돌|템|패|폰|섀|라)|아기|유아|초등|중학|고등학|여중생|여고생|남중생|남고생|수험생|임산부|임신|출산|수유|운전|드라이브|면허|수능|입학|조카|돌잔치|백일|손주|이유식',
        ],
      },
      {
        language: 'en',
        law: '27 CFR 4.39 · Beer Institute code',
        phrases: [
          `kids?|child(?:ren)?(?:['’]?s)?|teens?|teen (?:girl|boy)|minors|toddlers?|bab(?:y|ies)|newborns?|school|students?|exams?|pregnan\\w{0,2}|mum to be|mom to be|nursing|driv(?:e|es|ing|ers?)|underage|grandchild|niece or nephew|first birthday`,
        ],
      },
      {
        language: 'ja',
        law: '飲酒に関する連絡協議会 自主基準',
        phrases: [
          '子ども|子供|こども|小学生|中高生|中学生|高校生|未成年|赤ちゃん|幼児|受験|入学|妊婦|妊娠|出産|授乳|運転|ドライブ|離乳食|孫|甥|姪',
        ],
      },
    ],
  },
  {
    id: 'alcohol-effect',
    classes: ['alcohol'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '국민건강증진법 시행령 (주류광고)',
        phrases: [
          '건강|숙취|원샷|폭탄주|취하지 않|스트레스 (?:해소|풀)|운동 (?:후|하고)|위로 되|용기 (?:를 )?주|긴장 완화|잠 (?:못|잘|오)',
        ],
      },
      {
        language: 'en',
        law: '27 CFR 4.39 · 27 CFR 5.129',
        phrases: [
          `health\\w{0,5}|hangovers?|bottoms up|binge|stress relief|(?:improves?|boosts?) (?:your )?(?:mood|confidence|performance)|workout|sober|sleepless|comforting|get drunk`,
        ],
      },
      {
        language: 'ja',
        law: '飲酒に関する連絡協議会 自主基準',
        phrases: ['健康|二日酔い|一気飲み|イッキ|酔わない|ストレス (?:解消|発散)|百薬|眠れない|運動後'],
      },
    ],
  },
  {
    id: 'chemical-safety',
    classes: ['household_chemical'],
    needs: 'never',
    lists: [
      {
        language: 'ko',
        law: '생활화학제품안전법 제34조',
        phrases: [
          '무독|무해|인체에_안전|안전한 (?:성분|제품|세제)|(?:아이|아기|반려동물|인체|피부) ?(?:에게|에|도|가)?_(?:안전|안심)|친환경|자연 친화|환경 친화|인체 친화|동물 친화|천연|(?<!\\p{L})순한(?! 맛)|위해하지|99\\.9_%',
        ],
      },
      {
        language: 'en',
        law: '40 CFR 156.10 · EU 528/2012 Art. 72',
        phrases: [
          `non ?toxic|harmless|(?:safe|gentle) (?:for|on|to) (?:\\w{1,10} )?(?:kids|children|bab(?:y|ies)|pets|skin|people|humans|family|environment)|(?:child|pet|baby) safe|environmentally friendly|eco friendly|all natural|low risk|kills (?:all|99(?:\\.9{1,3})? ?%)`,
        ],
      },
      {
        language: 'ja',
        law: '家庭用品品質表示法 · 景品表示法 第5条',
        phrases: [
          '無害|無毒|人体 (?:に_)?(?:安全|優し|やさし)|(?:赤ちゃん|子ども|子供|ペット)(?:に|にも|でも)?(?:安心|安全)|環境 (?:に_)?(?:優し|やさし)|(?<!\\p{Script=Katakana})エコ|99\\.9_[%パ]|完全 除菌',
        ],
      },
    ],
  },
  {
    id: 'device-performance',
    classes: ['electronics', 'household_chemical', 'other', 'children'],
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조 · 에너지이용합리화법',
        phrases: [
          '전자파 (?:차단|제로|없)|무전자파',
          '음이온|원적외선',
          '항균|살균|99(?:\\.9{1,3})?_%|바이러스 (?:제거|사멸|차단)',
          '에너지 (?:1등급|효율 1)|1등급|(?:전기|전기료|전기세) 절약',
          '초미세먼지 (?:제거|차단)',
          '알러지|알레르기',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5 · 16 CFR 305 · 40 CFR 152',
        phrases: [
          'emf (?:blocking|protection|free)',
          'negative ions?|far infrared',
          'anti ?(?:bacterial|microbial|viral)|kills? (?:\\d{1,3}(?:\\.\\d{1,3})? ?% )?(?:of )?(?:germs|bacteria|viruses)',
          'energy star|energy (?:saving|efficient)',
          'removes? (?:99(?:\\.9{1,3})? ?% of )?(?:fine )?dust',
          'hypo ?allergenic|allergy (?:proof|friendly)',
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条 · 省エネ法',
        phrases: [
          '電磁波 (?:カット|防止|ゼロ)',
          'マイナスイオン|遠赤外線',
          '抗菌|除菌|殺菌|99(?:\\.9{1,3})?_[%パ]|ウイルス (?:除去|カット|対策)',
          '省エネ|節電',
          'pm2\\.5 (?:除去|カット)',
          'アレルゲン|アレルギー',
        ],
      },
    ],
  },
]

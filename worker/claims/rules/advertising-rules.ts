import type { ClaimRule } from '../rule.ts'

/** What the shop says, and not what it repeats: an opinion in quotation marks is a shopper's. */
const own = ['rule', 'model', 'code'] as const

/** Praise and promises that need evidence, whatever the goods. */
export const advertisingRules: readonly ClaimRule[] = [
  {
    id: 'superlative',
    classes: 'every',
    sources: own,
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조 · 전자상거래법 제21조',
        phrases: [
          '최고(?! (?:온도|속도|출력|기온|높이|기압|기록|령|참))|최상급|1위|일등(?!석)|세계 제일|국내 제일|독보적|압도적|가장 (?:좋|뛰어|안전)|업계 (?:최|1)|no\\._1|넘버_원|판매량_1',
          '최초|업계 유|유일',
          '최저가|가장 (?:저렴|싼)',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5 · EU 2005/29',
        phrases: [
          `best(?! (?:before|by|friends?|man|western|for|with|used|served|enjoyed))|no\\.? ?1|# ?1|number one|top rated|top selling|unrivall?ed|unbeatable|unmatched|second to none|leading brand|world['’]?s (?:most|finest|leading)`,
          `world['’]?s (?:first|only)|the only`,
          `lowest prices?|cheapest`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: [
          '最高(?! (?:気温|温度|速度|出力))|最上級|世界一|日本一|業界(?:一|no)|ナンバーワン|no\\._1|第1位|一番 (?:良|優)|究極',
          '業界初|唯一|他に ない',
          '最安|一番 安',
        ],
      },
    ],
  },
  {
    id: 'comparison',
    classes: 'every',
    sources: own,
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조',
        phrases: [
          '타사|경쟁사|경쟁 제품|다른 (?:브랜드|회사|제품)보다|일반 제품 대비|기존 대비|\\d배 (?:더|빠|높|많|강)',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5 · EU 2006/114',
        phrases: [
          `(?:better|stronger|faster|safer|cheaper|more effective) than|competitors?|other brands|leading competitor|\\d{1,3}x (?:more|faster|better|stronger)`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: ['他社|競合|従来品|一般的な(?:商品|製品) より|\\d倍 (?:速|強|多|高|の効)'],
      },
    ],
  },
  {
    id: 'guarantee',
    classes: 'every',
    sources: own,
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조',
        phrases: [
          '100_[%퍼] ?(?:안전|만족|효과|보장|환불)|무조건|절대 (?:안|안전|변|고장)|완벽 (?:하게|차단|방지|제거)|평생 보장|효과 보장|보장합니다|보장해요|반드시 (?:효|좋)',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5 · 16 CFR 239',
        phrases: [
          `guaranteed?(?! weight)|100 ?% (?:safe|effective|satisfaction|secure|natural)|risk free|never fails?|always works|completely safe|foolproof`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: ['絶対|必ず|100_[%パ](?:安|効|満)|保証します|完全 (?:に|除去|防止)|間違いなし|永久'],
      },
    ],
  },
  {
    id: 'approval',
    classes: 'every',
    sources: own,
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '표시광고법 제3조',
        phrases: [
          '(?:식약처|fda|정부|보건복지부|kfda|농식품부|국가) ?(?:의 )?(?:승인|인증|허가|공인)|특허|(?:대상|어워드|디자인상|품평회)[^.]{0,6}수상|수상_(?:작|경력|이력)|전문가 추천|셀럽|연예인 (?:추천|템)|kc_(?:인증|마크)|haccp|해썹|iso_\\d',
        ],
      },
      {
        language: 'en',
        law: '21 CFR 801 · 16 CFR 255',
        phrases: [
          `(?:fda|government|usda|epa|ce|ul) (?:approved|certified|registered|cleared)|patented|award winning|expert recommended|clinically (?:proven|tested)|scientifically proven|celebrity`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条 · 医薬品等適正広告基準',
        phrases: [
          '厚生労働省|厚労省|国 が?認め|特許|受賞|専門家 推奨|有名人|芸能人|認証取得|モンドセレクション',
        ],
      },
    ],
  },
  {
    id: 'scarcity',
    classes: 'every',
    sources: own,
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '전자상거래법 제21조의2',
        phrases: [
          '마감 임박|품절 임박|곧 품절|오늘만|오늘 하루만|마지막 (?:기회|수량)|재고 \\d|서두르|단 \\d{1,3}_(?:개|분|명)|지금 아니면|한정 수량',
        ],
      },
      {
        language: 'en',
        law: 'FTC Act §5 · EU 2005/29 Annex I',
        phrases: [
          `last chance|only \\d{1,4} left|selling (?:out )?fast|almost gone|today only|hurry|while (?:stocks?|supplies) last|don['’]?t miss|act now|ends (?:soon|tonight)`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条',
        phrases: [
          '残り わずか|残り\\d|今だけ|本日 限り|本日 のみ|お早めに|売り切れ 間近|ラスト チャンス|数量 限定|在庫 僅少',
        ],
      },
    ],
  },
  {
    id: 'green',
    classes: 'every',
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '환경기술산업법 제16조의10',
        phrases: [
          '친환경|에코(?!백|퍼|_백)|무독성|그린 (?:제품|소재)|환경 (?:보호|친화|생각)',
          '생분해',
          '탄소 (?:중립|제로|저감)',
          '지속 가능|제로 웨이스트|플라스틱 프리',
          '재활용|업사이클|리사이클',
        ],
      },
      {
        language: 'en',
        law: '16 CFR 260 · EU 2024/825',
        phrases: [
          'eco ?friendly|eco (?:conscious|minded)|environmentally friendly|earth friendly|planet friendly|green product|ocean safe|reef safe',
          'biodegradable|compostable',
          'carbon neutral|climate neutral',
          'sustainable|sustainably|sustainability|zero waste|plastic free',
          'recycled|recyclable|upcycled',
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条 · 環境表示ガイドライン',
        phrases: [
          '環境 (?:に_)?(?:優し|やさし|配慮|対応)|(?<!\\p{Script=Katakana})エコ(?!バッグ|ノミ|ー)|地球 (?:に_)?(?:優し|やさし)',
          '生分解',
          'カーボン_ニュートラル',
          'サステナブル|サスティナブル|脱プラ|ゼロウェイスト',
          'リサイクル|再生素材|アップサイクル',
        ],
      },
    ],
  },
  {
    id: 'natural-organic',
    classes: 'every',
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '친환경농어업법 제30조 · 화장품법 제14조의2',
        phrases: [
          '유기농|오가닉',
          '천연 (?:성분|유래|화장품|원료|재료|100)|자연 유래|100_%_(?:천연|자연)',
          '비건|크루얼티 프리',
          '무농약|무항생제|무첨가|화학 성분 (?:없|무|제로)',
        ],
      },
      {
        language: 'en',
        law: '7 CFR 205 · FTC Act §5 · EU 2018/848',
        phrases: [
          'organic|organically',
          'all natural|100 ?% natural|natural (?:ingredients?|formula|origin)',
          'vegan|cruelty free',
          'pesticide free|chemical free|antibiotic free|non gmo|gmo free|additive free|preservative free',
        ],
      },
      {
        language: 'ja',
        law: 'JAS法 · 景品表示法 第5条',
        phrases: [
          'オーガニック|有機(?!el|ガラス|的)',
          '天然 (?:成分|由来|100)|自然 由来',
          'ヴィーガン|ビーガン',
          '無農薬|無添加|化学 (?:成分|物質) (?:不使用|ゼロ|なし)|遺伝子 組み換え でない',
        ],
      },
    ],
  },
  {
    id: 'origin',
    classes: 'every',
    needs: 'proof',
    lists: [
      {
        language: 'ko',
        law: '원산지표시법 제6조 · 대외무역법 제38조',
        phrases: [
          '국내산|국산|국내 (?:생산|제조|제작)|한국산|한우|제주산|메이드 인|미국산|일본산|이탈리아산|프랑스산|독일산',
        ],
      },
      {
        language: 'en',
        law: '16 CFR 323 · 19 USC 1304',
        phrases: [
          `made in (?!minutes|seconds|one|an? |small|your|house)(?:the )?[a-z]{2,12}|locally (?:made|grown|sourced)|domestically made|american made|locally produced|grown in [a-z]{2,12}`,
        ],
      },
      {
        language: 'ja',
        law: '景品表示法 第5条 (原産国) · 食品表示法',
        phrases: ['国産|日本製|国内 (?:製造|生産)|メイド イン|産地 直送|和牛'],
      },
    ],
  },
]

/**
 * What shoppers ask a search box that is no product, in three languages: words of which one must be in the query for
 * it to be about the topic. Spaces do not count. Whole words in Latin script, anywhere in Korean and Japanese.
 */
export const topics = {
  tracking: {
    kind: 'order',
    words: [
      ...'배송조회 배송추적 배송현황 배송상태 배송확인 배송언제 언제배송 언제와 언제오 언제도착 주문조회 주문확인 주문내역 구매내역 주문취소 운송장 송장번호 택배조회 내주문'.split(
        ' ',
      ),
      'order tracking,track order,track my order,tracking,where is my order,order status,my orders,order history,delivery status,when will my order,cancel order,cancel my order',
      ...'配送状況 配達状況 注文履歴 注文確認 注文状況 購入履歴 追跡 いつ届 届かない お届け状況 注文キャンセル キャンセルしたい'.split(
        ' ',
      ),
    ],
  },
  returns: {
    kind: 'policy',
    words: [
      ...'교환 반품 환불 교환반품 반품신청 반품방법 환불규정 교환신청'.split(' '),
      'return,returns,return policy,refund,refunds,exchange,exchanges,send back,money back',
      ...'返品 返金 交換 返品交換 返品方法'.split(' '),
    ],
  },
  shipping: {
    kind: 'policy',
    words: [
      ...'배송비 배송안내 배송기간 배송정책 배송문의 무료배송기준 택배비 해외배송 당일배송 배송지 제주배송 도서산간'.split(
        ' ',
      ),
      'shipping cost,shipping fee,shipping policy,shipping,delivery fee,delivery cost,delivery time,delivery,free shipping,international shipping,postage',
      ...'送料 配送料 配送方法 配送について 送料無料 海外発送 お届け日 発送'.split(' '),
    ],
  },
  coupon: {
    kind: 'notice',
    words: [
      ...'쿠폰 쿠폰등록 할인쿠폰 할인코드 프로모션코드 적립금 포인트 마일리지 회원혜택 회원등급'.split(' '),
      'coupon,coupons,promo code,promo codes,discount code,voucher,vouchers,points,rewards,loyalty,membership',
      ...'クーポン 割引コード ポイント 会員特典 会員ランク プロモーションコード'.split(' '),
    ],
  },
  event: {
    kind: 'notice',
    words: [
      ...'공지 공지사항 이벤트 기획전 사은품 당첨자'.split(' '),
      'announcement,announcements,notice,notices,event,events,news,giveaway',
      ...'お知らせ イベント キャンペーン ニュース'.split(' '),
    ],
  },
  store: {
    kind: 'notice',
    words: [
      ...'매장 오프라인매장 매장위치 매장안내 매장찾기 영업시간 지점 오시는길 쇼룸 픽업'.split(' '),
      'store locator,store,stores,find a store,store hours,opening hours,nearest store,showroom,store location,store locations,pick up in store',
      ...'店舗 店舗一覧 店舗検索 営業時間 実店舗 ショールーム'.split(' '),
    ],
  },
  contact: {
    kind: 'policy',
    words: [
      ...'고객센터 고객센타 상담 상담원 문의하기 전화번호 연락처 일대일문의 1:1문의 11문의 톡상담 챗봇'.split(
        ' ',
      ),
      'customer service,customer support,contact,contact us,help center,help,support,phone number,live chat,faq',
      ...'お問い合わせ 問い合わせ カスタマーサポート カスタマーセンター 電話番号 連絡先 よくある質問'.split(
        ' ',
      ),
      ...'자주묻는질문 자주하는질문'.split(' '),
    ],
  },
  size: {
    kind: 'policy',
    words: [
      ...'사이즈표 사이즈가이드 사이즈안내 치수표 사이즈조견표'.split(' '),
      'size guide,size chart,sizing chart,size table,fit guide',
      ...'サイズ表 サイズガイド サイズチャート'.split(' '),
    ],
  },
  payment: {
    kind: 'policy',
    words: [
      ...'결제방법 결제수단 무통장입금 입금계좌 입금확인 현금영수증 세금계산서 영수증 할부 무이자'.split(' '),
      'payment methods,payment options,payment,invoice,receipt,installments,pay later',
      ...'支払い方法 お支払い 領収書 請求書 分割払い'.split(' '),
    ],
  },
  account: {
    kind: 'policy',
    words: [
      ...'회원가입 회원탈퇴 비밀번호찾기 비밀번호변경 아이디찾기 로그인 마이페이지 개인정보'.split(' '),
      'sign up,log in,login,sign in,my account,account,password,reset password,delete account,privacy policy',
      ...'会員登録 退会 ログイン パスワード マイページ'.split(' '),
    ],
  },
  warranty: {
    kind: 'policy',
    words: [
      ...'보증기간 품질보증 무상수리 수리신청 as신청 as접수 as센터'.split(' '),
      'warranty,repair,repairs,guarantee',
      ...'保証期間 保証書 修理依頼 アフターサービス'.split(' '),
    ],
  },
} as const satisfies Readonly<
  Record<string, { kind: 'policy' | 'notice' | 'order'; words: readonly string[] }>
>

export type Topic = keyof typeof topics

/** Words that may stand beside a topic's without making a product wish of it. */
export const besideTopics: readonly string[] = [
  ...'문의 방법 안내 조회 확인 신청 정책 규정 기간 비용 하기 하고 싶어요 싶어 해주세요 어떻게 어디 어디서 어디에 언제 얼마 되나요 하나요 인가요 가능 가능한가요 있나요 받기 사용 등록 발급 주문 상품 제품 내 제 번호 페이지 좀 및 관련 배송 위치 찾기 취소 변경'.split(
    ' ',
  ),
  ...'how long what where when who policy policies info information page my your order orders item items do does can i to a the for of it does take take get use find link number online shop free about status'.split(
    ' ',
  ),
  ...'について したい 方法 いつ どこ いくら ですか ください 教えて 使い方 確認 一覧 注文 商品'.split(' '),
]

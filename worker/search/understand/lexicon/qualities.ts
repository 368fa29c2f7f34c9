/**
 * Qualities, effects and turns of phrase. 땀 안 차는, 비침 없는 or "without a doubt" are wishes about
 * how a product behaves: the noun is never excluded, because good products state it (비침 방지).
 */
const qualities = new Set(
  (
    '땀 비침 냄새 소음 소리 주름 구김 부담 자극 눈치 통증 걱정 티 번짐 끈적임 끈적 백탁 잔향 흔들림 미끄러짐 보풀 먼지 정전기 변색 얼룩 열 발열 늘어남 ' +
    '줄어듦 수축 가려움 따가움 답답함 들뜸 뭉침 트러블 알레르기 알러지 스트레스 고민 실패 호불호 질림 필요 상관 관계 문제 이상 이상없이 무리 재미 맛 힘 ' +
    '숱 볼륨 시간 공간 자리 돈 끝 끊임 세상 누구 아무 하나 둘 것 거 게 걸 이거 그거 저거 이것 그것 다른거 다른 보통 장난 혼자 농담 그냥 나이 성별 유행 ' +
    '계절 살 뱃살 군살 옆구리살 팔뚝살 힘 부기 붓기 물 바람 각질 독소 피지 때 기름기 노폐물 말 주말 공휴일 배송비 택배비 세금 쉬는날 휴일 생각 전부 모두 다 ' +
    '신경 남들 평범 흔한 뻔한 비싼 싼 티나 과하지 부작용 잡내 비린내 누린내 뒤끝 숙취 군더더기 자국 압박 이음새 봉제선 설치 조립 타공 못 ' +
    'doubt doubts fuss hassle worry worries stress pain noise sound smell smells odor odour sweat sweating wrinkles wrinkling itching itch ' +
    'irritation breaking spilling drilling effort trouble problem problems mess stains staining end limit limits question exception delay ' +
    'burden guilt fear regret fail stretching slipping losing looking being having getting feeling using making going warning help time space ' +
    'money matter idea one it them that this him her me us you anything everything nothing someone everyone others water heat electricity ' +
    'internet power bulk weight glare static shrinking fading pilling chafing compromise hesitation reason shipping tax taxes weekends'
  ).split(' '),
)

/** Whether the noun names a quality or belongs to an idiom, so that negating it excludes nothing. */
export function isQuality(noun: string): boolean {
  return qualities.has(noun)
}

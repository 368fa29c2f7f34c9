import { claimsMessages } from './claims-ko.ts'
import type { WordsMessages } from './words-en.ts'

const n = (value: number): string => value.toLocaleString('ko')

/** Texts of the page about what shoppers type. */
export const wordsMessages: WordsMessages = {
  pageTitle: '손님이 입력하는 말과 연결되는 곳이에요',
  brandsTitle: '브랜드의 다른 표기',
  brandsText:
    '손님은 브랜드를 저마다의 글자로 적어요. 여기 적힌 표기와 소리가 비슷한 말은 그 브랜드로 이어져요. 쉼표로 나눠 적어 주세요.',
  brandsNone: '아직 브랜드가 적힌 상품이 없어요. 브랜드 칸을 채우면 다른 표기가 여기에 나와요.',
  find: '브랜드 찾기',
  brand: '브랜드',
  spellings: '이렇게도 입력해요',
  source: '출처',
  spellingsOf: (brand: string) => `${brand}의 다른 표기`,
  sources: { rule: '규칙', list: '목록', merchant: '직접' },
  toAutomatic: '자동으로 되돌리기',
  saved: (brand: string) => `${brand}의 표기를 저장했어요.`,
  automatic: (brand: string) => `${brand}의 표기를 자동으로 되돌렸어요.`,
  more: (count: number) => `${n(count)}개가 더 있어요. 이름으로 찾아 주세요.`,
  notSaved: (why: string) => `바뀐 것은 없어요. ${why}`,
  listsTitle: '입력하는 동안의 추천 검색어',
  listsText:
    '손님의 검색어는 이틀 이상에 걸쳐 다섯 명 넘게 결과를 눌렀을 때만 다른 손님에게 보여요. 개인정보가 든 말은 절대 보이지 않아요.',
  popular: '입력 전에 보일 검색어',
  popularHint: '한 줄에 하나씩 적어 주세요. 비워 두면 많이 찾는 검색어가 보여요.',
  blocked: '추천하지 않을 말',
  blockedHint: '한 줄에 하나씩 적어 주세요. 이 말이 든 검색어는 바로 빠져요.',
  claims: claimsMessages,
  listsSaved: '저장했어요. 지금부터 적용돼요.',
  linksTitle: '상품이 아닌 답',
  linksText:
    '배송이나 반품, 쿠폰을 검색한 손님에게 여기 적은 페이지를 보여줘요. 흔한 말은 이미 알고 있고, 쓰시는 말을 더할 수 있어요.',
  kind: '종류',
  kinds: { policy: '정책', notice: '안내', order: '주문' },
  title: '제목',
  link: '주소',
  triggers: '직접 정한 말',
  add: '추가',
  linkAdded: (title: string) => `${title}을(를) 추가했어요.`,
  linkRemoved: (title: string) => `${title}을(를) 지웠어요.`,
  removeLink: (title: string) => `${title} 지우기`,
  linkWrong: '제목과, https:// 또는 /로 시작하는 주소가 필요해요.',
  linkSaved: '저장했어요.',
  categoryLink: '카테고리 페이지 주소',
  brandLink: '브랜드 페이지 주소',
  templatePlaceholder: '/카테고리/{value}',
  templateHint: '{value}에는 전체 이름이, {title}에는 마지막 이름이 들어가요. 비워 두면 연결하지 않아요.',
}

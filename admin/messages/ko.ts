import type { ErrorCode } from '../../worker/contract/vocabulary.ts'
import { LIMITS } from '../../worker/contract/vocabulary.ts'
import { tuningMessages } from './tuning-ko.ts'
import { wordsMessages } from './words-ko.ts'
import type { ApiFailure } from '../api/answer.ts'
import type { SignInProblem } from '../session.ts'
import type { Messages } from './en.ts'

const n = (value: number): string => value.toLocaleString('ko')
const megabytes = LIMITS.importBytes / 1024 / 1024

/** What the server says in English, in Korean. */
const refusals: Readonly<Record<ErrorCode, string>> = {
  bad_request: '서버가 이 요청을 받지 않았어요. 바뀐 것은 없어요.',
  unauthorized: '비밀 키가 맞지 않아요.',
  forbidden: '이 작업은 허용되지 않아요.',
  not_found: '찾는 항목이 없어요. 이미 지워졌을 수 있어요.',
  conflict: '그사이 상태가 바뀌어서 처리하지 않았어요. 새로 고친 뒤 다시 확인해 주세요.',
  too_large: `파일이 ${megabytes}MB보다 커요. 나누거나 열을 줄여 주세요. 바뀐 것은 없어요.`,
  unsupported_media: '이 형식은 받을 수 없어요. 바뀐 것은 없어요.',
  unprocessable: '내용을 사용할 수 없어요. 바뀐 것은 없어요.',
  rate_limited: '요청이 한꺼번에 몰렸어요. 잠시 뒤 다시 시도해 주세요.',
  unavailable: '지금은 서버가 처리하지 못해요. 잠시 뒤 다시 시도해 주세요.',
  internal: '서버에 문제가 생겼어요. 바뀐 것은 없어요.',
}

function failure(reason: ApiFailure): string {
  switch (reason.kind) {
    case 'unreachable':
      return '서버가 응답하지 않았어요. 연결을 확인하고 다시 시도해 주세요.'
    case 'aborted':
      return '중단했어요.'
    case 'unreadable':
      return `서버가 알 수 없는 형식으로 답했어요(${reason.status}). 페이지를 새로 고쳐 주세요.`
    case 'refused':
      return refusals[reason.code]
  }
}

function signInProblem(problem: SignInProblem): string {
  switch (problem.kind) {
    case 'empty':
      return '비밀 키를 먼저 붙여 넣어 주세요.'
    case 'public_key':
      return '이것은 공개 키예요. 비밀 키는 sk_로 시작해요.'
    case 'not_a_key':
      return '비밀 키 형식이 아니에요. sk_로 시작하고, 밑줄로 이어진 두 부분이 더 있어요.'
    case 'wrong_key':
      return '이 비밀 키를 가진 쇼핑몰이 없어요. 끝까지 복사했는지 확인해 주세요.'
    case 'key_expired':
      return '키를 더 이상 쓸 수 없어서 로그아웃했어요. 바뀐 것은 없어요.'
    case 'failed':
      return failure(problem.failure)
  }
}

export const messages: Messages = {
  failure,
  retry: '다시 시도',
  cancel: '취소',
  close: '닫기',
  undo: '되돌리기',
  undone: '되돌렸어요. 전과 같아요.',
  remove: '빼기',
  loading: '불러오는 중…',
  skip: '본문으로 건너뛰기',

  session: {
    title: '쇼핑몰에 로그인',
    lead: '쇼핑몰을 만들 때 받은 비밀 키를 붙여 넣어 주세요.',
    key: '비밀 키',
    show: '키 보기',
    hide: '키 가리기',
    submit: '로그인',
    checking: '키를 확인하는 중…',
    kept: '키는 이 탭에만 남아요. 탭을 닫으면 로그아웃돼요.',
    signOut: '로그아웃',
    problem: signInProblem,
  },

  shell: {
    pages: '페이지',
    catalogue: '카탈로그',
    search: '검색해 보기',
    tuning: '다듬기',
    words: '말과 연결',
    install: '설치',
    language: '언어',
    theme: '화면 모드',
    themeSystem: '시스템 설정',
    themeLight: '밝게',
    themeDark: '어둡게',
    shortcuts: '단축키',
    shortcutHelp: '이 목록 보기',
    shortcutFind: '손님처럼 검색하기',
    followedBy: '다음',
    menu: '메뉴',
  },

  catalogue: {
    title: (count) => `상품 ${n(count)}개를 검색할 수 있어요`,
    titleNone: '아직 검색할 수 있는 상품이 없어요',
    titleUnknown: '카탈로그',
    leadNone: '상품 파일을 가져오세요. 다 읽는 대로 손님이 검색할 수 있어요.',
    since: (when) => `${when}에 만든 카탈로그예요.`,
    importTitle: '파일 가져오기',
    drop: '파일을 여기에 놓으세요',
    dropNow: '놓으면 이 파일을 선택해요',
    or: '또는',
    choose: '파일 선택',
    formats: `CSV, TSV, JSON, JSON Lines, 최대 ${megabytes}MB. 형식과 인코딩은 자동으로 알아내요.`,
    oneFile: '한 번에 한 파일씩 가져올 수 있어요. 아무것도 선택하지 않았어요.',
    teachTitle: '한 행에 필요한 것',
    teach:
      'id와 title만 있으면 돼요. price, link, image_link, brand, product_type, description까지 있으면 더 잘 찾아요. 널리 쓰는 쇼핑몰 솔루션의 열 이름은 그대로 알아봐요.',
    what: '어떤 파일인가요?',
    productsKind: '상품',
    reviewsKind: '리뷰',
    how: '지금 있는 것은 어떻게 할까요?',
    upsert: '추가하고 고치기',
    upsertHint: '파일에 있는 상품만 추가하거나 고치고, 나머지는 그대로 둬요.',
    replace: '전부 바꾸기',
    replaceHint: '파일에 없는 것은 빠져요. 변화가 크면 확인하실 때까지 보류해요.',
    start: '가져오기',
    other: '다른 파일 선택',
    tooLarge: (size) =>
      `파일이 ${size}예요. 최대 ${megabytes}MB까지 가져올 수 있으니 나누거나 열을 줄여 주세요.`,
    emptyFile: '빈 파일이에요. 다른 파일을 선택해 주세요.',
    uploading: (name) => `${name} 보내는 중`,
    uploaded: (sent, total) => `${total} 중 ${sent}`,
    storing: '다 보냈어요. 서버가 저장하기를 기다리는 중…',
    uploadCancelled: '보내기를 멈췄어요. 바뀐 것은 없어요.',
    uploadFailed: '파일을 가져오지 못했어요',
    leaving: '파일을 아직 보내는 중이에요.',
    stages: {
      reading: '파일 읽는 중',
      folding: '상품 쓰는 중',
      evidence: '리뷰 내용 반영 중',
      done: '완료',
      held: '보류',
      failed: '실패',
      discarded: '폐기함',
    },
    running: (what) => `${what}…`,
    doneProducts: (accepted, changed) =>
      changed === 0
        ? `${n(accepted)}행을 읽었고, 달라진 상품은 없어요`
        : `${n(accepted)}행을 가져왔고, 상품 ${n(changed)}개가 바뀌었어요`,
    doneReviews: (accepted, changed) =>
      changed === 0
        ? `리뷰 ${n(accepted)}개를 읽었고, 달라진 것은 없어요`
        : `리뷰 ${n(accepted)}개를 가져왔고, ${n(changed)}개가 새롭거나 바뀌었어요`,
    doneEvents: (accepted, changed) =>
      changed === 0
        ? `이벤트 ${n(accepted)}개를 읽었고, 모두 이미 있던 것이에요`
        : `이벤트 ${n(accepted)}개를 가져왔고, ${n(changed)}개가 새로워요`,
    held: '결정을 기다리고 있어요',
    heldStays: '결정하실 때까지 손님에게는 지금 카탈로그가 보여요.',
    failed: '파일을 받지 않았고, 모든 것은 그대로예요',
    discarded: '폐기했고, 모든 것은 그대로예요',
    counts: { read: '읽음', accepted: '받음', rejected: '거부', changed: '바뀜', removed: '빠짐' },
    stale: '서버가 응답하지 않아요. 가져오기는 서버에서 계속되고 있으니 다시 물어볼게요…',
    accept: '적용',
    acceptTitle: '이 가져오기를 적용할까요?',
    acceptText: (reason) => `${reason} 지금 카탈로그는 보관되고, 다시 되돌릴 수 있어요.`,
    acceptYes: '적용하기',
    accepted: '가져온 카탈로그를 적용했어요.',
    discard: '폐기',
    discardTitle: '이 가져오기를 폐기할까요?',
    discardText: '가져온 상품을 지워요. 지금 카탈로그는 그대로예요. 다시 쓰려면 파일을 다시 가져와야 해요.',
    discardYes: '폐기하기',
    discardedNotice: '가져오기를 폐기했어요. 손님에게 바뀐 것은 없어요.',
    detected: '파일을 이렇게 읽었어요',
    format: '형식',
    encoding: '인코딩',
    delimiter: '구분 기호',
    delimiters: { ',': '쉼표', '\t': '탭', ';': '세미콜론', '|': '세로줄' },
    columns: '열',
    column: '파일의 열',
    meaning: '쓰임',
    errors: (count, atMost) => (atMost ? `처음 ${n(count)}개 문제` : `문제 ${n(count)}개`),
    errorsHint: '문제가 있는 행만 빼고 나머지는 가져왔어요. 아래 줄을 고쳐서 다시 가져와 주세요.',
    errorsHintFailed: '이 파일은 전혀 사용하지 않았어요. 고쳐서 다시 가져와 주세요.',
    line: '줄',
    wholeFile: '파일',
    field: '항목',
    problem: '문제',
    showAll: (count) => `${n(count)}개 모두 보기`,
    download: 'CSV로 내려받기',
    recent: '최근 가져오기',
    recentNone: '아직 없어요. 처음 가져온 파일의 건수와 문제가 여기에 나와요.',
    status: { running: '진행 중', done: '완료', held: '보류', failed: '실패' },
    kindMode: (kind, mode) =>
      `${{ products: '상품', reviews: '리뷰', events: '이벤트' }[kind]} ${mode === 'upsert' ? '추가·수정' : '전부 바꾸기'}`,
    summary: (accepted, rejected) =>
      rejected === 0 ? `${n(accepted)}행 받음` : `${n(accepted)}행 받음, ${n(rejected)}행 거부`,
    latest: '가장 최근 가져오기',
    chosen: (when) => `${when} 가져오기`,
    missing: '최근 가져오기 중에 없는 항목이에요.',
    earlier: '이전 카탈로그',
    earlierHint: '‘전부 바꾸기’를 할 때마다 그 전 카탈로그를 보관해요. 세 개까지 되돌릴 수 있어요.',
    earlierNone: '아직 없어요. 전부 바꾸면 그 전 카탈로그가 여기에 보관돼요.',
    live: '사용 중',
    productsOf: (count) => `상품 ${n(count)}개`,
    restore: '되돌리기',
    restoreTitle: '이 카탈로그로 되돌릴까요?',
    restoreText: (there, now) =>
      `손님이 상품 ${n(now)}개 대신 ${n(there)}개를 검색하게 돼요. 지금 카탈로그도 보관되고, 다시 되돌릴 수 있어요.`,
    restoreYes: '되돌리기',
    restored: (count) => `상품 ${n(count)}개 카탈로그로 되돌렸어요.`,
    next: '다음 단계',
    nextSearch: '검색해 보기',
    nextInstall: '쇼핑몰에 설치하기',
  },

  searchServer: {
    title: 'Meilisearch 색인',
    upToDate: (count) => `상품 ${n(count)}개가 모두 반영돼 있어요.`,
    pending: (count) =>
      count === 0
        ? '거의 다 됐어요.'
        : `상품 ${n(count)}개를 반영하고 있어요. 바뀐 가격과 뺀 상품은 검색에 이미 나타나요.`,
    lastSuccess: (when) => `${when}에 마지막으로 반영했어요.`,
    reindex: '색인 새로 만들기',
    asked: '지금 쓰는 색인 옆에 새 색인을 만들고 있어요. 검색은 그대로 돼요.',
    problems: {
      unreachable:
        'Meilisearch가 응답하지 않아요. 그동안 쇼핑몰 자체 색인으로 검색하고, 바뀐 내용은 보관했다가 보내요. 서버가 켜져 있는지, MEILI_URL이 맞는지 확인해 주세요.',
      busy: 'Meilisearch가 너무 바빠요. 바뀐 내용은 보관했다가 잠시 뒤 다시 보내요. 계속되면 서버 사양을 늘려 주세요.',
      refused:
        'Meilisearch가 키를 받아 주지 않아요. 색인, 문서, 작업, 키를 관리할 수 있는 키를 MEILI_KEY에 넣어 주세요.',
      index_missing: '색인이 없어져서 새로 만들고 있어요. 따로 하실 일은 없어요.',
      rejected: 'Meilisearch가 보낸 내용을 받지 않았어요. 버전이 1.50 이상인지 확인해 주세요.',
      task_failed:
        'Meilisearch가 작업을 끝내지 못했어요. 다시 보내고 있으니, 계속되면 서버의 디스크 공간을 확인해 주세요.',
    },
  },

  search: {
    title: '손님은 무엇을 찾게 될까요?',
    found: (total) => `상품 ${n(total)}개를 찾았어요`,
    nearest: (total) => `꼭 맞는 것은 없고, 비슷한 상품이 ${n(total)}개 있어요`,
    none: '찾은 상품이 없어요',
    label: '손님처럼 검색하기',
    placeholder: '찾는 것을 말하듯이 적어 보세요',
    clear: '지우기',
    lead: '손님처럼 적어 보세요. 찾은 상품마다 왜 그 자리에 있는지 옆에 보여 드려요.',
    examples: '예를 들면',
    emptyCatalogue: '아직 찾을 상품이 없어요. 먼저 상품 파일을 가져오세요.',
    toCatalogue: '카탈로그로 가기',
    noneHint: '이 말이 들어간 상품이 없어요. 말을 줄이거나 바꿔 보세요.',
    relax: '바람을 하나 빼면',
    relaxWish: (label, total) => `${label} 빼면 ${n(total)}개`,
    failed: '검색하지 못했어요',
    meta: (milliseconds, mode) => `${n(milliseconds)}ms, ${mode}`,
    modes: { keyword: '낱말로 찾음', hybrid: '낱말과 뜻으로 찾음', reranked: '모델이 순서를 정함' },
    noPrice: '가격 없음',
    rank: (place) => `${n(place)}위`,
    availabilities: {
      in_stock: '판매 중',
      out_of_stock: '품절',
      preorder: '예약 판매',
      backorder: '입고 예정',
    },
    why: '이 순서인 까닭',
    details: '낱말과 상품 수',
    understood: '알아들은 것',
    understoodHint: '채워진 것은 상품을 거르고, 테두리만 있는 것은 순서만 올려요. 하나를 빼서 차이를 보세요.',
    understoodNone: '따로 알아들은 바람은 없어요. 모든 말을 그대로 검색해요.',
    drop: (label) => `${label} 빼기`,
    bringBack: (label) => `${label} 다시 넣기`,
    asNames: '이름으로 읽은 것',
    asNamesHint: '바람처럼 들리지만 그 이름의 상품이 있어서 낱말로 검색했어요.',
    words: '검색어의 낱말',
    ignored: '검색에 쓰지 않음',
    terms: '검색에 쓴 낱말',
    term: '낱말',
    documents: '상품 수',
    weight: '무게',
    inNone: '들어간 상품 없음',
    added: (count) => `더해진 낱말 ${n(count)}개`,
    addedHint: '찾는 것과 자주 함께 나오는 말이에요. 무게는 더 작아요.',
    addedUnused: (count) => `그 밖의 ${n(count)}개는 들어간 상품이 없어요.`,
    pool: '걸러진 과정',
    matched: '낱말이 하나라도 맞음',
    ranked: '자세히 비교함',
    kept: '보여 줄 만함',
    score: '점수',
    text: '낱말 점수',
    coverage: '검색어와 맞는 비율',
    named: '이름·브랜드·분류에서',
    serves: '바람에 맞는 정도',
    lifted: (factor) => `바람으로 × ${factor}`,
    met: '맞는 바람',
    unknown: '적혀 있지 않음',
    more: (count) => `${n(count)}개 더 보기`,
    notExplained: '설명하는 범위를 넘은 상품이에요.',
  },

  tuning: tuningMessages,
  words: wordsMessages,

  install: {
    title: '아래 한 줄이 있는 모든 페이지에서 작동해요',
    titleOff: '꺼져 있어서 쇼핑몰의 원래 검색이 보여요',
    titleRamp: (percent) => `방문의 ${percent}%에서 작동해요`,
    titleNoOrigins: '한 가지가 남았어요: 사용할 주소를 알려 주세요',
    nothingYet: '아직 상품이 없어서, 지금 설치하면 아무것도 찾지 못해요.',
    snippetTitle: '이 한 줄을 붙여 넣으세요',
    snippetText:
      '쇼핑몰 페이지 어디든 한 번이면 돼요. 페이지가 뜬 다음에 불러오고, 손님이 검색하기 전에는 아무것도 바꾸지 않아요.',
    snippet: '붙여 넣을 줄',
    copy: '복사',
    copied: '복사했어요.',
    copyFailed: '브라우저가 복사를 막았어요. 줄을 직접 선택해서 복사해 주세요.',
    publicKey: '여기 든 것은 누구나 봐도 되는 공개 키예요. 비밀 키는 페이지에 절대 붙여 넣지 마세요.',
    originsTitle: '쇼핑몰 주소',
    originsText: '이 주소의 페이지에서만 검색할 수 있어요. www가 있는 주소와 없는 주소를 모두 넣어 주세요.',
    originsNone: '아직 주소가 없어서 모든 페이지를 거절해요. 쇼핑몰 주소를 넣어 주세요.',
    address: '주소',
    addressPlaceholder: 'https://www.myshop.com',
    add: '추가',
    notAnAddress: '주소 형식이 아니에요. https://www.myshop.com 처럼 적어 주세요.',
    alreadyThere: '이미 있는 주소예요.',
    added: (address) => `${address} 주소를 추가했어요.`,
    removed: (address) => `${address} 주소를 뺐어요.`,
    removeAddress: (address) => `${address} 빼기`,
    insecure: '암호화 안 됨',
    switchTitle: '누구에게 보일까요',
    on: 'Aisle 검색',
    onHint: '끄면 붙여 넣은 줄이 아무 일도 하지 않고, 쇼핑몰의 원래 검색이 그대로 작동해요.',
    turnedOff: '껐어요. 1분 안에 모든 방문자에게 적용돼요.',
    turnedOn: '켰어요. 1분 안에 모든 방문자에게 적용돼요.',
    ramp: '방문 비율',
    rampHint: '조금부터 시작해서 지켜보며 올리세요. 한 번의 방문 동안에는 바뀌지 않아요.',
    rampOff: '꺼져 있는 동안에는 어떤 방문에도 보이지 않아요.',
    rampSet: (percent) => `이제 방문의 ${percent}%에서 작동해요.`,
    percent: (percent) => `${percent}%`,
    notSaved: (why) => `저장하지 못해서 전과 같아요. ${why}`,
  },
}

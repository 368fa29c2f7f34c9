/**
 * Words everyone knows, in three languages: kinds of goods, materials, colours, people, occasions. A shop that does
 * not sell tents is asked for a tent all the same, and must then say so instead of offering a vent. Written from
 * general knowledge; words that are easily mistaken for each other matter most.
 */
const english = `
tent vent tint bench beach bunch lunch lamp camp ramp damp stamp table cable chair stair hair bear beer boot boat book cook hook
bike hike kite kettle bottle battle shirt short skirt dress press shoe show sock rock lock clock block coat goat cost hat cat
bat mat rug mug jug bug bag rag tag pan pen pin pot cot dot hot rope robe soap soup sofa soda silk milk wool pool tool food wood
hood mood glove clove glass grass brush crush bread thread beads bed bedding sheet sheep sleep slip ship chip shop soft left gift
lift list wrist watch match patch pouch couch coach touch torch porch phone stone cone bone drone throne crown brown gown down town
towel tower power powder ladder leather weather feather father mother brother sister baby lady daddy puppy kitty dog frog log
board beard bird card yard guard garden golden wooden kitchen chicken kitten mitten button cotton carton curtain certain mountain
fountain captain candle handle saddle paddle puddle needle noodle poodle doll ball bell belt bolt melt felt salt malt suit fruit
boots roots roses noses hoses house mouse blouse trousers browser jeans beans means teams cream dream scream steam team tea sea
ring string spring swing wing king kid lid grid bin tin fin twin wine wife knife life light night tight right white write wire tire
tie pie die dice rice price race lace face vase case cage page stage storage orange range change charger larger cover lover clover
summer winter autumn hammer camera gamer gaming game name frame flame plate plane plant paint print point pillow yellow mellow
shampoo bamboo conditioner mirror blanket basket bucket jacket racket rocket pocket packet socket ticket cricket hockey
laptop desktop tablet table keyboard monitor printer toner speaker headphones earphones earbuds microphone router adapter battery
backpack suitcase luggage wallet purse sandals slippers sneakers loafers heels pumps boots necklace bracelet earrings sunglasses
scarf shawl gloves mittens hoodie sweater cardigan vest blazer shorts leggings tights pajamas underwear swimsuit bikini
perfume lipstick mascara foundation concealer toner serum lotion cleanser sunscreen razor toothbrush toothpaste
bicycle helmet skateboard skis snowboard treadmill dumbbell yoga fishing hunting climbing running walking swimming hiking
guitar piano violin drum flute toy puzzle lego doll stroller diaper bib crib pacifier crayon pencil marker notebook
coffee juice water chocolate candy cookie cake honey sugar pepper sauce vinegar olive pasta cheese butter yogurt egg meat
beef pork fish shrimp salmon tuna apple banana grape lemon mango peach pear berry melon tomato potato onion garlic carrot
black blue green grey gray pink purple red beige navy ivory khaki silver gold small large medium tall wide narrow long short
women woman men man girl girls boy boys kids children adult grandma grandpa wedding birthday party office travel beach
`
const korean = `
텐트 틴트 타월 타올 수건 비누 샴푸 린스 로션 크림 세럼 토너 에센스 마스크 립밤 립스틱 향수 면도기 칫솔 치약 화장품 선크림 쿠션
원피스 투피스 셔츠 티셔츠 바지 반바지 청바지 슬랙스 치마 스커트 코트 자켓 재킷 점퍼 패딩 조끼 가디건 니트 스웨터 맨투맨 후드 후드티
블라우스 정장 수트 양복 한복 잠옷 속옷 브라 팬티 양말 스타킹 레깅스 모자 비니 캡 장갑 목도리 스카프 머플러 벨트 넥타이 손수건
신발 운동화 구두 로퍼 부츠 샌들 슬리퍼 단화 장화 등산화 축구화 농구화 가방 백팩 배낭 지갑 파우치 캐리어 시계 반지 목걸이 귀걸이
팔찌 안경 우산 양산 이불 베개 침대 매트 매트리스 소파 의자 책상 식탁 탁자 선반 책장 옷장 서랍 거울 커튼 카펫 러그 조명 램프 전등
그릇 접시 컵 머그컵 텀블러 주전자 냄비 프라이팬 칼 도마 국자 수저 젓가락 숟가락 포크 물병 보온병 도시락 밥솥 믹서기 오븐 토스터
냉장고 세탁기 건조기 청소기 에어컨 선풍기 가습기 제습기 히터 난로 전기장판 다리미 텔레비전 모니터 노트북 컴퓨터 키보드 마우스
프린터 스피커 이어폰 헤드폰 헤드셋 충전기 케이블 배터리 카메라 렌즈 삼각대 휴대폰 케이스 필름 태블릿 게임기 드론 자전거 헬멧
킥보드 스케이트 스키 보드 골프 골프채 골프공 축구공 농구공 배구공 야구공 탁구 배드민턴 라켓 아령 덤벨 요가 낚시 낚싯대 캠핑
침낭 버너 랜턴 등산 수영복 수경 래쉬가드 튜브 기타 피아노 바이올린 드럼 장난감 인형 블록 퍼즐 유모차 기저귀 젖병 카시트 아기 유아
책 공책 연필 볼펜 지우개 가위 풀 테이프 스티커 달력 다이어리 사료 간식 목줄 고양이 강아지 모래 화분 씨앗 꽃 나무 흙 비료
커피 녹차 홍차 주스 우유 물 과자 사탕 초콜릿 빵 케이크 꿀 설탕 소금 간장 된장 고추장 식초 기름 쌀 라면 국수 김치 김 고기 소고기
돼지고기 닭고기 생선 새우 오징어 사과 배 포도 딸기 수박 참외 복숭아 귤 레몬 바나나 토마토 감자 고구마 양파 마늘 당근 두부 계란
검정 하양 빨강 파랑 노랑 초록 분홍 보라 회색 갈색 여성 남성 여자 남자 아동 어린이 학생 부모님 엄마 아빠 할머니 할아버지 남편 아내
남친 여친 친구 선물 생일 결혼식 하객룩 졸업식 면접 출근 여행 휴가 파티 봄 여름 가을 겨울 비싼 예쁜 귀여운 편한 따뜻한 시원한 가벼운
`
const japanese = `
テント テーブル タオル タブレット ケーブル ケース ケーキ カメラ カバン カバー カップ キャップ コップ コート ノート ボート ボード
シャツ シャンプー ジャケット ズボン スカート スカーフ スキー スマホ セーター ソファ ソックス ドレス トレー ナイフ ニット ネクタイ
バッグ バック バス パスタ パン パンツ ハンカチ ピアス ピアノ ビール ブーツ プール ベッド ベルト ペット ペン ボタン ボトル マウス
マスク マット マフラー ミシン ミラー メガネ モニター ライト ランプ リュック リング レンズ ワイン ワンピース イヤホン エアコン
カーテン ギター クッション コーヒー サンダル スニーカー スピーカー スプーン チーズ チョコレート テレビ ドライヤー パソコン
ヒーター フォーク フライパン プリンター ヘルメット ロープ 靴 靴下 帽子 傘 財布 時計 指輪 鞄 服 上着 下着 水着 着物 浴衣 布団 枕 椅子
机 棚 鏡 皿 鍋 箸 包丁 弁当 水筒 掃除機 冷蔵庫 洗濯機 自転車 犬 猫 本 花 茶 米 肉 魚 卵 牛乳 砂糖 塩 醤油 味噌
`

const words = new Set(`${english} ${korean} ${japanese}`.split(/\s+/).filter((word) => word !== ''))

/** True for a word of everyday life (folded, or an English plural of one): it may be wished for where it is not sold. */
export const isCommonWord = (word: string): boolean =>
  words.has(word) ||
  (/^[a-z]{4,}s$/.test(word) && (words.has(word.slice(0, -1)) || words.has(word.slice(0, -2))))

/** Brands of beauty, electronics, home, toys, sport goods and food, one a line: the name | its Korean spellings | its Japanese ones, with commas between. */
export const goodsBrands = `
Lush | 러쉬 | ラッシュ
Aesop | 이솝 | イソップ
Jo Malone | 조말론 | ジョーマローン
Diptyque | 딥티크, 딥디크 | ディプティック
Byredo | 바이레도 | バイレード
Le Labo | 르라보 | ルラボ
Creed | 크리드 | クリード
Tom Ford | 톰포드 | トムフォード
Santa Maria Novella | 산타마리아노벨라 | サンタマリアノヴェッラ
Tamburins | 탬버린즈 | タンバリンズ
Nonfiction | 논픽션 | ノンフィクション
MAC | 맥 | マック
NARS | 나스 | ナーズ
Estee Lauder | 에스티로더 | エスティローダー
Lancome | 랑콤 | ランコム
Clinique | 크리니크, 클리니크 | クリニーク
Kiehl's | 키엘 | キールズ
Bobbi Brown | 바비브라운 | ボビイブラウン
Benefit | 베네피트 | ベネフィット
Clarins | 클라랑스 | クラランス
Biotherm | 비오템 | ビオテルム
Vichy | 비쉬 | ヴィシー
La Roche-Posay | 라로슈포제 | ラロッシュポゼ
Avene | 아벤느 | アベンヌ
Bioderma | 바이오더마 | ビオデルマ
Uriage | 유리아주 | ユリアージュ
Eucerin | 유세린 | ユーセリン
Nivea | 니베아 | ニベア
Vaseline | 바세린 | ヴァセリン, ワセリン
Cetaphil | 세타필 | セタフィル
CeraVe | 세라비 | セラヴィ
Physiogel | 피지오겔 | フィジオジェル
Neutrogena | 뉴트로지나 | ニュートロジーナ
Garnier | 가르니에 | ガルニエ
L'Oreal | 로레알 | ロレアル
Maybelline | 메이블린 | メイベリン
Revlon | 레브론 | レブロン
Shiseido | 시세이도 | 資生堂, シセイドウ
SK-II | 에스케이투 | エスケーツー
Kose | 코세 | コーセー
Kanebo | 가네보 | カネボウ
Hada Labo | 하다라보 | 肌ラボ, ハダラボ
DHC | 디에이치씨 | ディーエイチシー
Biore | 비오레 | ビオレ
Curel | 큐렐 | キュレル
Canmake | 캔메이크 | キャンメイク
Sulwhasoo | 설화수 | 雪花秀, ソルファス
Laneige | 라네즈 | ラネージュ
Innisfree | 이니스프리 | イニスフリー
Etude | 에뛰드, 에뛰드하우스 | エチュード, エチュードハウス
Missha | 미샤 | ミシャ
Hera | 헤라 | ヘラ
Iope | 아이오페 | アイオペ
Mamonde | 마몽드 | マモンド
Dr. Jart+ | 닥터자르트 | ドクタージャルト
Cosrx | 코스알엑스 | コスアールエックス
Beauty of Joseon | 조선미녀 | 朝鮮美女
Anua | 아누아 | アヌア
Torriden | 토리든 | トリデン
Round Lab | 라운드랩 | ラウンドラボ
Skin1004 | 스킨1004 | スキン1004
Mediheal | 메디힐 | メディヒール
Medicube | 메디큐브 | メディキューブ
VT Cosmetics | 브이티, 브이티코스메틱 | ブイティー
Rom&nd | 롬앤 | ロムアンド
Clio | 클리오 | クリオ
Peripera | 페리페라 | ペリペラ
Tirtir | 티르티르 | ティルティル
Some By Mi | 썸바이미 | サムバイミー
Numbuzin | 넘버즈인 | ナンバーズイン
Abib | 아비브 | アビブ
Isntree | 이즈앤트리 | イズエンツリー
Goodal | 구달 | グーダル
Manyo | 마녀공장 | 魔女工場
Illiyoon | 일리윤 | イリユン
Aestura | 에스트라 | エストラ
Banila Co | 바닐라코 | バニラコ
3CE | 쓰리씨이, 스타일난다 | スリーシーイー
Amuse | 어뮤즈 | アミューズ
Hince | 힌스 | ヒンス
Dasique | 데이지크 | デイジーク
Olive Young | 올리브영 | オリーブヤング
The Ordinary | 디오디너리 | ジオーディナリー
Drunk Elephant | 드렁크엘리펀트 | ドランクエレファント
Charlotte Tilbury | 샬롯틸버리 | シャーロットティルブリー
Urban Decay | 어반디케이 | アーバンディケイ
Sephora | 세포라 | セフォラ
The Body Shop | 더바디샵, 바디샵 | ザボディショップ
L'Occitane | 록시땅 | ロクシタン
Moroccanoil | 모로칸오일 | モロッカンオイル
Kerastase | 케라스타즈 | ケラスターゼ
Pantene | 팬틴 | パンテーン
Dove | 도브 | ダヴ
Oral-B | 오랄비 | オーラルビー
Gillette | 질레트 | ジレット
Philips | 필립스 | フィリップス
Braun | 브라운 | ブラウン
Panasonic | 파나소닉 | パナソニック
Dyson | 다이슨 | ダイソン
Samsung | 삼성, 삼성전자 | サムスン
Galaxy | 갤럭시 | ギャラクシー
LG | 엘지, 엘지전자 | エルジー
Apple | 애플 | アップル
iPhone | 아이폰 | アイフォン, アイフォーン
iPad | 아이패드 | アイパッド
AirPods | 에어팟, 에어팟츠 | エアーポッズ, エアポッズ
MacBook | 맥북 | マックブック
Sony | 소니 | ソニー
PlayStation | 플레이스테이션, 플스 | プレイステーション, プレステ
Nintendo | 닌텐도 | 任天堂, ニンテンドー
Xbox | 엑스박스 | エックスボックス
Microsoft | 마이크로소프트, 마소 | マイクロソフト
Google | 구글 | グーグル
Amazon | 아마존 | アマゾン
Kindle | 킨들 | キンドル
Dell | 델 | デル
HP | 에이치피, 휴렛팩커드 | ヒューレットパッカード
Lenovo | 레노버, 레노보 | レノボ
Asus | 에이수스, 아수스 | エイスース, アスース
Acer | 에이서 | エイサー
MSI | 엠에스아이 | エムエスアイ
Gigabyte | 기가바이트 | ギガバイト
Razer | 레이저 | レイザー
Logitech | 로지텍 | ロジクール, ロジテック
Corsair | 커세어 | コルセア
SteelSeries | 스틸시리즈 | スティールシリーズ
HyperX | 하이퍼엑스 | ハイパーエックス
Keychron | 키크론 | キークロン
Leopold | 레오폴드 | レオポルド
Canon | 캐논 | キヤノン, キャノン
Nikon | 니콘 | ニコン
Fujifilm | 후지필름 | 富士フイルム, フジフイルム
Instax | 인스탁스 | チェキ, インスタックス
Olympus | 올림푸스 | オリンパス
Leica | 라이카 | ライカ
GoPro | 고프로 | ゴープロ
DJI | 디제이아이 | ディージェイアイ
Epson | 엡손 | エプソン
Brother | 브라더 | ブラザー
Xerox | 제록스 | ゼロックス
Intel | 인텔 | インテル
AMD | 에이엠디 | エーエムディー
Nvidia | 엔비디아 | エヌビディア
Seagate | 씨게이트 | シーゲイト
Western Digital | 웨스턴디지털 | ウエスタンデジタル
SanDisk | 샌디스크 | サンディスク
Kingston | 킹스톤 | キングストン
Anker | 앤커 | アンカー
Belkin | 벨킨 | ベルキン
Baseus | 베이스어스 | ベースアス
Xiaomi | 샤오미 | シャオミ
Huawei | 화웨이 | ファーウェイ
Oppo | 오포 | オッポ
OnePlus | 원플러스 | ワンプラス
Motorola | 모토로라 | モトローラ
Nokia | 노키아 | ノキア
Garmin | 가민 | ガーミン
Fitbit | 핏빗 | フィットビット
Bose | 보스 | ボーズ
JBL | 제이비엘 | ジェービーエル
Marshall | 마샬 | マーシャル
Bang & Olufsen | 뱅앤올룹슨 | バングアンドオルフセン
Sennheiser | 젠하이저 | ゼンハイザー
Audio-Technica | 오디오테크니카 | オーディオテクニカ
Beats | 비츠 | ビーツ
Jabra | 자브라 | ジャブラ
Shure | 슈어 | シュア
Harman Kardon | 하만카돈 | ハーマンカードン
Yamaha | 야마하 | ヤマハ
Roland | 롤랜드 | ローランド
Fender | 펜더 | フェンダー
Gibson | 깁슨 | ギブソン
Netgear | 넷기어 | ネットギア
TP-Link | 티피링크 | ティーピーリンク
Linksys | 링크시스 | リンクシス
Synology | 시놀로지 | シノロジー
Toshiba | 도시바 | 東芝, トウシバ
Sharp | 샤프 | シャープ
Hitachi | 히타치 | 日立, ヒタチ
Bosch | 보쉬 | ボッシュ
Siemens | 지멘스 | シーメンス
Miele | 밀레 | ミーレ
Electrolux | 일렉트로룩스 | エレクトロラックス
Whirlpool | 월풀 | ワールプール
KitchenAid | 키친에이드 | キッチンエイド
Smeg | 스메그 | スメッグ
DeLonghi | 드롱기 | デロンギ
Nespresso | 네스프레소 | ネスプレッソ
Balmuda | 발뮤다 | バルミューダ
Cuckoo | 쿠쿠 | クック
Cuchen | 쿠첸 | クチェン
Coway | 코웨이 | コーウェイ
Winix | 위닉스 | ウィニックス
Shinil | 신일 | シンイル
Roborock | 로보락 | ロボロック
iRobot | 아이로봇 | アイロボット
Dreame | 드리미 | ドリーミー
Ecovacs | 에코백스 | エコバックス
Tefal | 테팔 | ティファール
Le Creuset | 르크루제 | ルクルーゼ
Staub | 스타우브 | ストウブ
Fissler | 휘슬러 | フィスラー
WMF | 더블유엠에프 | ヴェーエムエフ
Zwilling | 쯔빌링, 츠빌링, 헹켈 | ツヴィリング
Lodge | 롯지 | ロッジ
Happycall | 해피콜 | ハッピーコール
Corelle | 코렐 | コレール
Pyrex | 파이렉스 | パイレックス
Lock & Lock | 락앤락 | ロックアンドロック
Iittala | 이딸라 | イッタラ
Arabia | 아라비아 | アラビア
Marimekko | 마리메꼬, 마리메코 | マリメッコ
Royal Copenhagen | 로얄코펜하겐 | ロイヤルコペンハーゲン
Wedgwood | 웨지우드 | ウェッジウッド
Portmeirion | 포트메리온 | ポートメリオン
Denby | 덴비 | デンビー
Noritake | 노리다케 | ノリタケ
Hario | 하리오 | ハリオ
Kalita | 칼리타 | カリタ
Bodum | 보덤, 보둠 | ボダム
Ikea | 이케아 | イケア
Nitori | 니토리 | ニトリ
Francfranc | 프랑프랑 | フランフラン
Zara Home | 자라홈 | ザラホーム
Simmons | 시몬스 | シモンズ
Tempur | 템퍼 | テンピュール
Ace Bed | 에이스침대 | エースベッド
Hanssem | 한샘 | ハンセム
Iloom | 일룸 | イルーム
Sidiz | 시디즈 | シディズ
Herman Miller | 허먼밀러 | ハーマンミラー
Vitra | 비트라 | ヴィトラ
Fritz Hansen | 프리츠한센 | フリッツハンセン
Louis Poulsen | 루이스폴센 | ルイスポールセン
Yankee Candle | 양키캔들 | ヤンキーキャンドル
3M | 쓰리엠 | スリーエム
Scotch | 스카치 | スコッチ
Post-it | 포스트잇 | ポストイット
Parker | 파카 | パーカー
Lamy | 라미 | ラミー
Pilot | 파이롯트, 파일럿 | パイロット
Zebra | 제브라 | ゼブラ
Mitsubishi | 미쓰비시, 미츠비시 | 三菱, ミツビシ
Uni-ball | 유니볼 | ユニボール
Pentel | 펜텔 | ペンテル
Faber-Castell | 파버카스텔 | ファーバーカステル
Staedtler | 스테들러 | ステッドラー
Moleskine | 몰스킨 | モレスキン
Lego | 레고 | レゴ
Barbie | 바비 | バービー
Disney | 디즈니 | ディズニー
Marvel | 마블 | マーベル
Hello Kitty | 헬로키티 | ハローキティ
Sanrio | 산리오 | サンリオ
Pokemon | 포켓몬, 포켓몬스터 | ポケモン
Kakao Friends | 카카오프렌즈 | カカオフレンズ
Line Friends | 라인프렌즈 | ラインフレンズ
Bandai | 반다이 | バンダイ
Playmobil | 플레이모빌 | プレイモービル
Fisher-Price | 피셔프라이스 | フィッシャープライス
Pampers | 팸퍼스 | パンパース
Huggies | 하기스 | ハギーズ
Merries | 메리즈 | メリーズ
Pigeon | 피죤, 피존 | ピジョン
Comotomo | 코모토모 | コモトモ
Spectra | 스펙트라 | スペクトラ
Bugaboo | 부가부 | バガブー
Stokke | 스토케 | ストッケ
Cybex | 싸이벡스 | サイベックス
Royal Canin | 로얄캐닌 | ロイヤルカナン
Orijen | 오리젠 | オリジン
Titleist | 타이틀리스트 | タイトリスト
FootJoy | 풋조이 | フットジョイ
Callaway | 캘러웨이 | キャロウェイ
TaylorMade | 테일러메이드 | テーラーメイド
PXG | 피엑스지 | ピーエックスジー
Ping | 핑 | ピン
Wilson | 윌슨 | ウイルソン
Head | 헤드 | ヘッド
Babolat | 바볼랏 | バボラ
Speedo | 스피도 | スピード
Arena | 아레나 | アリーナ
Barrel | 배럴 | バレル
Roxy | 록시 | ロキシー
Quiksilver | 퀵실버 | クイックシルバー
Billabong | 빌라봉 | ビラボン
Rip Curl | 립컬 | リップカール
Volcom | 볼컴 | ボルコム
Burton | 버튼 | バートン
Shimano | 시마노 | シマノ
Daiwa | 다이와 | ダイワ
Brompton | 브롬톤, 브롬튼 | ブロンプトン
Giant | 자이언트 | ジャイアント
Trek | 트렉 | トレック
Nutrilite | 뉴트리라이트 | ニュートリライト
Centrum | 센트룸 | セントラム
Solgar | 솔가 | ソルガー
Starbucks | 스타벅스 | スターバックス
Illy | 일리 | イリー
Lavazza | 라바짜 | ラバッツァ
Twinings | 트와이닝 | トワイニング
Haribo | 하리보 | ハリボー
Lindt | 린트 | リンツ
Godiva | 고디바 | ゴディバ
Nongshim | 농심 | ノンシム, 農心
Bibigo | 비비고 | ビビゴ
Ottogi | 오뚜기 | オットギ
Nissin | 닛신 | 日清, ニッシン
Meiji | 메이지 | 明治
Kikkoman | 기꼬만 | キッコーマン
`

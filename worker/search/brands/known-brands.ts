/**
 * Well-known brands as they are written in Korean and in Japanese, for names that no rule of spelling gives. One a
 * line: the name, then its Korean spellings, then its Japanese ones, with commas between. Written from general
 * knowledge; where a brand's own name is Korean or Japanese, that spelling stands with the others.
 */
const lines = `
Nike | 나이키 | ナイキ
Adidas | 아디다스 | アディダス
Puma | 푸마, 퓨마 | プーマ
Reebok | 리복 | リーボック
New Balance | 뉴발란스, 뉴발 | ニューバランス
Asics | 아식스 | アシックス
Onitsuka Tiger | 오니츠카타이거, 오니츠카 | オニツカタイガー
Mizuno | 미즈노 | ミズノ
Yonex | 요넥스 | ヨネックス
Converse | 컨버스 | コンバース
Vans | 반스 | バンズ, ヴァンズ
Fila | 휠라, 필라 | フィラ
Diadora | 디아도라 | ディアドラ
Le Coq Sportif | 르꼬끄 스포르티브, 르꼬끄 | ルコックスポルティフ, ルコック
Kappa | 카파 | カッパ
Umbro | 엄브로 | アンブロ
Hoka | 호카 | ホカ
On Running | 온러닝 | オン
Salomon | 살로몬 | サロモン
Saucony | 써코니, 사코니 | サッカニー
Brooks | 브룩스 | ブルックス
Skechers | 스케쳐스, 스케처스 | スケッチャーズ
Crocs | 크록스 | クロックス
Birkenstock | 버켄스탁, 버켄스톡 | ビルケンシュトック
Teva | 테바 | テバ
Keen | 킨 | キーン
Merrell | 머렐 | メレル
Timberland | 팀버랜드 | ティンバーランド
Dr. Martens | 닥터마틴 | ドクターマーチン
Clarks | 클락스 | クラークス
UGG | 어그 | アグ
Hunter | 헌터 | ハンター
Under Armour | 언더아머 | アンダーアーマー
Lululemon | 룰루레몬 | ルルレモン
Andar | 안다르 | アンダル
Xexymix | 젝시믹스 | ゼクシィミックス
The North Face | 노스페이스, 더노스페이스 | ノースフェイス, ザノースフェイス
Patagonia | 파타고니아 | パタゴニア
Columbia | 컬럼비아, 콜롬비아 | コロンビア
Arc'teryx | 아크테릭스 | アークテリクス
Mammut | 마무트, 마무뜨 | マムート
Black Yak | 블랙야크 | ブラックヤク
K2 | 케이투 | ケーツー
Kolon Sport | 코오롱스포츠, 코오롱 | コーロンスポーツ
Nepa | 네파 | ネパ
Eider | 아이더 | アイダー
Millet | 밀레 | ミレー
Discovery Expedition | 디스커버리, 디스커버리 익스페디션 | ディスカバリー
National Geographic | 내셔널지오그래픽 | ナショナルジオグラフィック
Jeep | 지프 | ジープ
Kodak | 코닥 | コダック
MLB | 엠엘비 | エムエルビー
NBA | 엔비에이 | エヌビーエー
UFC Sport | 유에프씨스포츠, 유에프씨 | ユーエフシー
Snow Peak | 스노우피크, 스노피크 | スノーピーク
Coleman | 콜맨 | コールマン
Helinox | 헬리녹스 | ヘリノックス
Stanley | 스탠리 | スタンレー
Yeti | 예티 | イエティ
Thermos | 써모스 | サーモス
Zojirushi | 조지루시 | 象印, ゾウジルシ
Tiger | 타이거 | タイガー
Montbell | 몽벨 | モンベル
Marmot | 마모트, 마못 | マーモット
Gregory | 그레고리 | グレゴリー
Osprey | 오스프리 | オスプレー
Deuter | 도이터 | ドイター
Jansport | 잔스포츠, 잔스포트 | ジャンスポーツ
Eastpak | 이스트팩 | イーストパック
Herschel | 허쉘 | ハーシェル
Kanken | 칸켄 | カンケン
Fjallraven | 피엘라벤 | フェールラーベン
Samsonite | 쌤소나이트, 샘소나이트 | サムソナイト
American Tourister | 아메리칸투어리스터 | アメリカンツーリスター
Rimowa | 리모와 | リモワ
Tumi | 투미 | トゥミ
Mandarina Duck | 만다리나덕 | マンダリナダック
Porter | 포터 | ポーター
Uniqlo | 유니클로 | ユニクロ
GU | 지유 | ジーユー
Muji | 무지, 무인양품 | 無印良品, ムジ
Zara | 자라 | ザラ
H&M | 에이치앤엠 | エイチアンドエム
COS | 코스 | コス
Mango | 망고 | マンゴ
Gap | 갭 | ギャップ
Old Navy | 올드네이비 | オールドネイビー
Banana Republic | 바나나리퍼블릭 | バナナリパブリック
Levi's | 리바이스 | リーバイス
Lee | 리 | リー
Wrangler | 랭글러 | ラングラー
Calvin Klein | 캘빈클라인, 켈빈클라인 | カルバンクライン
Tommy Hilfiger | 타미힐피거, 토미힐피거, 타미 | トミーヒルフィガー
Ralph Lauren | 랄프로렌 | ラルフローレン
Polo Ralph Lauren | 폴로랄프로렌, 폴로 | ポロラルフローレン
Lacoste | 라코스테 | ラコステ
Fred Perry | 프레드페리 | フレッドペリー
Hazzys | 헤지스 | ヘジス
Beanpole | 빈폴 | ビーンポール
Daks | 닥스 | ダックス
Brooks Brothers | 브룩스브라더스 | ブルックスブラザーズ
Thom Browne | 톰브라운 | トムブラウン
Ami Paris | 아미, 아미파리스 | アミパリス, アミ
Maison Kitsune | 메종키츠네 | メゾンキツネ
Maison Margiela | 메종마르지엘라, 마르지엘라 | メゾンマルジェラ, マルジェラ
Acne Studios | 아크네 스튜디오, 아크네 | アクネストゥディオズ, アクネ
A.P.C. | 아페쎄, 에이피씨 | アーペーセー
Isabel Marant | 이자벨마랑 | イザベルマラン
Comme des Garcons | 꼼데가르송, 꼼데 | コムデギャルソン
Issey Miyake | 이세이미야케 | イッセイミヤケ
Yohji Yamamoto | 요지야마모토 | ヨウジヤマモト
Kenzo | 겐조 | ケンゾー
Gucci | 구찌 | グッチ
Prada | 프라다 | プラダ
Miu Miu | 미우미우 | ミュウミュウ
Chanel | 샤넬 | シャネル
Dior | 디올, 디오르 | ディオール
Louis Vuitton | 루이비통, 루이뷔통 | ルイヴィトン, ルイビトン
Hermes | 에르메스 | エルメス
Saint Laurent | 생로랑, 입생로랑 | サンローラン, イヴサンローラン
YSL | 입생로랑, 와이에스엘 | イヴサンローラン
Balenciaga | 발렌시아가 | バレンシアガ
Bottega Veneta | 보테가베네타, 보테가 | ボッテガヴェネタ
Burberry | 버버리 | バーバリー
Celine | 셀린느, 셀린 | セリーヌ
Fendi | 펜디 | フェンディ
Loewe | 로에베 | ロエベ
Givenchy | 지방시 | ジバンシィ, ジバンシー
Valentino | 발렌티노 | ヴァレンティノ, バレンチノ
Versace | 베르사체 | ヴェルサーチェ
Dolce & Gabbana | 돌체앤가바나, 돌체 | ドルチェアンドガッバーナ
Ferragamo | 페라가모 | フェラガモ
Tod's | 토즈 | トッズ
Max Mara | 막스마라 | マックスマーラ
Moncler | 몽클레르, 몽클레어 | モンクレール
Stone Island | 스톤아일랜드 | ストーンアイランド
C.P. Company | 씨피컴퍼니 | シーピーカンパニー
Canada Goose | 캐나다구스 | カナダグース
Off-White | 오프화이트 | オフホワイト
Golden Goose | 골든구스 | ゴールデングース
Marni | 마르니 | マルニ
Jil Sander | 질샌더 | ジルサンダー
Lemaire | 르메르 | ルメール
The Row | 더로우 | ザロウ
Vivienne Westwood | 비비안웨스트우드 | ヴィヴィアンウエストウッド
Paul Smith | 폴스미스 | ポールスミス
Marc Jacobs | 마크제이콥스 | マークジェイコブス
Michael Kors | 마이클코어스 | マイケルコース
Kate Spade | 케이트스페이드 | ケイトスペード
Coach | 코치 | コーチ
Tory Burch | 토리버치 | トリーバーチ
Longchamp | 롱샴 | ロンシャン
Furla | 훌라, 푸를라 | フルラ
MCM | 엠씨엠 | エムシーエム
Montblanc | 몽블랑 | モンブラン
Tiffany & Co. | 티파니, 티파니앤코 | ティファニー
Cartier | 까르띠에 | カルティエ
Bulgari | 불가리 | ブルガリ
Pandora | 판도라 | パンドラ
Swarovski | 스와로브스키 | スワロフスキー
J.Estina | 제이에스티나 | ジェイエスティナ
Rolex | 롤렉스 | ロレックス
Omega | 오메가 | オメガ
Casio | 카시오 | カシオ
G-Shock | 지샥, 지쇼크 | ジーショック
Seiko | 세이코 | セイコー
Citizen | 시티즌 | シチズン
Fossil | 파슬 | フォッシル
Daniel Wellington | 다니엘웰링턴 | ダニエルウェリントン
Ray-Ban | 레이밴, 레이벤 | レイバン
Oakley | 오클리 | オークリー
Gentle Monster | 젠틀몬스터 | ジェントルモンスター
Carhartt | 칼하트 | カーハート
Dickies | 디키즈 | ディッキーズ
Stussy | 스투시 | ステューシー
Supreme | 슈프림 | シュプリーム
Champion | 챔피온, 챔피언 | チャンピオン
Russell Athletic | 러셀 애슬레틱, 러셀 | ラッセル
Thrasher | 트래셔 | スラッシャー
Covernat | 커버낫 | カバーナット
Musinsa Standard | 무신사스탠다드, 무탠다드 | ムシンサスタンダード
Thisisneverthat | 디스이즈네버댓 | ディスイズネバーザット
Ader Error | 아더에러 | アーダーエラー
Wooyoungmi | 우영미 | ウヨンミ
Andersson Bell | 앤더슨벨 | アンダースンベル
Mardi Mercredi | 마르디메크르디, 마르디 | マルディメクルディ
Matin Kim | 마뗑킴 | マーティンキム, マタンキム
Emis | 이미스 | イミス
Stand Oil | 스탠드오일 | スタンドオイル
Spao | 스파오 | スパオ
Topten | 탑텐 | トップテン
8seconds | 에잇세컨즈 | エイトセカンズ
Giordano | 지오다노 | ジョルダーノ
Bershka | 버쉬카 | ベルシュカ
Pull&Bear | 풀앤베어 | プルアンドベア
Massimo Dutti | 마시모두띠 | マッシモドゥッティ
Forever 21 | 포에버21 | フォーエバー21
Abercrombie & Fitch | 아베크롬비, 아베크롬비앤피치 | アバクロ, アバクロンビー
Hollister | 홀리스터 | ホリスター
American Eagle | 아메리칸이글 | アメリカンイーグル
J.Crew | 제이크루 | ジェイクルー
Beams | 빔즈 | ビームス
United Arrows | 유나이티드애로우즈 | ユナイテッドアローズ
Bape | 베이프 | ベイプ
Undercover | 언더커버 | アンダーカバー
Sacai | 사카이 | サカイ
Visvim | 비즈빔 | ビズビム
Victoria's Secret | 빅토리아시크릿 | ヴィクトリアズシークレット
Triumph | 트라이엄프 | トリンプ
Wacoal | 와코루, 와코르 | ワコール
Calzedonia | 칼제도니아 | カルツェドニア
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

/** Names and their other spellings. */
export const knownBrands: readonly { readonly name: string; readonly spellings: readonly string[] }[] = lines
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [name = '', korean = '', japanese = ''] = line.split('|').map((part) => part.trim())
    const spellings = [...korean.split(','), ...japanese.split(',')].map((text) => text.trim())
    return { name, spellings: spellings.filter((text) => text !== '') }
  })

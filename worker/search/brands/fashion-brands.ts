/** Brands of sport, outdoors, clothes, bags, jewellery and watches, one a line: the name | its Korean spellings | its Japanese ones, with commas between. */
export const fashionBrands = `
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
`

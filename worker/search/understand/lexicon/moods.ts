import { boosts, type BoostRow } from './entry.ts'

/** The usual endings of a Korean -하다 adjective (포근하다: 포근한, 포근하게 …). */
const hada = (stem: string): string =>
  ['한', '하게', '하고', '하면서', '해', '해서', '함', '해요', '했으면']
    .map((ending) => stem + ending)
    .join('|')

/** The usual endings of a -롭다 or -스럽다 adjective, given up to the part before ㅂ (고급스: 고급스러운 …). */
const reopda = (stem: string): string =>
  ['러운', '럽게', '럽고', '러워', '러우면서', '러움'].map((ending) => stem + ending).join('|')

const rows: readonly BoostRow[] = [
  [
    'cozy',
    '포근한',
    'Cosy',
    '心地よい',
    `${hada('포근')}|${hada('아늑')}|${hada('따스')}|폭닥한|코지한|코지|cozy|cosy|cozier|snug|homey|snuggly|hygge|心地よい|居心地の良い|ぬくもり|ほっこり|ほっとする`,
    '포근|포근한|아늑|아늑한|코지|cozy|cosy|snug|soft|warm|心地よい|ぬくもり|ほっこり|ふわふわ',
  ],
  [
    'calm',
    '차분한',
    'Calm',
    '落ち着いた',
    `${hada('차분')}|${hada('편안')}|${hada('잔잔')}|${hada('고요')}|평온한|힐링되는|힐링|calm|calming|peaceful|serene|relaxing|soothing|tranquil|落ち着いた|落ち着く|穏やか|穏やかな|癒し|癒される|リラックス`,
    '차분|차분한|편안|편안한|힐링|calm|calming|relaxing|soothing|peaceful|落ち着いた|穏やか|癒し|リラックス',
  ],
  [
    'romantic',
    '로맨틱한',
    'Romantic',
    'ロマンチック',
    `${hada('로맨틱')}|로맨틱|${reopda('사랑스')}|romantic|romance|lovely|ロマンチック|ロマンチックな|ロマンティック`,
    '로맨틱|사랑스러운|러블리|romantic|lovely|ロマンチック',
  ],
  [
    'cute',
    '귀여운',
    'Cute',
    'かわいい',
    `귀여운|귀엽고|귀엽게|귀여워|앙증맞은|${hada('깜찍')}|아기자기한|아기자기하게|큐트한|키치한|cute|adorable|kawaii|playful|かわいい|可愛い|かわいく|かわいらしい|可愛らしい|キュート|キュートな`,
    '귀여운|귀엽|앙증|깜찍|아기자기|큐트|cute|adorable|かわいい|可愛い|キュート',
  ],
  [
    'elegant',
    '고급스러운',
    'Elegant',
    '上品',
    `${reopda('고급스')}|${hada('고급')}|고급진|고급|${hada('우아')}|${hada('럭셔리')}|럭셔리|${hada('세련')}|세련된|품격 있는|품격있는|있어 보이는|elegant|classy|luxurious|luxury|upscale|refined|sophisticated|premium|fancy|上品|上品な|高級|高級な|高級感|高級感のある|エレガント|エレガントな|高見え|洗練された|ラグジュアリー`,
    '고급|고급스러운|우아|우아한|세련|럭셔리|프리미엄|elegant|classy|luxury|luxurious|premium|refined|上品|高級|高級感|エレガント|洗練',
  ],
  [
    'minimal',
    '미니멀한',
    'Minimal',
    'シンプル',
    `${hada('미니멀')}|미니멀|미니멀리스트|${hada('심플')}|심플|${hada('깔끔')}|군더더기 없는|모던한|모던하고|모던|minimal|minimalist|minimalistic|simple|sleek|understated|clean design|modern|ミニマル|ミニマルな|シンプル|シンプルな|すっきりした|モダン|モダンな`,
    '미니멀|심플|심플한|깔끔|깔끔한|모던|minimal|minimalist|simple|sleek|clean|modern|ミニマル|シンプル|すっきり|モダン',
  ],
  [
    'vintage',
    '빈티지',
    'Vintage',
    'ヴィンテージ',
    `${hada('빈티지')}|빈티지|${hada('레트로')}|레트로|앤틱|앤티크|복고풍|복고|옛날 느낌|vintage|retro|antique|old fashioned|old school|ヴィンテージ|ビンテージ|レトロ|レトロな|アンティーク`,
    '빈티지|레트로|앤틱|복고|vintage|retro|antique|classic|ヴィンテージ|ビンテージ|レトロ|アンティーク',
  ],
  [
    'neat',
    '단정한',
    'Neat',
    'きちんと感',
    `${hada('단정')}|${hada('점잖')}|점잖은|얌전한|포멀한|포멀|격식 있는|격식있는|smart looking|neat|polished|professional looking|formal|dressy|きちんと感|きちんとした|きれいめ|フォーマル|清楚|清楚な`,
    '단정|단정한|깔끔|포멀|클래식|neat|polished|formal|tailored|きちんと|きれいめ|フォーマル|清楚',
  ],
  [
    'casual',
    '캐주얼',
    'Casual',
    'カジュアル',
    `${hada('캐주얼')}|캐주얼|꾸안꾸|편하게 입을|편하게 입는|데일리룩|데일리|casual|laid back|everyday wear|カジュアル|カジュアルな|普段使い|普段着|デイリー`,
    '캐주얼|데일리|편안|casual|everyday|カジュアル|普段使い|デイリー',
  ],
  [
    'trendy',
    '트렌디한',
    'Trendy',
    'トレンド',
    `${hada('트렌디')}|트렌디|${hada('힙')}|${hada('핫')}|요즘 유행하는|유행하는|감각적인|trendy|stylish|fashionable|chic|トレンド|流行りの|流行の|おしゃれ|おしゃれな|オシャレ|お洒落`,
    '트렌디|감각적|스타일리시|힙한|trendy|stylish|chic|トレンド|おしゃれ|スタイリッシュ',
  ],
  [
    'natural',
    '내추럴',
    'Natural',
    'ナチュラル',
    `${hada('내추럴')}|내추럴|${reopda('자연스')}|자연 친화적인|자연주의|natural look|earthy|rustic|ナチュラル|ナチュラルな|自然な`,
    '내추럴|자연|자연스러운|원목|natural|earthy|rustic|ナチュラル|自然',
  ],
  [
    'warm',
    '따뜻한',
    'Warm',
    '暖かい',
    `따뜻한|따뜻하게|따뜻하고|따듯한|훈훈한|뜨끈한|warm|warmer|toasty|暖かい|暖かく|暖かな|あったかい|あたたかい|温かい`,
    '따뜻|따뜻한|보온|기모|발열|warm|thermal|insulated|fleece|暖かい|温かい|あったか|保温',
  ],
  [
    'cool',
    '시원한',
    'Cool',
    '涼しい',
    `시원한|시원하게|시원하고|청량한|청량하고|cooling|breezy|breathable|涼しい|涼しく|涼しげ|ひんやり|通気性`,
    '시원|시원한|쿨링|통기성|냉감|cool|cooling|breathable|涼しい|ひんやり|接触冷感|通気性',
  ],
  [
    'soft',
    '부드러운',
    'Soft',
    '柔らかい',
    `부드러운|부드럽고|부드럽게|보들보들|보들보들한|폭신한|폭신폭신|푹신한|푹신하고|말랑한|soft|silky|fluffy|plush|cushy|柔らかい|やわらかい|ふわふわ|ふんわり|もちもち|なめらか`,
    '부드러운|보들보들|폭신|푹신|soft|silky|fluffy|plush|柔らかい|やわらかい|ふわふわ|なめらか',
  ],
  [
    'gentle',
    '순한',
    'Gentle',
    'やさしい',
    `순한|순하고|저자극|자극 없는|자극없는|민감성|민감한|예민한|gentle|mild|sensitive|hypoallergenic|non irritating|低刺激|やさしい|優しい|敏感肌|マイルド`,
    '순한|저자극|민감성|약산성|gentle|mild|sensitive|hypoallergenic|低刺激|やさしい|敏感肌',
  ],
  [
    'fun',
    '재미있는',
    'Fun',
    '楽しい',
    `재미있는|재밌는|재미난|유쾌한|위트 있는|위트있는|이색|독특한|독특하고|유니크한|유니크|특이한|fun|funny|quirky|unique|unusual|witty|面白い|おもしろい|楽しい|ユニーク|ユニークな|個性的|個性的な`,
    '재미|이색|독특|유니크|위트|fun|funny|unique|quirky|面白い|楽しい|ユニーク|個性的',
  ],
  [
    'quiet',
    '조용한',
    'Quiet',
    '静か',
    `조용한|조용하게|조용하고|조용히|저소음|무소음|정숙한|quiet|quieter|silent|noiseless|quietly|静かな|静か|静音|無音`,
    '조용|조용한|저소음|무소음|정숙|quiet|silent|low noise|静か|静音',
  ],
  [
    'comfortable',
    '편한',
    'Comfortable',
    '快適',
    `편한|편하고|편하게|착용감 좋은|발 편한|발이 편한|comfortable|comfy|comfort|ergonomic|快適|快適な|楽な|楽ちん|履きやすい|着心地の良い|着心地のいい`,
    '편한|편안|착용감|쿠션감|comfortable|comfy|comfort|ergonomic|快適|楽ちん|履きやすい',
  ],
  [
    'light',
    '가벼운',
    'Lightweight',
    '軽い',
    `가벼운|가볍고|가볍게|초경량|경량|lightweight|light weight|featherlight|軽い|軽くて|軽量|軽やか`,
    '가벼운|가볍|경량|초경량|lightweight|light|軽い|軽量',
  ],
  [
    'sturdy',
    '튼튼한',
    'Sturdy',
    '丈夫',
    `튼튼한|튼튼하고|견고한|내구성 좋은|내구성|오래가는|오래 가는|오래 쓸|sturdy|durable|long lasting|heavy duty|built to last|丈夫な|丈夫|頑丈|頑丈な|長持ち|長持ちする`,
    '튼튼|튼튼한|견고|내구성|sturdy|durable|long lasting|丈夫|頑丈|長持ち',
  ],
  [
    'fresh',
    '상큼한',
    'Fresh',
    '爽やか',
    `${hada('상큼')}|${hada('산뜻')}|싱그러운|${hada('상쾌')}|refreshing|crisp|zesty|爽やか|爽やかな|さわやか|すっきり`,
    '상큼|산뜻|상쾌|refreshing|fresh|crisp|爽やか|さわやか',
  ],
  [
    'subtle',
    '은은한',
    'Subtle',
    'ほのか',
    `${hada('은은')}|subtle|delicate|muted|ほのか|ほのかな|さりげない|控えめ|控えめな`,
    '은은|은은한|잔잔|subtle|delicate|light|ほのか|控えめ',
  ],
  [
    'festive',
    '화려한',
    'Showy',
    '華やか',
    `${hada('화려')}|반짝이는|블링블링|튀는|눈에 띄는|glamorous|sparkly|showy|eye catching|bold|festive|華やか|華やかな|派手|派手な|キラキラ`,
    '화려|반짝|글리터|glamorous|sparkly|bold|festive|華やか|派手|キラキラ',
  ],
]

/** How it should feel or look. */
export const moods = boosts('mood', rows)

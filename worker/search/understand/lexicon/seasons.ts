import { boosts, type BoostRow } from './entry.ts'

const rows: readonly BoostRow[] = [
  [
    'spring',
    '봄',
    'Spring',
    '春',
    '봄|봄용|봄철|초봄|봄에|봄날|spring|springtime|春|春物|春用|春服',
    '봄|봄철|간절기|spring|春|春物',
  ],
  [
    'summer',
    '여름',
    'Summer',
    '夏',
    '여름|여름용|여름철|한여름|초여름|무더위|더운 날|더운 여름|summer|summertime|hot weather|hot days|夏|夏物|夏用|真夏|夏服',
    '여름|여름철|시원|쿨|summer|cool|夏|夏物|涼しい',
  ],
  [
    'autumn',
    '가을',
    'Autumn',
    '秋',
    '가을|가을용|가을철|늦가을|초가을|fall weather|in the fall|fall jacket|fall dress|fall outfit|fall coat|fall boots|fall sweater|for fall|this fall|fall season|autumn|fall winter|秋|秋物|秋用|秋服',
    '가을|가을철|간절기|autumn|fall|秋|秋物',
  ],
  [
    'winter',
    '겨울',
    'Winter',
    '冬',
    '겨울|겨울용|겨울철|한겨울|초겨울|추운 날|추운 겨울|한파|winter|wintertime|cold weather|cold mornings|cold days|冬|冬物|冬用|真冬|冬服',
    '겨울|겨울철|따뜻|보온|방한|winter|warm|冬|冬物|暖かい',
  ],
  [
    'between-seasons',
    '간절기',
    'In-between seasons',
    '季節の変わり目',
    '간절기|환절기|봄가을|봄 가을|transitional weather|in between seasons|季節の変わり目|春秋',
    '간절기|환절기|봄가을|transitional|春秋',
  ],
  [
    'all-seasons',
    '사계절',
    'All seasons',
    '通年',
    '사계절|사계절용|4계절|all season|all seasons|year round|four seasons|通年|オールシーズン',
    '사계절|all season|year round|通年|オールシーズン',
  ],
  [
    'rain',
    '장마철',
    'Rainy days',
    '雨の日',
    '장마|장마철|비 오는 날|비오는날|비 오는|우천|rainy|rainy day|rainy days|rainy night|rainy evenings|rainy season|雨の日|梅雨|雨の夜',
    '장마|장마철|비오는날|방수|rain|rainy|waterproof|雨の日|梅雨|防水',
  ],
  [
    'snow',
    '눈 오는 날',
    'Snow',
    '雪の日',
    '눈 오는 날|눈오는날|설경|snowy|snow day|snow days|in the snow|雪の日|雪道',
    '눈 오는 날|방한|snow|雪',
  ],
]

/** The time of year and its weather. */
export const seasons = boosts('season', rows, true)

import { nameKey } from '../text/name-key.ts'
import { surfaceWords } from '../text/surface-words.ts'

/**
 * Words no shop should put before its shoppers, in three languages. Short ones count as whole words, so that names
 * which contain them stay (시발역, Scunthorpe); the rest wherever they stand.
 */
const anywhere = (
  'fuck motherfucker cunt nigger nigga faggot bitch whore asshole dickhead cocksucker bullshit jerkoff blowjob handjob ' +
  'gangbang bukkake rapist pedophile childporn ' +
  '씨발 시발놈 시발년 씨바 씹새 씹할 개새끼 개새기 병신 지랄 좆같 좆까 좆밥 존나 니미럴 느금마 창녀 걸레년 미친년 미친놈 썅년 보지년 ' +
  '엿먹어 닥쳐라 후장 섹스 야동 조건만남 강간 몰카 ' +
  'くたばれ 死ねよ ちんこ ちんぽ まんこ セックス 強姦 レイプ 盗撮 児童ポルノ 売春 きちがい キチガイ'
).split(' ')
const whole = new Set(
  (
    'shit shitty dick cock pussy slut tits cum fag fags rape raped porn porno xxx ' +
    '시발 썅 좆 씹 보지 자지 년놈 새끼 꺼져 닥쳐 ' +
    '死ね くそ クソ 糞 ばか バカ アホ ブス'
  ).split(' '),
)

/** True when a folded text holds a word of abuse or obscenity. Pure. */
export function isProfane(text: string): boolean {
  const key = nameKey(text)
  return anywhere.some((word) => key.includes(word)) || surfaceWords(text).some((word) => whole.has(word))
}

import { LINK, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

/** Names of apps that are no other word. */
const MESSENGER =
  '(?:카카오톡|카톡|텔레(?:그램)?|인스타(?:그램)?|위챗|디스코드|페이스북|트위터|kakaotalk|telegram|insta(?:gram)?|wechat|discord|snapchat|tiktok|skype|インスタ(?:グラム)?)'
const APP = `(?:${MESSENGER}|카카오|라인|페북|스레드|kakao|line|twitter|facebook|signal|ライン|カカオ)`
const NAME = String.raw`[a-z\d][\w.-]{2,29}(?:#\d{4})?`
const ID_WORD = '(?:아이디|id|handle|계정|account|username|user)(?![a-z])'

/** The app, "ID" in one of the languages, the name; or the app and a name that begins with @. */
const named = new RegExp(
  String.raw`(?<![a-z])${APP}(?:[은는이가:]? ?)(?:${ID_WORD}${LINK}(?!(?:card|badge|case|holder|wallet)s?(?!\w))|(?=@))(?<it>@?${NAME})`,
  'dgi',
)
const afterColon = new RegExp(String.raw`(?<![a-z])${MESSENGER} ?: ?(?<it>${NAME})`, 'dgi')

/** Without "ID": where the name cannot be a word, having a digit or an underscore among its letters. */
const coined =
  /(?:카톡|카카오톡|텔레그램|위챗)(?:은|는|으로|로)? ?(?<it>(?=[a-z._-]{1,29}[\d_])[a-z][\w.-]{3,29})/dgi

export const handleRules: readonly Rule[] = [
  { kind: 'handle', find: (text) => rangesOf(text, named) },
  { kind: 'handle', find: (text) => rangesOf(text, afterColon) },
  { kind: 'handle', find: (text) => rangesOf(text, coined) },
]

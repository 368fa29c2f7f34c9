/** Names of Latin letters in Korean and Japanese, for brands that are spelled out: LG is 엘지, 닥터지 is Dr.G. Pure. */

const korean =
  'a:에이 b:비 c:씨,시 d:디 e:이 f:에프 g:지 h:에이치 i:아이 j:제이 k:케이 l:엘 m:엠 n:엔 o:오 p:피 q:큐 r:알,아르 s:에스 t:티 u:유 v:브이 w:더블유 x:엑스 y:와이 z:제트,지 dr:닥터 mr:미스터 st:세인트'
const japanese =
  'a:エー b:ビー c:シー d:ディー e:イー f:エフ g:ジー h:エイチ i:アイ j:ジェー,ジェイ k:ケー,ケイ l:エル m:エム n:エヌ o:オー p:ピー q:キュー r:アール s:エス t:ティー u:ユー v:ブイ w:ダブリュー x:エックス y:ワイ z:ゼット dr:ドクター mr:ミスター'

const read = (text: string): (readonly [string, readonly string[]])[] =>
  text.split(' ').map((entry) => {
    const [letters = '', names = ''] = entry.split(':')
    return [letters, names.split(',')]
  })

const tables = [read(korean), read(japanese)]
/** Letters' names, longest first. */
const names = tables.map((table) =>
  table
    .flatMap(([letters, all]) => all.map((name) => [name, letters] as const))
    .toSorted(([left], [right]) => right.length - left.length),
)
const byLetter = tables.map((table) => new Map(table))

/** So short a name may be letters read out one by one. */
const LETTERS_MOST = 4

/** A name of a few Latin letters read out, in each language; none for names that are said as words. */
export function readOut(key: string): string[] {
  const title = /^(?:dr|mr)(?=[a-z]{1,2}$)/.exec(key)?.[0] ?? ''
  const letters = [...(title === '' ? [] : [title]), ...Array.from(key.slice(title.length))]
  if (!/^[a-z]+$/.test(key) || letters.length < 2 || letters.length > LETTERS_MOST) return []
  return byLetter.map((table) => letters.map((letter) => table.get(letter)?.[0] ?? '').join(''))
}

/** The Latin letters that a name reads out (닥터지 is drg); null when it is not made of letters' names alone. */
export function lettersOf(name: string): string | null {
  for (const table of names) {
    let rest = name
    let letters = ''
    let count = 0
    while (rest !== '') {
      const found = table.find(([one]) => rest.startsWith(one))
      if (!found) break
      rest = rest.slice(found[0].length)
      letters += found[1]
      count += 1
    }
    if (rest === '' && count > 1) return letters
  }
  return null
}

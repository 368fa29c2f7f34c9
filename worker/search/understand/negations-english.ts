import {
  conceptOf,
  conceptOfWord,
  type ExclusionConcept,
  excludedColors,
} from './lexicon/exclusion-concepts.ts'
import { isQuality } from './lexicon/qualities.ts'
import type { Negation } from './negation.ts'

/** After `open` ones any noun is excluded, after the others only what is listed. */
const negators =
  /(?<![a-z0-9'’.-])(?:(?<open>except(?: for)?|excluding|exclude|other than|anything but|without|w\/o)|(?<closed>not|no|non|isn['’]?t|aren['’]?t|doesn['’]?t (?:have|contain|include)|don['’]?t want|do not want|minus|avoid|avoiding|hates?|free (?:of|from)|instead of|but not|zero|allergic to))(?<gap>[\s-])/g
const fillersAfter =
  /(?:(?:a|an|any|the|added|made (?:of|from|with)|contain(?:ing)?|with|real|genuine|artificial|in|from|to)\s){0,3}/y
const noun = /[a-z][a-z'’-]*/y
const freeOf =
  /(?<![a-z0-9'’-])(?<noun>[a-z]{2,20})(?:-|\s)free(?![a-z-]|\s(?:shipping|delivery|gift|gifts|returns?|samples?|size|trial))/g
/** A negated smell of leather is a wish about the smell. */
const aspectAfter =
  /^\s(?:smells?|odou?rs?|taste|feel|feeling|look|stains?|allergy|noise|itch|marks?|crash|rush|aftertaste)\b/
const joiner = /(?:,\s|\s(?<word>or|nor|and)\s|\/)(?:no |not |any )?/y

/** Nouns these describe are people and rooms, not products: "someone without kids". */
const aboutSomeone =
  /(?:people|person|persons|someone|somebody|those|anyone|man|woman|men|women|friend|family|home|house|apartment|flat|room|kitchen|office|place|yard|car)\s$/

interface Named {
  readonly concept: ExclusionConcept
  readonly end: number
}

function wordAt(text: string, at: number): string | undefined {
  noun.lastIndex = at
  return noun.exec(text)?.[0]
}

/** The listed noun at `at`: two words if they name something together (red bean, off white), else one. */
function namedAt(text: string, at: number): Named | undefined {
  const first = wordAt(text, at)
  if (!first) return undefined
  const second = text.charAt(at + first.length) === ' ' ? wordAt(text, at + first.length + 1) : undefined
  const pair = second && conceptOf(`${first} ${second}`)
  const concept = pair || conceptOf(first)
  if (!concept) return undefined
  const end = pair ? at + first.length + 1 + (second ?? '').length : at + first.length
  return aspectAfter.test(text.slice(end, end + 16)) ? undefined : { concept, end }
}

function joinedAfter(text: string, start: number, negator: string): Negation[] {
  const found: Negation[] = []
  let at = start
  while (found.length < 4) {
    joiner.lastIndex = at
    const match = joiner.exec(text)
    if (!match) return found
    const nounStart = at + match[0].length
    const named = namedAt(text, nounStart)
    const loose = match.groups?.['word'] !== 'or' && match.groups?.['word'] !== 'nor'
    if (!named || (loose && (negator === 'not' || excludedColors.includes(named.concept)))) return found
    found.push({ concept: named.concept, span: { start: nounStart, end: named.end }, consumes: true })
    at = named.end
  }
  return found
}

function unlistedAt(text: string, at: number): Named | undefined {
  const word = wordAt(text, at)
  if (!word || word.length < 3 || word.endsWith('ing') || isQuality(word)) return undefined
  const end = at + word.length
  return aspectAfter.test(text.slice(end, end + 16)) ? undefined : { concept: conceptOfWord(word), end }
}

/** "not leather", "without added sugar", "non-dairy", "wool-free", "anything but black". */
export function englishNegations(text: string): Negation[] {
  const found: Negation[] = []
  for (const match of text.matchAll(freeOf)) {
    const concept = conceptOf(match.groups?.['noun'] ?? '')
    if (concept)
      found.push({
        concept,
        span: { start: match.index, end: match.index + match[0].length },
        consumes: true,
      })
  }
  for (const match of text.matchAll(negators)) {
    const negator = match[0].slice(0, -1)
    if (match.groups?.['gap'] === '-' && negator !== 'non') continue
    if (negator.startsWith('w') && aboutSomeone.test(text.slice(Math.max(0, match.index - 12), match.index)))
      continue
    fillersAfter.lastIndex = match.index + match[0].length
    const at = match.index + match[0].length + (fillersAfter.exec(text)?.[0].length ?? 0)
    const named = namedAt(text, at) ?? (match.groups?.['open'] ? unlistedAt(text, at) : undefined)
    if (!named) continue
    const added = text.startsWith(' added', named.end) ? ' added'.length : 0
    found.push({
      concept: named.concept,
      span: { start: match.index, end: named.end + added },
      consumes: true,
    })
    found.push(...joinedAfter(text, named.end, negator))
  }
  return found
}

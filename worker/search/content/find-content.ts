import type { ContentLink } from '../../contract/shops.ts'
import type { SearchResponse } from '../../contract/search.ts'
import type { NamedPlace } from '../../ports/retriever.ts'
import type { Understanding } from '../../ports/understanding.ts'
import { fold } from '../text/fold.ts'
import { stripParticle } from '../text/korean.ts'
import { besideTopics, topics, type Topic } from './topics.ts'

export type Content = NonNullable<SearchResponse['content']>

/** Where the shop's own pages are, as its settings say. */
export interface ShopPages {
  readonly content_links: readonly ContentLink[]
  /** `{value}` stands for the category's whole path, `{title}` for its last part; empty when there is no such page. */
  readonly category_link: string
  readonly brand_link: string
}

/** Links of one answer. */
const LINKS_MOST = 3

const latin = /^[a-z0-9 :.'-]+$/

/** A text as words are looked for in it: with single spaces, one at each end, and with none. */
interface Looked {
  readonly spaced: string
  readonly compact: string
}

function looked(text: string): Looked {
  const spaced = ` ${text.replaceAll(/[^\p{L}\p{N}:]+/gu, ' ').trim()} `
  return { spaced, compact: spaced.replaceAll(' ', '') }
}

/** Latin words stand alone; others may be written together with anything. */
const holds = ({ spaced, compact }: Looked, word: string): boolean =>
  latin.test(word) ? spaced.includes(` ${word} `) : compact.includes(word)

const allTopics = Object.keys(topics) as Topic[]
const topicWords = new Map(
  allTopics.map((topic) => [
    topic,
    topics[topic].words
      .flatMap((entry) => entry.split(','))
      .map((word) => (latin.test(word) ? word : word.replaceAll(' ', ''))),
  ]),
)
const wordsOf = (topic: Topic): readonly string[] => topicWords.get(topic) ?? []

const allowed = new Set(besideTopics)

/** The topic words that a text has, longest first. */
const held = (text: Looked, words: readonly string[]): string[] =>
  words.filter((word) => holds(text, word)).toSorted((left, right) => right.length - left.length)

/** True when nothing but the given words and such that may stand beside them is asked for: no product. */
function isOnlyAbout({ spaced }: Looked, found: readonly string[]): boolean {
  let rest = spaced
  for (const word of found) {
    if (latin.test(word)) rest = rest.replaceAll(` ${word} `, ' ')
    else rest = rest.replaceAll(new RegExp(Array.from(word, escape).join(' ?'), 'gu'), ' ')
  }
  return rest
    .split(' ')
    .filter((word) => word !== '')
    .every(
      (word) => allowed.has(word) || allowed.has(stripParticle(word)) || /^[가-힣ぁ-ん]{1,2}$/u.test(word),
    )
}

const escape = (character: string): string => character.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

/** The topics a link answers: those its title, its address or its own words name, else that of its kind. */
function topicsOf({ kind, title, link, words }: ContentLink): Topic[] {
  const text = looked(fold([title, link.replaceAll(/[/_\-.?=&]+/g, ' '), ...(words ?? [])].join(' ; ')))
  const named = allTopics.filter((topic) => held(text, wordsOf(topic)).length > 0)
  if (named.length > 0) return named
  return kind === 'order' ? ['tracking'] : kind === 'notice' ? ['event'] : []
}

/**
 * Answers to wishes that are no products: where an order stands, how to send something back, the page of a brand or
 * category that is named exactly. Links only to pages the shop has named. Pure.
 */
export function findContent(
  { folded }: Pick<Understanding, 'folded'>,
  named: readonly NamedPlace[],
  pages: ShopPages,
): Content {
  const places = named.flatMap(({ kind, value, title }) => {
    const template = kind === 'category' ? pages.category_link : pages.brand_link
    if (template === '') return []
    const link = template
      .replaceAll('{value}', encodeURIComponent(value))
      .replaceAll('{title}', encodeURIComponent(title))
    return [{ kind, title, link }]
  })
  return [
    ...places,
    ...(pages.content_links.length === 0 ? [] : pagesAbout(folded, pages.content_links)),
  ].slice(0, LINKS_MOST)
}

function pagesAbout(folded: string, links: readonly ContentLink[]): Content {
  const query = looked(folded)
  const found = new Map(allTopics.map((topic) => [topic, held(query, wordsOf(topic))]))
  const about = isOnlyAbout(query, [...found.values()].flat())
  const asked = about ? allTopics.filter((topic) => (found.get(topic)?.length ?? 0) > 0) : []
  return links
    .filter((link) => {
      const own = held(
        query,
        (link.words ?? []).map((word) => foldWord(word)),
      )
      return own.length > 0 ? isOnlyAbout(query, own) : topicsOf(link).some((topic) => asked.includes(topic))
    })
    .map(({ kind, title, link }) => ({ kind, title, link }))
}

const foldWord = (word: string): string => {
  const folded = fold(word)
  return latin.test(folded) ? folded : folded.replaceAll(' ', '')
}

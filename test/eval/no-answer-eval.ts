import type { SearchResponse } from '../../worker/contract/search.ts'
import { isFoundWithin } from '../support/judge-answer.ts'
import { startMeasuringWorker, type MeasuredShop } from '../support/measured-shop.ts'
import {
  readAnswerableQueries,
  readJapaneseItems,
  readNoAnswerQueries,
  type AnswerableQuery,
} from '../support/query-sets.ts'
import { createDemoShop, createJapaneseShop } from './measured-shops.ts'
import type { Metric } from './metric.ts'
import { mean } from './relevance.ts'

/** Hits an answerable query's product is looked for in. */
const DEPTH = 10

interface Shops {
  readonly ko: MeasuredShop
  readonly en: MeasuredShop
}

const saysNothingHere = ({ answer }: SearchResponse): boolean => answer !== 'found'

const share = (flags: readonly boolean[]): number => mean(flags.map((flag) => (flag ? 1 : 0)))

function printShares(title: string, rows: readonly { lang: string; yes: boolean }[]): void {
  const shares = ['all', ...new Set(rows.map(({ lang }) => lang))].map((lang) => {
    const of = rows.filter((row) => lang === 'all' || row.lang === lang)
    return `${lang} ${share(of.map(({ yes }) => yes)).toFixed(3)} of ${of.length}`
  })
  console.log(`${title.padEnd(42)}${shares.join('   ')}`)
}

function printQueries(title: string, queries: readonly string[]): void {
  if (process.env['EVAL_QUERIES']) console.log(`${title} (${queries.length}):\n  ${queries.join('\n  ')}\n`)
}

async function caughtShare(shops: Shops): Promise<number> {
  const rows = []
  for (const { query, lang } of readNoAnswerQueries()) {
    const response = await shops[lang === 'en' ? 'en' : 'ko'].search(query, { limit: '3' })
    const first = response.hits[0]?.title ?? ''
    rows.push({ lang, yes: saysNothingHere(response), query: `${query}: ${first}` })
  }
  printShares('not sold, and told so', rows)
  printQueries(
    'not told so, with the first hit',
    rows.filter(({ yes }) => !yes).map(({ query }) => query),
  )
  return share(rows.map(({ yes }) => yes))
}

interface Denials {
  readonly denied: number
  readonly found: number
}

async function denials(shops: Shops, queries: readonly AnswerableQuery[]): Promise<Denials> {
  const rows = []
  for (const { query, lang, acceptable } of queries) {
    const response = await shops[lang].search(query, { limit: String(DEPTH) })
    rows.push({
      lang,
      query,
      yes: saysNothingHere(response),
      found: isFoundWithin(response, acceptable, DEPTH),
    })
  }
  printShares('sold, and denied', rows)
  printShares(
    `sold, and among the first ${DEPTH}`,
    rows.map(({ lang, found }) => ({ lang, yes: found })),
  )
  printQueries(
    'denied',
    rows.filter(({ yes }) => yes).map(({ query }) => query),
  )
  printQueries(
    `not among the first ${DEPTH}`,
    rows.filter(({ found }) => !found).map(({ query }) => query),
  )
  return { denied: share(rows.map(({ yes }) => yes)), found: share(rows.map(({ found }) => found)) }
}

async function deniedKnownItems(shop: MeasuredShop): Promise<number> {
  const rows = []
  for (const { query } of readJapaneseItems()) {
    rows.push({ lang: 'ja', query, yes: saysNothingHere(await shop.search(query, { limit: '3' })) })
  }
  printShares('known items, and denied', rows)
  printQueries(
    'denied known items',
    rows.filter(({ yes }) => yes).map(({ query }) => query),
  )
  return share(rows.map(({ yes }) => yes))
}

/**
 * Asks the demo shops for what they do not sell, and counts how often they say so; and for what they do sell, and
 * counts how often they deny it.
 */
export async function evaluateNoAnswer(): Promise<Metric[]> {
  const worker = await startMeasuringWorker()
  try {
    const shops = {
      ko: await createDemoShop(worker.url, 'ko'),
      en: await createDemoShop(worker.url, 'en'),
    }
    const caught = await caughtShare(shops)
    const { denied, found } = await denials(shops, readAnswerableQueries())
    const deniedItems = await deniedKnownItems(await createJapaneseShop(worker.url))
    return [
      { name: 'noanswer.caught', value: caught, unit: 'ratio' },
      { name: 'noanswer.false_nothing', value: denied, unit: 'ratio' },
      { name: 'noanswer.false_nothing_known_items', value: deniedItems, unit: 'ratio' },
      { name: 'answerable.success10', value: found, unit: 'ratio' },
    ]
  } finally {
    await worker.close()
  }
}

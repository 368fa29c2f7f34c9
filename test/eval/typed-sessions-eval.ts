import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { seededRandom } from '../bench/generate-catalogue.ts'
import type { Metric } from './metric.ts'
import { mean, percentile } from './relevance.ts'
import { REST_MS } from '../../widget/features/search/typing.ts'
import { callsOfSession, typingModel, type SessionCalls } from './typed-session.ts'

/** Sessions a setting, whatever the number of queries. */
const SESSIONS = 5_000

const GOAL = 2

const row = z.union([z.object({ text: z.string() }), z.object({ query: z.string() })])

/** Queries of a JSON Lines file or a JSON array, each with its words under `text` or `query`. */
async function readTexts(file: string): Promise<string[]> {
  const content = (await readFile(file, 'utf8')).trim()
  const rows: unknown = content.startsWith('[')
    ? JSON.parse(content)
    : content.split('\n').map((line) => JSON.parse(line) as unknown)
  return z
    .array(row)
    .parse(rows)
    .map((one) => ('text' in one ? one.text : one.query))
    .filter((text) => text.trim() !== '')
}

/** Rests that are tried beside the widget's own, in milliseconds. */
const RESTS = [600, 1_000, 1_500, 2_000, 2_500, REST_MS]

/** Calls to a model for each search that is typed to its end, by how long typing rests before a search is finished. */
export async function evaluateTypedSessions(file: string): Promise<Metric[]> {
  const texts = await readTexts(file)
  console.log(`${texts.length} queries, ${SESSIONS} sessions a row; ${JSON.stringify(typingModel)}`)
  return RESTS.flatMap((restMs) => {
    const random = seededRandom(41)
    const sessions = Array.from({ length: SESSIONS }, (_, index): SessionCalls => {
      const text = texts[index % texts.length] ?? ''
      const locale = /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en'
      return callsOfSession(text, { locale, random, restMs })
    })
    const calls = sessions.map(({ expansions, orders }) => expansions + orders)
    const isOurs = restMs === REST_MS
    const none = calls.filter((count) => count === 0).length / calls.length
    const more = calls.filter((count) => count > GOAL).length / calls.length
    console.log(
      `rest ${restMs} ms${isOurs ? ' (the widget)' : ''}:`.padEnd(26),
      `calls a search: mean ${mean(calls).toFixed(2)} (words ${mean(sessions.map((one) => one.expansions)).toFixed(2)},`,
      `order ${mean(sessions.map((one) => one.orders)).toFixed(2)}), p50 ${percentile(calls, 0.5)},`,
      `p95 ${percentile(calls, 0.95)} (goal ${GOAL}), p99 ${percentile(calls, 0.99)};`,
      `more than ${GOAL} in ${(100 * more).toFixed(1)} %, none in ${(100 * none).toFixed(1)} %`,
    )
    return [
      { name: `typed.rest_${restMs}.mean`, value: mean(calls), unit: 'calls' },
      { name: `typed.rest_${restMs}.p95`, value: percentile(calls, 0.95), unit: 'calls' },
      { name: `typed.rest_${restMs}.none`, value: none, unit: 'ratio' },
    ]
  })
}

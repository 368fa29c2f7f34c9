import { parseArgs } from 'node:util'
import { rerankCardChoices, rerankGateChoices } from '../../worker/contract/vocabulary.ts'
import { readJsonLines } from '../support/measured-shop.ts'
import { variantSetNames, type VariantSetName } from '../support/query-sets.ts'
import { writeEnrichmentPrompts } from './enrichment-prompts.ts'
import { evaluateGate } from './gate-eval.ts'
import { evaluateJapaneseItems } from './japanese-items-eval.ts'
import { evaluateKnownItems } from './known-items-eval.ts'
import { writeMetrics, type Metric } from './metric.ts'
import { evaluateModels, type ModelsEvalOptions } from './models-eval.ts'
import { evaluateModelCost } from './model-cost-eval.ts'
import { evaluateNoAnswer } from './no-answer-eval.ts'
import { evaluateRedaction } from './redaction-eval.ts'
import { evaluateSafety } from './safety-eval.ts'
import { evaluateSearch } from './search-eval.ts'
import { evaluateSessions } from './sessions-eval.ts'
import { evaluateTypedSessions } from './typed-sessions-eval.ts'
import { evaluateVariants } from './variants-eval.ts'

const usage = `npm run eval -- search --products F [--reviews F] --queries F --qrels F [--locale ko] [--currency KRW] [--meili URL] [--enrich] [--json F]
npm run eval -- product-knowledge --products F [--reviews F] --queries F --qrels F [--locale ko] [--currency KRW] [--json F]
npm run eval -- enrich-prompts --products F [--reviews F] --out F [--locale ko] [--currency KRW]
npm run eval -- known-items --products F [--reviews F] [--locale ko] [--currency KRW] [--json F]
npm run eval -- known-items --japanese [--json F]
npm run eval -- variants [--set a|b] [--json F]
npm run eval -- no-answer [--json F]
npm run eval -- redaction [--json F]
npm run eval -- safety [--data FOLDER] [--json F]
npm run eval -- sessions --train F --test F [--most 2500] [--repeat 14] [--json F]
npm run eval -- typed-sessions --queries F [--json F]
npm run eval -- models --products F [--reviews F] --queries F --qrels F [--cards 24|48] [--gate default|off] [--patient] (with LLM_BASE_URL, LLM_MODEL, LLM_API_KEY, LLM_DIALECT)
npm run eval -- gate --products F [--reviews F] --queries F [--locale ko] [--currency KRW] [--json F]
npm run eval -- model-cost --products F [--reviews F] --queries F [--searches 3000] [--price 0.30/1.20] [--json F]
npm run eval -- cross-shop --data FOLDER [--json F]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    products: { type: 'string' },
    train: { type: 'string' },
    test: { type: 'string' },
    /** Test sessions that are predicted. */
    most: { type: 'string' },
    /** Times that training is learnt, for measuring cost at scale. */
    repeat: { type: 'string', default: '1' },
    reviews: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    locale: { type: 'string' },
    currency: { type: 'string' },
    /** A Meilisearch server; MEILI_URL does the same, MEILI_KEY is its key. */
    meili: { type: 'string' },
    json: { type: 'string' },
    /** Measures again once the model of LLM_BASE_URL and LLM_MODEL has read the products. */
    enrich: { type: 'boolean', default: false },
    /** Where prompts are written. */
    out: { type: 'string' },
    /** Gives a model that is slower than shoppers wait the time it takes. */
    patient: { type: 'boolean', default: false },
    set: { type: 'string' },
    data: { type: 'string' },
    searches: { type: 'string', default: '3000' },
    /** Dollars per million tokens in and out; Solar Pro 4's unless named. */
    price: { type: 'string', default: '0.30/1.20' },
    /** How many products a re-ranking model is shown. */
    cards: { type: 'string' },
    /** When it is not asked. */
    gate: { type: 'string' },
    japanese: { type: 'boolean', default: false },
  },
})

/** The catalogue's own currency, and the language its titles are written in, unless named. */
async function shopOf(products: string): Promise<{ locale: string; currency: string }> {
  const rows = (await readJsonLines<{ title?: string; currency?: string }>(products)).slice(0, 200)
  const hangul = rows.filter(({ title }) => /\p{Script=Hangul}/u.test(title ?? '')).length
  return {
    locale: values.locale ?? (hangul > rows.length / 4 ? 'ko' : 'en'),
    currency: values.currency ?? rows.find(({ currency }) => currency !== undefined)?.currency ?? 'USD',
  }
}

/** Both sets unless one is named. */
function namedSets(): readonly VariantSetName[] {
  const sets = variantSetNames.filter((name) => values.set === undefined || values.set === name)
  if (sets.length === 0) throw new Error(usage)
  return sets
}

/** As the shop's settings say unless named. */
function namedGate(): Pick<ModelsEvalOptions, 'cards' | 'gate'> {
  const cards = rerankCardChoices.find((choice) => String(choice) === (values.cards ?? 'auto'))
  const gate = rerankGateChoices.find((choice) => choice === (values.gate ?? 'auto'))
  if (cards === undefined || gate === undefined) throw new Error(usage)
  return { cards, gate }
}

/** As `acrossShops`: run inside this process. */
async function productKnowledge(options: object): Promise<Metric[]> {
  const address = new URL('./cross-shop/evaluate-product-knowledge.ts', import.meta.url).href
  const { evaluateProductKnowledge } = (await import(address)) as {
    evaluateProductKnowledge: (options: object) => Promise<Metric[]>
  }
  return evaluateProductKnowledge(options)
}

/** Its code runs inside this process, with the platform's types, so it is a program of its own to the compiler. */
async function acrossShops(folder: string): Promise<Metric[]> {
  const address = new URL('./cross-shop/evaluate-across-shops.ts', import.meta.url).href
  const { evaluateAcrossShops } = (await import(address)) as {
    evaluateAcrossShops: (folder: string) => Promise<Metric[]>
  }
  return evaluateAcrossShops(folder)
}

async function run(): Promise<Metric[]> {
  const { products, reviews, queries, qrels, japanese } = values
  const [what] = positionals
  if (what === 'variants') return evaluateVariants(namedSets())
  if (what === 'no-answer') return evaluateNoAnswer()
  if (what === 'safety') return evaluateSafety(values.data ?? '../shared/data/safety')
  if (what === 'typed-sessions' && queries !== undefined) return evaluateTypedSessions(queries)
  const { train, test, most, repeat } = values
  if (what === 'sessions' && train !== undefined && test !== undefined) {
    return evaluateSessions({
      train,
      test,
      most: most === undefined ? undefined : Number(most),
      repeat: Number(repeat),
    })
  }
  if (what === 'redaction') return evaluateRedaction()
  if (what === 'cross-shop' && values.data !== undefined) return acrossShops(values.data)
  if (what === 'known-items' && japanese) return evaluateJapaneseItems()
  if (products === undefined) throw new Error(usage)
  const shop = await shopOf(products)
  if (what === 'known-items') return evaluateKnownItems({ products, reviews, ...shop })
  if (what === 'enrich-prompts' && values.out !== undefined) {
    return writeEnrichmentPrompts({ products, reviews, out: values.out, ...shop })
  }
  if (what === 'product-knowledge' && queries !== undefined && qrels !== undefined) {
    return productKnowledge({ products, reviews, queries, qrels, ...shop })
  }
  if (what === 'models' && queries !== undefined && qrels !== undefined)
    return evaluateModels({
      products,
      reviews,
      queries,
      qrels,
      patient: values.patient,
      ...namedGate(),
      ...shop,
    })
  if (what === 'gate' && queries !== undefined) return evaluateGate({ products, reviews, queries, ...shop })
  if (what === 'model-cost' && queries !== undefined) {
    const [input = 0, output = 0] = values.price.split('/').map(Number)
    const searches = Number(values.searches)
    return evaluateModelCost({ products, reviews, queries, searches, price: { input, output }, ...shop })
  }
  if (what !== 'search' || queries === undefined || qrels === undefined) throw new Error(usage)
  const { MEILI_URL, MEILI_KEY } = process.env
  const url = values.meili ?? (MEILI_URL === '' ? undefined : MEILI_URL)
  const meilisearch = url === undefined ? undefined : { url, key: MEILI_KEY }
  return evaluateSearch({ products, reviews, queries, qrels, meilisearch, enrich: values.enrich, ...shop })
}

try {
  const metrics = await run()
  for (const { name, value, unit } of metrics) console.log(name.padEnd(34), value.toFixed(4), unit)
  if (values.json !== undefined) await writeMetrics(values.json, metrics)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

import { parseArgs } from 'node:util'
import { writeMetrics, type Metric } from '../eval/metric.ts'
import { createMeasuredShop, startMeasuringWorker, type MeasuredShop } from '../support/measured-shop.ts'
import { catalogueWords, generateProducts, type CatalogueWords } from './generate-catalogue.ts'
import { measureHealth, measureSearch, p50, p99, type Measured } from './measure-search.ts'
import { cpuClockOfChild } from './process-cpu.ts'
import { measureVectors } from './measure-vectors.ts'
import { queryMix } from './query-mix.ts'
import { widgetSizes } from './widget-sizes.ts'

/** Products of one import request: some ten megabytes, far below what a request may carry. */
const PRODUCTS_A_FILE = 10_000

const catalogues = [
  { name: '1k', products: 1_000 },
  { name: '10k', products: 10_000 },
  { name: '100k', products: 100_000 },
] as const

/** The catalogue on which the speed of importing is told. */
const IMPORT_TIMED = '10k'

/** Fills a shop through the API. Returns rows a second, from the first byte sent until everything is findable. */
async function fill(shop: MeasuredShop, words: CatalogueWords, products: number): Promise<number> {
  let ms = 0
  for (let from = 0; from < products; from += PRODUCTS_A_FILE) {
    const file = generateProducts(words, from, Math.min(from + PRODUCTS_A_FILE, products))
    const begun = performance.now()
    await shop.importFile('products', file)
    ms += performance.now() - begun
  }
  return (products * 1000) / ms
}

const inColumns = (name: string, ...cells: readonly string[]) =>
  console.log(name.padEnd(22), ...cells.map((cell) => cell.padStart(10)))

function printRow(row: Measured): void {
  const numbers = [p50(row), p99(row)].map((value) => value.toFixed(2))
  inColumns(row.name, String(row.times.length), ...numbers, row.cpu?.toFixed(2) ?? '', row.matched.toFixed(0))
}

const timesOf = (prefix: string, row: Measured): Metric[] => [
  { name: `${prefix}.p50_ms`, value: p50(row), unit: 'ms' },
  { name: `${prefix}.p99_ms`, value: p99(row), unit: 'ms' },
  ...(row.cpu === null ? [] : [{ name: `${prefix}.cpu_ms`, value: row.cpu, unit: 'ms' }]),
]

async function bench(quick: boolean): Promise<Metric[]> {
  const worker = await startMeasuringWorker()
  try {
    const cpu = await cpuClockOfChild('workerd')
    if (!cpu) console.log('cpu_ms is left out: this system does not tell the CPU time of a process.')
    const words = catalogueWords()
    const kinds = queryMix(words)
    inColumns('', 'calls', 'p50 ms', 'p99 ms', 'CPU ms', 'matched')
    const health = await measureHealth(worker.url, cpu)
    printRow(health)
    const metrics = timesOf('healthz', health)
    for (const { name, products } of catalogues.filter((each) => !quick || each.name !== '100k')) {
      const shop = await createMeasuredShop(worker.url, { locale: 'en', currency: 'USD' })
      const rowsPerSecond = await fill(shop, words, products)
      console.log(`\n${name} products, imported at ${rowsPerSecond.toFixed(0)} rows/s`)
      const { rows, all } = await measureSearch(worker.url, shop.keys.public_key, kinds, cpu)
      for (const row of [...rows, all]) printRow(row)
      console.log(`p50 is ${(p50(all) / p50(health)).toFixed(1)} times that of /healthz`)
      metrics.push(...timesOf(`search.embedded.${name}`, all), {
        name: `search.embedded.${name}.healthz_ratio`,
        value: p50(all) / p50(health),
        unit: 'ratio',
      })
      if (name === IMPORT_TIMED)
        metrics.push({ name: 'import.rows_per_s', value: rowsPerSecond, unit: 'rows/s' })
    }
    return metrics
  } finally {
    await worker.close()
  }
}

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
})

try {
  const sizes = await widgetSizes()
  const metrics = [...(await bench(values.quick)), ...measureVectors(), ...sizes]
  console.log()
  if (sizes.length === 0) console.log('Widget sizes are left out: run `npm run build` first.')
  for (const { name, value, unit } of metrics)
    console.log(name.padEnd(36), value.toFixed(2).padStart(10), unit)
  if (values.json !== undefined) await writeMetrics(values.json, metrics)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

import {
  judgeRedaction,
  readRedactionSet,
  redactionSetNames,
  type Judged,
  type RedactionSetName,
} from '../support/redaction-set.ts'
import type { Metric } from './metric.ts'
import { mean } from './relevance.ts'

const share = (rows: readonly Judged[]): number => mean(rows.map(({ right }) => (right ? 1 : 0)))

function printKinds(title: string, rows: readonly Judged[]): void {
  console.log(title)
  for (const by of ['kind', 'lang'] as const) {
    for (const name of new Set(rows.map((row) => row[by]))) {
      const of = rows.filter((row) => row[by] === name)
      console.log(`  ${name.padEnd(10)}${share(of).toFixed(3)} of ${of.length}`)
    }
  }
  for (const { right, kind, text, result } of rows)
    if (!right) console.log(`  wrong: ${kind}: ${text} -> ${result}`)
}

function evaluate(name: RedactionSetName): Metric[] {
  const entries = readRedactionSet(name)
  const { taken, kept, named } = judgeRedaction(entries)
  console.log(`${name}: ${entries.length} strings`)
  printKinds('personal data that went', taken)
  printKinds('look-alikes that stayed', kept)
  console.log('')
  const set = name.replaceAll('-', '_')
  return [
    { name: `redaction.${set}.recall`, value: share(taken), unit: 'ratio' },
    { name: `redaction.${set}.harmed`, value: 1 - share(kept), unit: 'ratio' },
    { name: `redaction.${set}.own_mark`, value: share(named), unit: 'ratio' },
  ]
}

/** How much personal data goes and how much that looks alike is harmed, by kind and language, in both sets. */
export const evaluateRedaction = (): Metric[] => redactionSetNames.flatMap(evaluate)

import { writeFile } from 'node:fs/promises'

/** One figure as `--json` files carry it. */
export interface Metric {
  readonly name: string
  readonly value: number
  readonly unit: string
}

export async function writeMetrics(file: string, metrics: readonly Metric[]): Promise<void> {
  await writeFile(file, `${JSON.stringify({ metrics }, null, 2)}\n`)
}

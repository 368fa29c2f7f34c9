import type { Metric } from './metric.ts'
export async function evaluateKnownItems(_: unknown): Promise<Metric[]> {
  return []
}

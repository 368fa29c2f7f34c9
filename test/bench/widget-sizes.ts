import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Metric } from '../eval/metric.ts'

const built = join(import.meta.dirname, '../../dist/public')

const gzipBytes = async (path: string) => gzipSync(await readFile(join(built, path)), { level: 9 }).length

/**
 * What a shopper's connection carries until a feature is usable, from the built widget: the loader, each feature of
 * the manifest, what search fetches once it can be used (`search_later`), and all of it. Empty when nothing is built.
 */
export async function widgetSizes(): Promise<Metric[]> {
  const text = await readFile(join(built, 'w/manifest.json'), 'utf8').catch(() => null)
  if (text === null) return []
  const manifest = JSON.parse(text) as Record<string, string[]>
  const features = Object.entries(manifest).filter(([, files]) => files.length > 0)
  const size = (name: string, value: number): Metric => ({
    name: `widget.${name}.gzip_bytes`,
    value,
    unit: 'bytes',
  })
  const loader = await gzipBytes('aisle.js')
  const metrics = [size('loader', loader)]
  for (const [name, files] of features) {
    const bytes = await Promise.all(files.map(gzipBytes))
    metrics.push(
      size(
        name,
        bytes.reduce((sum, one) => sum + one, 0),
      ),
    )
  }
  // Features share chunks: in the total each file counts once.
  const everything = await Promise.all([...new Set(features.flatMap(([, files]) => files))].map(gzipBytes))
  return [
    ...metrics,
    size(
      'total',
      everything.reduce((sum, one) => sum + one, loader),
    ),
  ]
}

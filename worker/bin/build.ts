import { buildAdmin } from './build-admin.ts'
import { buildWidget } from './build-widget.ts'
import { buildWorker } from './build-worker.ts'

/** Builds everything that is served: the widget, the admin panel and the worker's bundle. */
export async function buildAll(): Promise<{ bundle: string; assets: string }> {
  await buildWidget()
  await buildAdmin()
  return { bundle: await buildWorker(), assets: 'dist/public' }
}

if (process.argv[1] === import.meta.filename) await buildAll()

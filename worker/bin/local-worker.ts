import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Miniflare } from 'miniflare'
import { jobsQueue } from './deploy-config.ts'

export interface LocalWorkerOptions {
  readonly port: number
  /** Folder of the shops' databases. */
  readonly state: string
  /** The worker's bundle, from `buildWorker`. */
  readonly bundle: string
  /** Folder of the built widget and admin panel. */
  readonly assets: string
  /** Text variables such as OPERATOR_TOKEN; undefined ones are left out. */
  readonly variables: Readonly<Record<string, string | undefined>>
}

export interface LocalWorker {
  readonly url: string
  close(): Promise<void>
}

const compatibilityDate = (toml: string): string => {
  const date = /^compatibility_date = "(?<date>[\d-]+)"/m.exec(toml)?.groups?.['date']
  if (date === undefined) throw new Error('wrangler.toml names no compatibility_date')
  return date
}

/** What the runtime has to be told to do beyond its date, the same as where the worker is deployed. */
const compatibilityFlags = (toml: string): string[] => {
  const flags = /^compatibility_flags = \[(?<flags>[^\]]*)\]/m.exec(toml)?.groups?.['flags'] ?? ''
  return Array.from(flags.matchAll(/"([^"]+)"/g), ([, flag = '']) => flag)
}

/**
 * Runs the worker on this machine in workerd, with real Durable Objects and SQLite on disk. Miniflare is used
 * directly, not `wrangler dev`: that adds a proxy in front of each request (measured: 46 searches a second instead
 * of some hundreds) and a second of start-up. Requests go straight to the worker's own socket.
 */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const text = Object.fromEntries(
    Object.entries(options.variables).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, { type: 'text' as const, value }] as const],
    ),
  )
  const toml = await readFile('wrangler.toml', 'utf8')
  const queue = jobsQueue(toml)
  const runtime = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    telemetry: { enabled: false },
    unsafeLocalExplorer: false,
    unsafeObservability: false,
    resourcePersistencePath: resolve(options.state),
    workers: [
      {
        config: {
          name: 'aisle',
          compatibilityDate: compatibilityDate(toml),
          compatibilityFlags: compatibilityFlags(toml),
          env: {
            ...text,
            SHOP: { type: 'durable-object', worker: 'aisle', exportName: 'ShopObject' },
            JOBS: { type: 'queue', name: queue },
            ASSETS: { type: 'disk', path: resolve(options.assets) },
          },
          triggers: [{ type: 'queue', name: queue, maxBatchSize: 10, maxBatchTimeout: 1 }],
          exports: { ShopObject: { type: 'durable-object', storage: 'sqlite' } },
          manifest: {
            mainModule: 'index.js',
            modules: { 'index.js': { type: 'esm', contents: await readFile(join(options.bundle), 'utf8') } },
          },
        },
        dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: options.port }] },
      },
    ],
  })
  await runtime.ready
  const url = await runtime.unsafeGetDirectURL('aisle')
  return { url: url.origin, close: () => runtime.dispose() }
}

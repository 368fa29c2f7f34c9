import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnvFile } from 'node:process'
import { seedDemo } from '../../test/demo/seed-demo.ts'
import { serveStorefront } from '../../test/demo/serve-storefront.ts'
import { readConfig } from '../config.ts'
import { buildAll } from './build.ts'
import { claimPort } from './claim-port.ts'
import { endLeftoverWorker, rememberWorker } from './leftover-worker.ts'
import { startLocalWorker } from './local-worker.ts'
import { encryptionKey, operatorToken } from './local-secrets.ts'

const passedOn = [
  'LLM_BASE_URL',
  'LLM_API_KEY',
  'LLM_MODEL',
  'LLM_DIALECT',
  'LLM_PRICE',
  'ALLOW_PRIVATE_ADDRESSES',
  'DNS_URL',
  'EMBED_BASE_URL',
  'EMBED_API_KEY',
  'EMBED_MODEL',
  'EMBED_REQUESTS_PER_MINUTE',
  'EMBED_TOKENS_PER_MINUTE',
  'MEILI_URL',
  'MEILI_KEY',
  'MEILI_BUDGET_MS',
  'RATE_LIMITS',
] as const

function portOf(text: string | undefined): number {
  const port = Number(text ?? '8787')
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(`PORT must be a number from 1 to 65534, not "${text}".`)
  }
  return port
}

async function start(): Promise<void> {
  const begun = performance.now()
  // What the process was started with wins over the file.
  if (existsSync('.dev.vars')) loadEnvFile('.dev.vars')
  const port = portOf(process.env['PORT'])
  const state = resolve(process.env['AISLE_STATE'] ?? '.aisle')
  const token = await operatorToken(state)
  const variables = {
    OPERATOR_TOKEN: token,
    ENCRYPTION_KEY: await encryptionKey(state),
    ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
  }
  readConfig(variables)

  await endLeftoverWorker(state)
  for (const needed of [port, port + 1]) await claimPort(needed)
  const { bundle, assets } = await buildAll()
  const worker = await startLocalWorker({ port, state, bundle, assets, variables })
  await rememberWorker(state)
  const edge = `http://localhost:${port}`
  const storefront = `http://localhost:${port + 1}`
  console.log(`\nAisle answers at ${edge} (${seconds(begun)} s); the demo shops are being filled …`)
  const shops = await seedDemo({ edge, storefront, token, state })
  const pages = await serveStorefront({
    port: port + 1,
    edge,
    shops: { ko: shops.ko.public_key, en: shops.en.public_key },
  })
  console.log(`
  Demo store (Korean)    ${storefront}/ko/
  Demo store (English)   ${storefront}/en/
  Admin panel            ${edge}/admin/
    Korean shop's key    ${shops.ko.secret_key}
    English shop's key   ${shops.en.secret_key}
  API                    ${edge}/openapi.json
  Operator token         ${token}

Ready after ${seconds(begun)} s. Shops and keys are kept in ${state}; Ctrl+C stops.`)

  const stop = async () => {
    await pages.close()
    await worker.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

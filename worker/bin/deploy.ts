import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { buildAdmin } from './build-admin.ts'
import { buildWidget } from './build-widget.ts'
import { deployConfig, jobsQueue } from './deploy-config.ts'

/** Secrets without which a deployment cannot create its first shop, nor keep a shop's key to its model. */
const needed = ['OPERATOR_TOKEN', 'ENCRYPTION_KEY']

/** Beside wrangler.toml while wrangler runs, because paths in it count from where it stands. */
const CONFIG_FILE = 'wrangler.deploy.toml'

function wrangler(...parameters: string[]): { ok: boolean; output: string } {
  const run = spawnSync('wrangler', parameters, { encoding: 'utf8' })
  return { ok: run.status === 0, output: `${run.stdout}${run.stderr}` }
}

function missingSecrets(): string[] {
  const listed = wrangler('secret', 'list', '--format', 'json')
  // A worker that was never deployed has no list yet: the first deployment comes before its secrets.
  return listed.ok ? needed.filter((name) => !listed.output.includes(`"${name}"`)) : []
}

function deploy(config: string): number {
  writeFileSync(CONFIG_FILE, config)
  try {
    return spawnSync('wrangler', ['deploy', '--config', CONFIG_FILE], { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(CONFIG_FILE, { force: true })
  }
}

if (!wrangler('whoami').ok) {
  console.error('wrangler is not signed in: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.')
  process.exit(1)
}
// A worker that names a queue cannot be deployed before the queue is there; making it twice does no harm.
wrangler('queues', 'create', 'aisle-jobs')
await buildWidget()
await buildAdmin()
const config = deployConfig(readFileSync('wrangler.toml', 'utf8'))
const queue = jobsQueue(config)
if (!wrangler('queues', 'info', queue).ok) wrangler('queues', 'create', queue)
const status = deploy(config)
for (const name of missingSecrets()) console.log(`Still to do: npx wrangler secret put ${name}`)
process.exit(status)

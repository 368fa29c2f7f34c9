import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../worker/bin/build.ts'
import { findBrowser } from './support/find-browser.ts'

/** `npm test`: builds what is tested as shipped, finds a browser, runs every vitest project, says how it went. */

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
  readonly success: boolean
}

async function run(): Promise<boolean> {
  const browser = findBrowser()
  await buildAll()
  const file = join(mkdtempSync(join(tmpdir(), 'aisle-test-')), 'report.json')
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      // The runtime asks the network where it is unless told not to; tests run offline.
      env: { ...process.env, CHROME_PATH: browser, CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    },
  )
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  // A file that did not load has no failed test of its own, and must not pass for that.
  const failed = Math.max(report.numFailedTests, status === 0 && report.success ? 0 : 1)
  console.log(`\n${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped`)
  return failed === 0 && report.numPassedTests > 0
}

try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

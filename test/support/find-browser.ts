import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = () => places.find((place) => place !== undefined && existsSync(place))

const runs = (command: string, ...parameters: string[]) =>
  spawnSync(command, parameters, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const installs = (...packages: string[]) => runs('apt-get', 'install', '-y', '-qq', ...packages)

/**
 * Path of a Chromium-family browser: one that is there, or one installed by apt where this user may.
 * Throws one sentence that says what to do when there is none.
 */
export function findBrowser(): string {
  const there = found()
  if (there !== undefined) return there
  if (
    process.getuid?.() === 0 &&
    runs('apt-get', 'update', '-qq') &&
    installs('chromium', 'fonts-noto-cjk')
  ) {
    const installed = found()
    if (installed !== undefined) return installed
  }
  throw new Error(
    'No browser for the end-to-end tests: install Chromium or Chrome, or set CHROME_PATH to one.',
  )
}

/** Flags for a browser that runs without a display, without a sandbox user, and that calls nobody by itself. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

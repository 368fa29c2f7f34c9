import { readdirSync, readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a left-over runtime gets to close its databases. */
const CLOSES_WITHIN_MS = 3_000

const fileOf = (state: string) => join(state, 'workerd.pid')

/** Processes this one has started, where the system tells (Linux). */
function children(): number[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

function isWorkerd(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workerd')
  } catch {
    return false
  }
}

/** Remembers the runtime's process, so that the next start can end it if this one is killed. */
export async function rememberWorker(state: string): Promise<void> {
  const pid = children().find(isWorkerd)
  if (pid !== undefined) await writeFile(fileOf(state), String(pid), { mode: 0o600 })
}

/**
 * A start script that was killed leaves its runtime behind, which holds the port and the databases. Ends it.
 * Only a process that is still a workerd is touched: numbers are given out again.
 */
export async function endLeftoverWorker(state: string): Promise<void> {
  const pid = Number(await readFile(fileOf(state), 'utf8').catch(() => ''))
  await rm(fileOf(state), { force: true })
  if (!Number.isInteger(pid) || pid <= 1 || !isWorkerd(pid)) return
  process.kill(pid, 'SIGTERM')
  const end = performance.now() + CLOSES_WITHIN_MS
  while (isWorkerd(pid) && performance.now() < end) await pause(50)
  if (isWorkerd(pid)) process.kill(pid, 'SIGKILL')
}

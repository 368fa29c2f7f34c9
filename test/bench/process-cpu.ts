import { execFileSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'

/** The fields of /proc/<pid>/stat behind the name, which may itself hold spaces and brackets (see proc(5)). */
async function statOf(pid: string | number): Promise<{ name: string; fields: string[] } | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    const end = line.lastIndexOf(')')
    return { name: line.slice(line.indexOf('(') + 1, end), fields: line.slice(end + 2).split(' ') }
  } catch {
    // The process ended between listing and reading, or there is no /proc.
    return null
  }
}

const PARENT = 1
const USER_TICKS = 11
const SYSTEM_TICKS = 12

const ticksPerSecond = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Reads the CPU time (user and system, milliseconds, in steps of a clock tick) that a process has used so far. */
export type CpuClock = () => Promise<number>

/**
 * The CPU clock of this process's own child of that name; null where the system does not tell, as outside Linux.
 * Throws when there are several such children: their times could not be told apart.
 */
export async function cpuClockOfChild(name: string): Promise<CpuClock | null> {
  const listed = await readdir('/proc').catch(() => [])
  const children: string[] = []
  for (const pid of listed.filter((entry) => /^\d+$/.test(entry))) {
    const stat = await statOf(pid)
    if (stat?.name === name && stat.fields[PARENT] === String(process.pid)) children.push(pid)
  }
  const [pid, ...others] = children
  if (others.length > 0) throw new Error(`this process has ${children.length} children named ${name}`)
  if (pid === undefined) return null
  const msPerTick = 1000 / ticksPerSecond()
  return async () => {
    const stat = await statOf(pid)
    if (!stat) throw new Error(`${name} has ended`)
    return (Number(stat.fields[USER_TICKS]) + Number(stat.fields[SYSTEM_TICKS])) * msPerTick
  }
}

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

/** Ids of this process's own children of that name; none where the system does not tell, as outside Linux. */
export async function childrenNamed(name: string): Promise<number[]> {
  const listed = await readdir('/proc').catch(() => [])
  const children: number[] = []
  for (const pid of listed.filter((entry) => /^\d+$/.test(entry))) {
    const stat = await statOf(pid)
    if (stat?.name === name && stat.fields[PARENT] === String(process.pid)) children.push(Number(pid))
  }
  return children
}

/** Ids of the processes of that name whose command line holds a text, whoever started them. */
export async function processesWith(name: string, text: string): Promise<number[]> {
  const listed = await readdir('/proc').catch(() => [])
  const found: number[] = []
  for (const pid of listed.filter((entry) => /^\d+$/.test(entry))) {
    const stat = await statOf(pid)
    if (!stat?.name.startsWith(name)) continue
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(text)) found.push(Number(pid))
  }
  return found
}

/** The CPU clock of a process; null where the system does not tell. */
export async function cpuClockOf(pid: number): Promise<CpuClock | null> {
  if (!(await statOf(pid))) return null
  const msPerTick = 1000 / ticksPerSecond()
  return async () => {
    const stat = await statOf(pid)
    if (!stat) throw new Error(`process ${pid} has ended`)
    return (Number(stat.fields[USER_TICKS]) + Number(stat.fields[SYSTEM_TICKS])) * msPerTick
  }
}

/** Bytes a process holds in memory; null where the system does not tell. */
export async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(?<kB>\d+)/m.exec(status)?.groups?.['kB']
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

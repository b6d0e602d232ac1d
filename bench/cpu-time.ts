import { readdir, readFile } from 'node:fs/promises'

/** Linux counts a process's time in hundredths of a second. */
const MILLISECONDS_PER_TICK = 10

/** Milliseconds of processor time used so far, by who used them. */
export interface CpuTime {
  readonly client: number
  readonly server: number
  readonly postgres: number
}

/**
 * The processor time of this process, of the server it started and of its PostgreSQL. Unlike a
 * rate it hardly depends on what else the machine does. Null where there is no /proc.
 */
export async function cpuTime(): Promise<CpuTime | null> {
  const processes = await readProcesses()
  if (processes.length === 0) return null
  const children = processes.filter(({ parent }) => parent === process.pid)
  const servers = children.filter(({ command }) => command.includes('server-process'))
  const postmasters = children.filter(({ command }) => command.includes('postgres'))
  // A pool lets connections go: what their backends used stands with their postmaster.
  const ended = postmasters.reduce((total, { endedMilliseconds }) => total + endedMilliseconds, 0)
  const backends = processes.filter(({ parent }) => postmasters.some(({ pid }) => pid === parent))
  const { user, system } = process.cpuUsage()
  return {
    client: (user + system) / 1000,
    server: sum(servers),
    postgres: ended + sum([...postmasters, ...backends]),
  }
}

export function cpuTimePer(count: number, before: CpuTime, after: CpuTime): CpuTime {
  return {
    client: (after.client - before.client) / count,
    server: (after.server - before.server) / count,
    postgres: (after.postgres - before.postgres) / count,
  }
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
  readonly milliseconds: number
  /** Of its children that have ended. */
  readonly endedMilliseconds: number
}

async function readProcesses(): Promise<Process[]> {
  const entries = await readdir('/proc').catch(() => [])
  const read = entries.filter((name) => /^\d+$/.test(name)).map(readProcess)
  return (await Promise.all(read)).filter((one) => one !== null)
}

async function readProcess(entry: string): Promise<Process | null> {
  try {
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8')
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8')
    // '<pid> (<name>) <state> <parent> …', and the name may hold anything but is in brackets
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const milliseconds = ticks * MILLISECONDS_PER_TICK
    const endedMilliseconds = (Number(fields[13]) + Number(fields[14])) * MILLISECONDS_PER_TICK
    const parent = Number(fields[1])
    return { pid: Number(entry), parent, command, milliseconds, endedMilliseconds }
  } catch {
    return null // it ended meanwhile
  }
}

function sum(processes: readonly Process[]): number {
  return processes.reduce((total, { milliseconds }) => total + milliseconds, 0)
}

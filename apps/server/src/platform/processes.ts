import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** Whether a process with this id exists, ours or not; one that ended and was not reaped counts. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * When a process began, as an opaque word that differs between two processes that got the same id
 * one after the other. Empty when there is no such process, or only its unreaped remains.
 */
export function processStartMark(pid: number): string {
  if (process.platform === 'linux') {
    const fields = linuxStatFields(pid)
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
  }
  const result = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return (result.stdout ?? '').trim().replaceAll(/[^0-9A-Za-z]+/g, '')
}

/** The parent of a process; undefined when it is gone, or where asking would cost a program run. */
export function parentOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const parent = Number(linuxStatFields(pid)[1])
  return Number.isInteger(parent) && parent > 0 ? parent : undefined
}

/** The command line of a process, arguments separated by spaces; empty when it cannot be read. */
export function processCommandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    } catch {
      return ''
    }
  }
  const result = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return (result.stdout ?? '').trim()
}

/** Fields 3 and on of proc(5)'s stat: state, parent, …; empty when there is no such process. */
function linuxStatFields(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in field 2 may hold spaces and brackets, so count after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

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
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      // State and starttime, fields 3 and 22 (proc(5)); the name in field 2 may hold spaces and
      // brackets, so count after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
    } catch {
      return ''
    }
  }
  const result = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return (result.stdout ?? '').trim().replaceAll(/[^0-9A-Za-z]+/g, '')
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

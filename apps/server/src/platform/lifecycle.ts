import { setInterval } from 'node:timers'
import { parentOf, processCommandLine } from './processes.ts'

/** Why the process is asked to end. */
export type ShutdownReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'parent-gone'

export interface ShutdownOptions {
  /** How long `close` may take before the process ends without it. */
  graceMs?: number
  /** True when started by `npm start`: then the end of npm is our end too. */
  watchParent?: boolean
  /** Ends the process; replaced in tests. */
  exit?: (code: number) => void
  /** Told about a close that failed or took too long. */
  onProblem?: (problem: unknown) => void
}

const parentPollMs = 500

/** One Ctrl-C may arrive twice, from the terminal and passed on by npm. */
const echoMs = 400

/**
 * Runs `close` once when the process is asked to end, then exits with 0, or with 1 when closing
 * failed or took longer than the grace time. A second signal (not the echo of the first) does not
 * wait: it exits at once, which loses nothing that was answered.
 *
 * `npm start` runs us through a shell; when npm ends, the shell at most ends with it, and the server
 * would stay with the port. So both are watched when npm started us.
 *
 * @returns a function that stops listening
 */
export function onShutdown(
  close: (reason: ShutdownReason) => Promise<void> | void,
  {
    graceMs = 20_000,
    watchParent = process.env['npm_lifecycle_event'] !== undefined,
    exit = (code) => process.exit(code),
    onProblem = () => undefined,
  }: ShutdownOptions = {},
): () => void {
  let closingSince: number | undefined
  const finish = async (reason: ShutdownReason) => {
    const overdue = setTimeout(() => {
      onProblem(new Error(`Closing took longer than ${graceMs} ms`))
      exit(1)
    }, graceMs)
    try {
      await close(reason)
      exit(0)
    } catch (error) {
      onProblem(error)
      exit(1)
    } finally {
      clearTimeout(overdue)
    }
  }
  const shutDown = (reason: ShutdownReason) => {
    if (closingSince === undefined) {
      closingSince = performance.now()
      void finish(reason)
      return
    }
    // The parent's end alone is no second request.
    if (reason !== 'parent-gone' && performance.now() - closingSince > echoMs) {
      exit(exitCodeOf(reason))
    }
  }

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, shutDown)
  const isOrphaned = watchOrigin()
  const parentPoll = setInterval(() => {
    if (watchParent && isOrphaned()) shutDown('parent-gone')
  }, parentPollMs)
  parentPoll.unref()
  return () => {
    clearInterval(parentPoll)
    for (const signal of signals) process.off(signal, shutDown)
  }
}

/**
 * Tells later whether the shell that started us, or the npm that started the shell, is gone: npm
 * asked to end takes the shell with it, npm killed leaves the shell waiting for us.
 */
function watchOrigin(): () => boolean {
  const shell = process.ppid
  const npm = parentOf(shell)
  // Without npm above the shell, that is someone's own shell, which may end under `nohup`.
  const isNpm = npm !== undefined && /\bnpm\b/.test(processCommandLine(npm))
  return () => process.ppid !== shell || (isNpm && parentOf(shell) !== npm)
}

/** What a shell reports for a process ended by the signal. */
function exitCodeOf(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): number {
  switch (signal) {
    case 'SIGINT':
      return 130
    case 'SIGTERM':
      return 143
    case 'SIGHUP':
      return 129
  }
}

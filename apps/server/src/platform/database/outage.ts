import pg from 'pg'

/**
 * - `away`: the database cannot be reached, is starting or ending, or has no connection to give
 * - `full`: it has no room left to write
 */
export type Outage = 'away' | 'full'

/** SQLSTATE classes and codes of a database that serves nobody for the moment (PostgreSQL, app. A). */
const AWAY = /^(08|57P0[1-5]|53300|53400)/
const FULL = new Set(['53100', 'ENOSPC'])
/** Of the way there. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
/** What the driver says without a code. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether an error tells of the database and not of what was asked; null: it does not. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && FULL.has(code)) return 'full'
  if (error instanceof pg.DatabaseError) return AWAY.test(code ?? '') ? 'away' : null
  // A file that is missing is our fault; only what went wrong on a socket is the database's.
  if (code !== undefined && NOT_REACHED.has(code))
    return ['connect', 'read', 'write', 'getaddrinfo'].includes(syscall ?? '') ? 'away' : null
  if (error instanceof AggregateError) return error.errors.some(outageOf) ? 'away' : null
  return BROKEN.test(error.message) ? 'away' : null
}

import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { lockDataDir } from './embedded-postgres-lock.ts'
import { choosePostgresRunner, clusterLocale } from './embedded-postgres-runner.ts'
import type { PostgresRunner, PrivilegeMode } from './embedded-postgres-runner.ts'
import { prepareSocketDir, removeSocketDir, socketPort } from './embedded-postgres-socket.ts'
import { isProcessAlive, processCommandLine, processStartMark } from './processes.ts'

export { EmbeddedPostgresError } from './embedded-postgres-error.ts'
export type { EmbeddedPostgresErrorCode } from './embedded-postgres-error.ts'

/** A running PostgreSQL of our own. Connect with `{ host, port, user, database }`, no password. */
export interface EmbeddedPostgres {
  /** The folder of its Unix socket: it listens on no network. */
  host: string
  port: number
  /** A superuser: row-level security does not bind it, so serve requests under another role. */
  user: string
  database: string
  /** True when this start made the cluster. */
  created: boolean
  mode: PrivilegeMode
  pid: number
  /** Settles with PostgreSQL's last words when it ends, whether stopped by us or not. */
  ended: Promise<string>
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Our data folder; the cluster goes to `postgres` inside it. Made when missing. */
  dataDir: string
  /** Made when missing. */
  databaseName?: string
  /** For tests; by default the best way that works here. */
  mode?: PrivilegeMode
  /** For tests: nothing waits for the disk, so that a loss of power may lose the whole cluster. */
  isThrownAway?: boolean
}

const majorVersion = '18'
const superuser = 'azalea'
const stopLeftoverWithinMs = 15_000
const reapWithinMs = 500
const retryStartWithinMs = 10_000

/** Above the largest process id of Linux (2^22) and macOS. */
const impossiblePid = 4_194_305

/** Small, since the machine is shared with the server, and durable: an answered command survives. */
const durableSettings = {
  listen_addresses: '',
  port: String(socketPort),
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  fsync: 'on',
  // A village's tables fill from nothing in a minute, and statements are planned once a connection:
  // plans made while a table looked empty would read all of it until it is counted anew.
  autovacuum_naptime: '15s',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  jit: 'off',
  // Reads are few and served from memory: three worker processes fewer.
  io_method: 'sync',
}

/** Its databases are dropped before what is counted in them helped anybody. */
const settingsOfThrownAway = {
  ...durableSettings,
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
}

/**
 * Starts the PostgreSQL that npm installed, on a cluster in `dataDir`, as any user including root.
 * A server left over from a killed process is stopped first; a cluster is made if there is none.
 *
 * @throws EmbeddedPostgresError with one of its codes
 */
export async function openEmbeddedPostgres({
  dataDir: givenDataDir,
  databaseName = 'azalea',
  mode,
  isThrownAway = false,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(givenDataDir)
  const clusterDir = path.join(dataDir, 'postgres')
  makeWritable(dataDir)
  const unlock = lockDataDir(dataDir)
  try {
    const runner = choosePostgresRunner(dataDir, clusterDir, mode)
    const created = await ensureCluster(runner, clusterDir)
    await stopLeftoverPostmaster(clusterDir)
    const socketDir = prepareSocketDir(dataDir, runner.owner)
    const postmaster = await startPostmaster(
      runner,
      clusterDir,
      socketDir,
      isThrownAway ? settingsOfThrownAway : durableSettings,
    )
    try {
      await ensureDatabase(socketDir, databaseName)
    } catch (error) {
      await postmaster.stop()
      throw error
    }
    return {
      host: socketDir,
      port: socketPort,
      user: superuser,
      database: databaseName,
      created,
      mode: runner.mode,
      pid: postmaster.pid,
      ended: postmaster.ended,
      stop: async () => {
        await postmaster.stop()
        removeSocketDir(dataDir, socketDir)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function makeWritable(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const probe = fs.mkdtempSync(path.join(dataDir, '.writable-'))
    fs.rmdirSync(probe)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new EmbeddedPostgresError(
      'data_dir_not_writable',
      `The data folder ${dataDir} cannot be written (${code}). Make it writable, or choose another data folder.`,
    )
  }
}

async function ensureCluster(runner: PostgresRunner, clusterDir: string): Promise<boolean> {
  const versionFile = path.join(clusterDir, 'PG_VERSION')
  if (fs.existsSync(versionFile)) {
    const version = fs.readFileSync(versionFile, 'utf8').trim()
    if (version === majorVersion) return false
    throw new EmbeddedPostgresError(
      'start_failed',
      `The database in ${clusterDir} was made by PostgreSQL ${version}, and this server brings PostgreSQL ${majorVersion}: start the release that made it and export from there.`,
    )
  }
  // Made elsewhere and renamed when whole, so a kill never leaves half a cluster.
  const unfinished = `${clusterDir}.init`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { mode: 0o700 })
  if (runner.owner) fs.chownSync(unfinished, runner.owner.uid, runner.owner.gid)
  const locale = clusterLocale()
  // The builtin provider sorts by code point on every machine; the libc locale beside it is for
  // pg_trgm, which asks libc what a letter is.
  const { code, output } = await runToEnd(
    runner.run('initdb', [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--no-instructions',
    ]),
  )
  if (code !== 0) {
    throw new EmbeddedPostgresError(
      'start_failed',
      `PostgreSQL could not make a new database in ${clusterDir}: ${lastLine(output)}`,
      output,
    )
  }
  fs.renameSync(unfinished, clusterDir)
  syncDir(path.dirname(clusterDir))
  return true
}

/** Makes a rename in `dir` durable. */
function syncDir(dir: string): void {
  const handle = fs.openSync(dir, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

/**
 * We hold the data folder, so a postmaster on it has lost its server (`kill -9` where the kernel
 * cannot tell it, or a moment ago): it is stopped, never shared.
 */
async function stopLeftoverPostmaster(clusterDir: string): Promise<void> {
  const pidFile = path.join(clusterDir, 'postmaster.pid')
  const pid = Number.parseInt(readIfThere(pidFile), 10)
  if (!(pid > 1)) return
  if (processCommandLine(pid).includes(clusterDir)) interrupt(pid)
  for (let waitedMs = 0; waitedMs < stopLeftoverWithinMs; waitedMs += 50) {
    // It removes the file as its last act; one that was killed leaves it.
    if (!fs.existsSync(pidFile) || !isProcessAlive(pid)) return
    const isUnreaped = processStartMark(pid) === ''
    if (isUnreaped && waitedMs > reapWithinMs) return disownPidFile(pidFile)
    const command = processCommandLine(pid)
    // Someone else's process by now. An ending one has no command line any more: that is awaited.
    if (command && !command.includes(clusterDir)) return
    await delay(50)
  }
  throw new EmbeddedPostgresError(
    'start_failed',
    `A PostgreSQL left over from an earlier run (process ${pid}) does not stop: end it, then start again.`,
  )
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended in the meantime, which is what was wanted; a refusal shows in the wait that follows.
  }
}

/**
 * A killed postmaster that nobody reaps (a container without an init) still counts as alive for
 * PostgreSQL. The rest of the file stays: by its shared memory key PostgreSQL still makes sure that
 * no child of the dead one writes.
 */
function disownPidFile(pidFile: string): void {
  const [, ...rest] = fs.readFileSync(pidFile, 'utf8').split('\n')
  fs.writeFileSync(pidFile, [String(impossiblePid), ...rest].join('\n'))
}

interface Postmaster {
  pid: number
  ended: Promise<string>
  stop: () => Promise<void>
}

async function startPostmaster(
  runner: PostgresRunner,
  clusterDir: string,
  socketDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const args = ['-D', clusterDir, '-k', socketDir]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const deadline = Date.now() + retryStartWithinMs
  for (;;) {
    const child = runner.run('postgres', args)
    const log = keepLog(child)
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', () => resolve(log.text()))
    })
    if (await Promise.race([log.sees(/ready to accept connections/), ended.then(() => false)])) {
      const { pid = 0 } = child
      const stop = async () => {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
        await ended
      }
      return { pid, ended, stop }
    }
    const output = await ended
    // When only the postmaster was killed, its children need a moment to notice.
    const transient = /pre-existing shared memory block/
    if (!transient.test(output) || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        /lock file "postmaster.pid" already exists/.test(output)
          ? 'already_running'
          : 'start_failed',
        `PostgreSQL did not start on ${clusterDir}: ${lastLine(output)}`,
        output,
      )
    }
    await delay(200)
  }
}

function keepLog(child: ChildProcessWithoutNullStreams) {
  let kept = ''
  let waiting: { pattern: RegExp; resolve: (seen: true) => void } | undefined
  child.stdout.resume()
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    kept = (kept + text).slice(-8000)
    if (waiting?.pattern.test(kept)) waiting.resolve(true)
  })
  return {
    text: () => kept,
    sees: (pattern: RegExp) =>
      new Promise<true>((resolve) => {
        waiting = { pattern, resolve }
      }),
  }
}

async function runToEnd(child: ChildProcessWithoutNullStreams) {
  let output = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    output += text
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message
      resolve(null)
    })
    child.once('close', resolve)
  })
  return { code, output }
}

function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  const telling = lines.filter((line) => /FATAL|PANIC|error/i.test(line)).at(-1)
  return telling ?? lines.filter(Boolean).at(-1) ?? 'it printed nothing'
}

async function ensureDatabase(socketDir: string, databaseName: string): Promise<void> {
  const client = new pg.Client({
    host: socketDir,
    port: socketPort,
    user: superuser,
    database: 'postgres',
  })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      databaseName,
    ])
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseName)}`)
    }
  } finally {
    await client.end()
  }
}

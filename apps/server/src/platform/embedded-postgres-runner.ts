import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/**
 * How PostgreSQL, which refuses to run as root, is run:
 * - `user`: we are not root, nothing to do
 * - `userns`: root, or a user id without a name, inside a user namespace that sees another id; files
 *   stay ours
 * - `caps`: root without user namespaces (chroot, strict container): uid 65534 that keeps the right
 *   to reach files below a private home
 * - `nobody`: plain uid 65534
 */
export type PrivilegeMode = 'user' | 'userns' | 'caps' | 'nobody'

/** Runs the programs of one PostgreSQL installation with the right to touch one data folder. */
export interface PostgresRunner {
  mode: PrivilegeMode
  /** Uid and gid that must own what PostgreSQL writes; undefined: whoever we are. */
  owner: { uid: number; gid: number } | undefined
  run: (program: 'initdb' | 'postgres', args: string[]) => ChildProcessWithoutNullStreams
}

const nobody = { uid: 65534, gid: 65534 }

/**
 * Chooses how to run PostgreSQL on `clusterDir` and makes the folder's owner fit.
 *
 * @param dataDir our data folder, writable; a copy of the binaries goes there when they cannot be
 *   used where npm put them
 * @throws EmbeddedPostgresError `no_binaries`, `data_dir_not_writable`
 */
export function choosePostgresRunner(
  dataDir: string,
  clusterDir: string,
  forcedMode?: PrivilegeMode,
): PostgresRunner {
  const installed = findNativeDir()
  const hydrated = hydrateNativeDir(installed)
  takeBackFromNobody(dataDir)
  const mode = forcedMode ?? bestMode(path.join(installed, 'bin/postgres'), dataDir)
  const owner = mode === 'caps' || mode === 'nobody' ? nobody : undefined
  const native =
    hydrated && (mode !== 'nobody' || reaches(path.join(installed, 'bin/postgres'), ['--version']))
      ? installed
      : copyNativeDir(installed, dataDir, owner)
  fitOwner(clusterDir, owner)
  // A private data folder stays private: its top is handed over rather than opened to everyone.
  if (mode === 'nobody') fs.chownSync(dataDir, nobody.uid, nobody.gid)
  if (mode === 'nobody' && !reaches('ls', [dataDir])) {
    throw new EmbeddedPostgresError(
      'data_dir_not_writable',
      `PostgreSQL cannot run as root, and user ${nobody.uid} cannot reach ${dataDir}. Choose a data folder outside private homes, run as a normal user, or set DATABASE_URL.`,
    )
  }
  const [wrapper, spawnAs] = [wrapperOf(mode), mode === 'nobody' ? nobody : {}]
  return {
    mode,
    owner,
    run: (program, args) => {
      const [command = '', ...rest] = [...wrapper, path.join(native, 'bin', program), ...args]
      // Detached: Ctrl-C in a terminal must reach us alone, so that answers in flight are finished
      // before the database stops.
      return spawn(command, rest, { ...spawnAs, env: environment(), cwd: '/', detached: true })
    },
  }
}

function bestMode(postgres: string, dataDir: string): PrivilegeMode {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && hasName()) return 'user'
  for (const mode of isRoot ? (['userns', 'caps'] as const) : (['userns'] as const)) {
    const [command = '', ...rest] = wrapperOf(mode)
    // In a user namespace root reaches only what is root's: not, say, another person's private home.
    const works = (args: string[]) => succeeds(command, [...rest, ...args])
    if (works(['test', '-x', postgres]) && works(['test', '-x', dataDir])) return mode
  }
  return isRoot ? 'nobody' : 'user'
}

/** initdb refuses a user id that the system has no name for, as containers like to choose. */
function hasName(): boolean {
  try {
    return os.userInfo().username !== ''
  } catch {
    return false
  }
}

/** An id other than root's that has a name here: `nobody` nearly everywhere. */
function mappedId(): string[] {
  const listing = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : ''
  const uids = listing.split('\n').map((line) => Number(line.split(':')[2]))
  const uid = uids.includes(nobody.uid) ? nobody.uid : (uids.find((id) => id > 0) ?? nobody.uid)
  return [`--map-user=${uid}`, `--map-group=${uid}`]
}

/** Undoes the handing over of the data folder by an earlier start in mode `nobody`. */
function takeBackFromNobody(dataDir: string): void {
  if (process.getuid?.() === 0 && fs.statSync(dataDir).uid === nobody.uid) {
    fs.chownSync(dataDir, 0, 0)
  }
}

function wrapperOf(mode: PrivilegeMode): string[] {
  // On Linux the kernel sends the postmaster SIGINT (fast shutdown) if we die without a word.
  const dieWithParent = succeeds('setpriv', ['--pdeathsig', 'INT', 'true'])
    ? ['setpriv', '--pdeathsig', 'INT']
    : []
  switch (mode) {
    case 'user':
      return dieWithParent
    case 'userns':
      return ['unshare', '--user', ...mappedId(), ...dieWithParent]
    case 'caps':
      // no_setuid_fixup: initdb and postgres ask access(2), which ignores ambient capabilities
      // without it.
      return [
        'setpriv',
        '--securebits=+no_setuid_fixup',
        `--reuid=${nobody.uid}`,
        `--regid=${nobody.gid}`,
        '--clear-groups',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
        ...dieWithParent.slice(1),
      ]
    case 'nobody':
      return []
  }
}

/** PostgreSQL's own settings in our environment (PGPORT, PGDATA…) must not steer the cluster. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(inherited), LC_ALL: clusterLocale(), TZ: 'UTC' }
}

/** UTF-8 characters with code-point order; macOS names no `C.UTF-8`. */
export function clusterLocale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
}

function findNativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    return path.join(fs.realpathSync(path.dirname(path.dirname(entry))), 'native')
  } catch {
    throw new EmbeddedPostgresError(
      'no_binaries',
      `There is no bundled PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or later).`,
    )
  }
}

interface NativeLink {
  source: string
  target: string
}

/**
 * Makes the library links that an npm package cannot hold. Its own install script does it too, but
 * install scripts may be blocked. False when links are missing and the folder is not ours to write.
 */
function hydrateNativeDir(native: string): boolean {
  const listing = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(listing)) return true
  const links = JSON.parse(fs.readFileSync(listing, 'utf8')) as NativeLink[]
  try {
    for (const { source, target } of links) {
      const place = path.join(native, '..', target)
      if (!fs.existsSync(place)) fs.symlinkSync(path.basename(source), place)
    }
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      const file = path.join(native, 'bin', program)
      if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755)
    }
    return true
  } catch {
    return links.every(({ target }) => fs.existsSync(path.join(native, '..', target)))
  }
}

function copyNativeDir(installed: string, dataDir: string, owner: PostgresRunner['owner']): string {
  const packageJson = path.join(installed, '..', 'package.json')
  const { version } = JSON.parse(fs.readFileSync(packageJson, 'utf8')) as { version: string }
  const place = path.join(dataDir, `postgres-binaries-${version}`)
  if (!fs.existsSync(place)) {
    const unfinished = `${place}.copying`
    fs.rmSync(unfinished, { recursive: true, force: true })
    const native = path.join(unfinished, 'native')
    fs.cpSync(installed, native, { recursive: true, verbatimSymlinks: true })
    hydrateNativeDir(native)
    fs.renameSync(unfinished, place)
  }
  if (owner) fitOwner(place, owner)
  return path.join(place, 'native')
}

/** As root, hands a folder to the user PostgreSQL runs as; otherwise only checks that it is ours. */
function fitOwner(dir: string, owner: PostgresRunner['owner']): void {
  const stat = fs.statSync(dir, { throwIfNoEntry: false })
  const ownUid = process.getuid?.()
  if (!stat || ownUid === undefined) return
  const { uid, gid } = owner ?? { uid: ownUid, gid: process.getgid?.() ?? 0 }
  if (stat.uid === uid) return
  if (ownUid === 0 && succeeds('chown', ['-R', `${uid}:${gid}`, dir])) return
  throw new EmbeddedPostgresError(
    'data_dir_not_writable',
    `The database in ${dir} belongs to another user (uid ${stat.uid}). Start the server as that user, or choose another data folder.`,
  )
}

function succeeds(command: string, args: string[], as: { uid?: number; gid?: number } = {}) {
  const result = spawnSync(command, args, { stdio: 'ignore', cwd: '/', ...as })
  return !result.error && result.status === 0
}

function reaches(command: string, args: string[]): boolean {
  return succeeds(command, args, nobody)
}

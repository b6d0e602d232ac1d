import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** PostgreSQL names its socket by a port even when it listens on no network. */
export const socketPort = 5432

/** `sun_path` holds 107 bytes on Linux and 103 on macOS. */
const socketPathLimitBytes = 103

const dirPrefix = 'azalea-pg-'

/** Where the data folder remembers its socket folder, for tools that want to connect. */
const rememberedIn = 'postgres-socket-dir'

/**
 * Makes the private folder in which the cluster of this data folder puts its socket. Its name is
 * random, so that nobody on a shared machine can prepare it, and new at each start, so that nothing
 * of a killed server is in the way. The data folder remembers it.
 */
export function prepareSocketDir(
  dataDir: string,
  owner: { uid: number; gid: number } | undefined,
): string {
  const record = path.join(dataDir, rememberedIn)
  const earlier = fs.existsSync(record) ? fs.readFileSync(record, 'utf8').trim() : ''
  if (earlier) removeEarlierSocketDir(earlier)
  const made = fs.mkdtempSync(path.join(socketBaseDir(), dirPrefix))
  if (owner) fs.chownSync(made, owner.uid, owner.gid)
  fs.writeFileSync(record, `${made}\n`)
  return made
}

/** Removes the socket folder after PostgreSQL has stopped. */
export function removeSocketDir(dataDir: string, socketDir: string): void {
  fs.rmSync(socketDir, { recursive: true, force: true })
  fs.rmSync(path.join(dataDir, rememberedIn), { force: true })
}

/** Removes what a killed server left; whatever does not look like one of ours is left alone. */
function removeEarlierSocketDir(dir: string): void {
  const stat = fs.lstatSync(dir, { throwIfNoEntry: false })
  if (!stat?.isDirectory() || !path.basename(dir).startsWith(dirPrefix)) return
  for (const name of fs.readdirSync(dir)) {
    if (name.startsWith('.s.PGSQL.')) fs.rmSync(path.join(dir, name), { force: true })
  }
  if (fs.readdirSync(dir).length === 0) fs.rmdirSync(dir)
}

function socketBaseDir(): string {
  const longest = path.join(os.tmpdir(), `${dirPrefix}XXXXXX/.s.PGSQL.${socketPort}`)
  return Buffer.byteLength(longest) <= socketPathLimitBytes ? os.tmpdir() : '/tmp'
}

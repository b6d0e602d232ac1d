import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { isProcessAlive, processStartMark } from './processes.ts'

const claimPrefix = 'server-'
const claimSuffix = '.lock'

/**
 * Claims a data folder for this process, so that two servers never share one cluster.
 *
 * Node has no `flock`. Each server writes a claim named after its process id and start, and only
 * then looks for others: of two that start together, at least one sees the other and gives way, so
 * both may refuse but never both proceed. A claim whose process is gone is swept away, which makes
 * a `kill -9` need no cleaning by hand.
 *
 * @returns a function that gives the folder back
 * @throws EmbeddedPostgresError `already_running` when a living process holds a claim
 */
export function lockDataDir(dataDir: string): () => void {
  const own = [
    `${claimPrefix}${process.pid}`,
    processStartMark(process.pid),
    `${randomBytes(4).toString('hex')}${claimSuffix}`,
  ].join('-')
  const ownPath = path.join(dataDir, own)
  fs.writeFileSync(ownPath, '', { flag: 'wx' })
  for (const name of fs.readdirSync(dataDir)) {
    if (name === own || !name.startsWith(claimPrefix) || !name.endsWith(claimSuffix)) continue
    const [, pid = '', startMark = ''] = name.split('-')
    if (isProcessAlive(Number(pid)) && processStartMark(Number(pid)) === startMark) {
      fs.rmSync(ownPath, { force: true })
      throw new EmbeddedPostgresError(
        'already_running',
        `Another server (process ${pid}) is already running on ${dataDir}. Stop it, or choose another data folder.`,
      )
    }
    fs.rmSync(path.join(dataDir, name), { force: true })
  }
  return () => fs.rmSync(ownPath, { force: true })
}

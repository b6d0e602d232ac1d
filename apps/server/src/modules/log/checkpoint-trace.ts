import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogId } from './log.store.ts'

/**
 * The last published checkpoint of each log, kept apart from the database: an older copy of the
 * database that is restored without it is noticed. A folder on another disk or machine says more
 * than one that is restored along with the database.
 */
export interface CheckpointTrace {
  /** Null when nothing was ever published here. */
  read(log: LogId): Promise<string | null>
  write(log: LogId, note: string): Promise<void>
}

export const noTrace: CheckpointTrace = { read: async () => null, write: async () => undefined }

export function openTrace(folder: string): CheckpointTrace {
  const fileOf = ({ villageId, generation }: LogId) =>
    join(folder, `${villageId}-${generation}.checkpoint`)
  return {
    read: async (log) => {
      try {
        return await readFile(fileOf(log), 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    // On disk aside, then renamed: a power cut leaves the checkpoint before, which is as true.
    write: async (log, note) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = fileOf(log)
      const file = await open(`${path}.unfinished`, 'w', 0o600)
      try {
        await file.writeFile(note)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.unfinished`, path)
    },
  }
}

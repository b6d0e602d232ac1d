import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Ends the names of files that were never finished; whoever lists a folder skips and removes them. */
export const UNFINISHED = '.unfinished'

/**
 * Replaces a file so that after a power cut there is either the old content or the new, and once
 * this returns, the new. Only one call at a time for one path.
 *
 * @throws what the file system throws; the old content then still stands, or the new one does
 */
export async function writeDurably(path: string, content: string, mode = 0o600): Promise<void> {
  const unfinished = `${path}${UNFINISHED}`
  const file = await open(unfinished, 'w', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  // The content is durable under a name nobody reads. A crash here leaves the old file.
  await rename(unfinished, path)
  // Readers see the new content now, but a power cut could still bring the old one back.
  await syncDirectory(dirname(path))
}

/** Makes the names in a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  // Windows opens no directories, and makes renames durable by itself.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

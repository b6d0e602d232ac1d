import { parseApart } from '../../../../platform/parse-apart/parse-apart.ts'
import type { ReadList } from './read-list-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./list-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 320, seconds: 20 }

/**
 * Reads a list of approved products in a process of its own.
 * @throws Refusal as `readListFile`, and 'file_too_demanding', 'files_waiting'
 */
export function readListApart(villageId: string, file: Buffer): Promise<ReadList> {
  return parseApart<ReadList>(villageId, { program, file, limits })
}

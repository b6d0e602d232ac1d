import { parseApart } from '../../../platform/parse-apart/parse-apart.ts'
import type { Sheet } from './read-spreadsheet.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./roster-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 640, seconds: 30 }

/**
 * Reads an uploaded roster, in a process of its own.
 * @throws Refusal as `readSpreadsheet`, and 'file_too_demanding', 'files_waiting'
 */
export function readRosterApart(villageId: string, file: Buffer): Promise<readonly Sheet[]> {
  return parseApart<readonly Sheet[]>(villageId, { program, file, limits })
}

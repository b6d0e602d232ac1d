import { parseApart } from '../../../platform/parse-apart/parse-apart.ts'
import type { RosterFile } from './read-roster-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./roster-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 640, seconds: 30 }

/**
 * Reads an uploaded roster, in a process of its own.
 * @throws Refusal as `readRosterFile`, and 'file_too_demanding', 'files_waiting'
 */
export function readRosterApart(villageId: string, file: Buffer): Promise<RosterFile> {
  return parseApart<RosterFile>(villageId, { program, file, limits })
}

import type { ParsedRuleSheet } from '@azalea/scoring'
import { parseApart } from '../../../platform/parse-apart/parse-apart.ts'
import type { SheetDefaults } from './read-sheet-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./sheet-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 512, seconds: 30 }

/**
 * Reads an uploaded rule sheet, in a process of its own.
 * @throws Refusal as `readSheetFile`, and 'file_too_demanding', 'files_waiting'
 */
export function readSheetApart(file: Buffer, defaults: SheetDefaults): Promise<ParsedRuleSheet> {
  const { villageId } = defaults
  return parseApart<ParsedRuleSheet>(villageId, { program, file, options: defaults, limits })
}

import { parseApart } from '../../../../platform/parse-apart/parse-apart.ts'
import type { CheckedCapture, CheckOptions } from './check-capture-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./capture-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 512, seconds: 30 }

/**
 * Looks at what a partner sent in a process of its own.
 * @throws Refusal as `checkCaptureFile`, and 'file_too_demanding', 'files_waiting'
 */
export function checkCaptureApart(
  villageId: string,
  file: Buffer,
  options: CheckOptions,
): Promise<CheckedCapture> {
  return parseApart<CheckedCapture>(villageId, { program, file, options, limits })
}

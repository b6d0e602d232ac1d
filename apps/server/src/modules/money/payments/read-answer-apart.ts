import { parseApart } from '../../../platform/parse-apart/parse-apart.ts'
import type { AnswerFile } from './read-answer-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./answer-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 320, seconds: 20 }

/**
 * Reads a bank's answer in a process of its own.
 * @throws Refusal as `readAnswerFile`, and 'file_too_demanding', 'files_waiting'
 */
export function readAnswerApart(villageId: string, file: Buffer): Promise<AnswerFile> {
  return parseApart<AnswerFile>(villageId, { program, file, limits })
}

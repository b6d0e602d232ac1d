import type { Commands } from './commands.ts'
import type { Readers } from './readers.ts'

/** What the module works with. */
export type ParticipationParts = Commands & Readers

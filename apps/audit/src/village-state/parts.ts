import type { RuleItem } from '@azalea/scoring'
import type { Findings } from '../findings.ts'
import type { Tally } from './tally.ts'

/**
 * What the judges remember of the entries before, each part under the one judge that keeps it. A file
 * that holds a part declares it here: `declare module './parts.ts'`.
 */
export interface StateMemory {}

/** A part of the memory, which outlives the program in the audit's state. */
export interface Remembered {
  /** A new day begins: what no later entry can refer to may be forgotten. */
  prune?(today: string): void
  toJson(): unknown
  load(json: never): void
}

/** What is known when an entry is judged, and where the judgement goes. */
export interface StateParts extends StateMemory {
  readonly findings: Findings
  readonly tally: Tally
  /** An item of an adopted sheet; without a hash of the latest that has it. */
  itemOf(ref: string, sheetHash: string | undefined): RuleItem | undefined
  /** Marks a day as closed; false when it was. */
  close(day: string): boolean
  /** A document by its hash; null, and a finding, when it is missing or is another one. */
  readDocument(hash: string, index: number): Promise<string | null>
}

import type { Selectable } from 'kysely'
import type { AwardState, ScoringTables } from '../ground/tables.ts'

/** What most changes of an award look at. */
export interface AwardBrief {
  readonly awardId: string
  readonly itemRef: string
  readonly personId: string
  readonly householdId: string
  readonly occurredOn: string
  readonly pointsHundredths: number
  readonly countedOccurrences: number
  readonly creditedQuantity: number
  readonly state: AwardState
  readonly noticeId: string | null
  /** The record that enters it in the log; null while it waits to be counted. */
  readonly recordId: string | null
}

export const briefColumns = [
  'award_id',
  'item_ref',
  'person_id',
  'household_id',
  'occurred_on',
  'points_hundredths',
  'counted_occurrences',
  'credited_quantity',
  'state',
  'notice_id',
  'record_id',
] as const

export function toBrief(row: BriefRow): AwardBrief {
  return {
    awardId: row.award_id,
    itemRef: row.item_ref,
    personId: row.person_id,
    householdId: row.household_id,
    occurredOn: row.occurred_on,
    pointsHundredths: row.points_hundredths,
    countedOccurrences: row.counted_occurrences,
    creditedQuantity: row.credited_quantity,
    state: row.state,
    noticeId: row.notice_id,
    recordId: row.record_id,
  }
}

export type BriefRow = Pick<Selectable<ScoringTables['award']>, (typeof briefColumns)[number]>

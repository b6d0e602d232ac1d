import type { Pseudonym } from '@azalea/records'
import type { Calibration, CalibrationInput, RuleSheet, VotedResolution } from '@azalea/scoring'
import type { ColumnType, Generated } from 'kysely'
import type { SourceKind } from './sources.ts'

/** JSON text on the way in, a parsed value on the way out. */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>

export type ContributionState = 'recorded' | 'scored' | 'refused'
export type AwardState = 'scored' | 'on_notice' | 'final' | 'reversed'
export type ObjectionChannel = 'app' | 'oral' | 'written'
export type ObjectionPhase = 'notice' | 'appeal'
export type ObjectionState = 'open' | 'upheld' | 'refused'
export type Circumstances = NonNullable<CalibrationInput['circumstances']>
/** What the town, passers-by and upheld reports say of a deed, as far as its rule's stages ask. */
export type Judgements = Pick<
  CalibrationInput,
  'spotCheckScore' | 'passersBy' | 'upheldReports'
> & {
  /** How the log names the spot check whose score it is. */
  readonly spotCheck?: Pseudonym<'candidate'>
}

export type RepairWay = 'mending' | 'volunteering'

/** Why the village adopts an item that the check of its words warns of. */
export interface LintAnswer {
  readonly ref: string
  readonly reason: string
}

/**
 * The village resolution that adopted a rule sheet (Organic Law of Villagers' Committees, arts 22
 * to 26). `eligible` counts the members of the body that met.
 */
export interface Resolution extends VotedResolution {
  /** A picture of the minutes. */
  readonly minutesFileId?: string | undefined
  /** SHA-256 of that picture, hexadecimal. */
  readonly minutesHash?: string | undefined
}

export type ScoringTables = {
  deduction_repair: {
    village_id: string
    repair_award_id: string
    award_id: string
    way: RepairWay
    minutes: number | null
    repaired_on: string
  }
  closed_day: { village_id: string; day: string; record_id: string; closed_at: Date }
  rule_sheet: {
    village_id: string
    rule_sheet_id: string
    version: number
    body: Json<RuleSheet>
    body_hash: Buffer
    state: 'draft' | 'adopted'
    effective_from: string
    drafted_by: string
    drafted_at: Date
    adopted_by: string | null
    adopted_at: Date | null
    resolution: NullableJson<Resolution>
    lint_answers: ColumnType<readonly LintAnswer[], string | undefined, string>
  }
  contribution: {
    village_id: string
    contribution_id: string
    rule_sheet_id: string
    item_ref: string
    person_id: string
    household_id: string
    source_kind: SourceKind
    source_id: string
    quantity: number
    leader_score: number | null
    circumstances: NullableJson<Circumstances>
    judgements: NullableJson<Judgements>
    occurred_on: string
    words: string | null
    photo_file_id: string | null
    state: ContributionState
    recorded_by: string
    recorded_at: Date
    decided_by: string | null
    decided_at: Date | null
    decision_reason: string | null
    objection_id: string | null
    report_id: string | null
    corrects_award_id: string | null
  }
  objection: {
    village_id: string
    objection_id: string
    award_id: string
    phase: ObjectionPhase
    objector_id: string
    objector_household_id: string
    channel: ObjectionChannel
    entered_by: string
    words: string | null
    raised_at: Date
    due_on: string
    state: ObjectionState
    escalated_at: Date | null
    answered_by: string | null
    answered_at: Date | null
    reasons: string | null
    new_award_id: string | null
    passed_on_by: Generated<string[]>
    erased_ids: Generated<string[]>
  }
  notice: {
    village_id: string
    notice_id: string
    published_by: string
    published_at: Date
    ends_at: Date
    snapshot_hash: Buffer
    year: number
    number: number
  }
  award: {
    village_id: string
    award_id: string
    contribution_id: string
    rule_sheet_id: string
    item_ref: string
    person_id: string
    household_id: string
    occurred_on: string
    points_hundredths: number
    calibration: Json<Calibration>
    category: string
    source: string
    counted_occurrences: number
    credited_quantity: number
    contending_hundredths: number
    state: AwardState
    scored_at: Date
    notice_id: string | null
    final_at: Date | null
    reversed_at: Date | null
    reversed_by: string | null
    reversal_reason: string | null
    superseded_by: string | null
    record_id: string | null
    entered_at: Date | null
  }
}

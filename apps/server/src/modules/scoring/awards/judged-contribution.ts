import {
  beatenBy,
  calibrate,
  capWindows,
  type Calibration,
  type CalibrationInput,
  type PriorUsage,
  type RuleItem,
} from '@azalea/scoring'
import { sourceOf } from '../ground/sources.ts'
import type { AdoptedSheet } from '../rules/index.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { Circumstances, Judgements } from '../ground/tables.ts'
import type { Rival, RivalQuestion } from './rival.store.ts'
import type { UsageQuestion } from './usage.store.ts'

/** One contribution about to be calibrated, with the rule that judges it. */
export interface JudgedContribution {
  readonly contributionId: string
  /** False when the contribution was recorded earlier and waits for its award. */
  readonly isNew: boolean
  readonly sheet: AdoptedSheet
  readonly item: RuleItem
  readonly personId: string
  readonly householdId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
  readonly quantity: number
  readonly leaderScore: number | null
  readonly circumstances: Circumstances | null
  /** Absent where nobody but its leader judges it. */
  readonly judgements?: Judgements | null
  readonly occurredOn: string
  readonly words: string | null
  readonly photoFileId: string | null
  readonly recordedBy: string
  /** The award that this one corrects; absent when it is the first for the deed. */
  readonly corrects?: Correction
}

/** Why an award takes another's place: an objection was upheld, or a report of the post ended otherwise. */
export type CorrectedBecause = { readonly objectionId: string } | { readonly reportId: string }

/** What a corrected deed refers to. */
export interface Correction {
  readonly because: CorrectedBecause
  readonly awardId: string
  /** How the log names the corrected award: by itself, or by the record that counted it. */
  readonly namedBy: string
  /** What takes a final award's place takes effect at once, so that both appear together. */
  readonly wasFinal: boolean
}

/** The sums of earlier awards that calibrating the deed needs. */
export function usageQuestions(
  contribution: JudgedContribution,
  contributionNo: number,
): UsageQuestion[] {
  return capWindows(contribution.item, contribution.occurredOn).map((window) => ({
    contributionNo,
    window,
    ownerId: window.scope === 'person' ? contribution.personId : contribution.householdId,
    sign: contribution.item.kind === 'merit' ? 1 : -1,
  }))
}

/** What to ask about other awards for the same deed; nothing where none can exist. */
export function rivalQuestions(
  contribution: JudgedContribution,
  contributionNo: number,
): RivalQuestion[] {
  const { item, sheet, sourceKind, sourceId, personId, occurredOn } = contribution
  if (!item.stages.some(({ stage }) => stage === 'only_highest')) return []
  if (sourceOf(sourceKind).underOneItem && item.exclusiveGroup === undefined) return []
  const exclusiveItemRefs = sheet.sheet.items
    .filter((other) => other.exclusiveGroup !== undefined)
    .filter((other) => other.exclusiveGroup === item.exclusiveGroup)
    .map(({ ref }) => ref)
  return [{ contributionNo, sourceKind, sourceId, personId, occurredOn, exclusiveItemRefs }]
}

export function calibrationInput(
  contribution: JudgedContribution,
  prior: readonly PriorUsage[],
  rivals: readonly Rival[],
): CalibrationInput {
  return {
    itemRef: contribution.item.ref,
    quantity: contribution.quantity,
    occurredOn: contribution.occurredOn,
    prior,
    competing: rivals.map(({ itemRef, contendingHundredths }) => ({
      itemRef,
      pointsHundredths: contendingHundredths,
    })),
    ...(contribution.leaderScore === null ? {} : { leaderScore: contribution.leaderScore }),
    ...(contribution.circumstances === null ? {} : { circumstances: contribution.circumstances }),
    ...judgementInputs(contribution.judgements ?? {}),
  }
}

function judgementInputs({ spotCheckScore, passersBy, upheldReports }: Judgements) {
  return {
    ...(spotCheckScore === undefined ? {} : { spotCheckScore }),
    ...(passersBy === undefined ? {} : { passersBy }),
    ...(upheldReports === undefined ? {} : { upheldReports }),
  }
}

/** The awards that must give way because this one is the highest for the same deed. */
export function beatenRivals(
  contribution: JudgedContribution,
  input: CalibrationInput,
  rivals: readonly Rival[],
) {
  if (rivals.length === 0) return []
  const calibration: Calibration = calibrate(contribution.sheet.sheet, input)
  const beats = beatenBy(calibration)
  return rivals.filter(
    ({ itemRef, pointsHundredths, contendingHundredths }) =>
      pointsHundredths !== 0 && beats({ itemRef, pointsHundredths: contendingHundredths }),
  )
}

import {
  CalibrationError,
  findItem,
  isRatingItem,
  itemInBoth,
  type RuleItem,
} from '@azalea/scoring'
import { requireJoinedHousehold } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import {
  type JudgedContribution,
  type DisputableAward,
  awardContributions,
} from '../awards/index.ts'
import { type AdoptedSheet, type Scoring, requireCredibleQuantity } from '../rules/index.ts'
import { refuse } from '../ground/refusals.ts'

/** What was wrong about a deed, as it is right; what is absent stays. */
export interface CorrectedFacts {
  readonly itemRef?: string
  /** Occurrences, or the small measure of the item's unit. */
  readonly quantity?: number
  readonly leaderScore?: number
}

/** A deed with its corrected facts: of the same source, day and sheet as the award it corrects. */
export type CorrectedContribution = Omit<JudgedContribution, 'corrects'>

/**
 * The corrected deed of an award.
 * @throws Refusal 'unknown_item', 'item_by_rating', 'correction_same', 'correction_other_kind',
 *   'quantity_too_large', 'household_not_joined'
 */
export async function correctedContribution(
  tx: Tx,
  scoring: Scoring,
  award: DisputableAward,
  facts: CorrectedFacts,
  correctedBy: string,
): Promise<CorrectedContribution> {
  const sheet = await scoring.sheets.byId(tx.db, tx.villageId, award.ruleSheetId)
  const itemOf = (ref: string): RuleItem => {
    const item = findItem(sheet.sheet, ref)
    if (item === undefined) throw refuse('unknown_item', { itemRef: ref })
    return item
  }
  const item = itemOf(facts.itemRef ?? award.itemRef)
  const quantity = facts.quantity ?? award.quantity
  const leaderScore = facts.leaderScore ?? award.leaderScore
  if (item.ref !== award.itemRef && isRatingItem(item))
    throw refuse('item_by_rating', itemInBoth(item))
  if (item.kind !== itemOf(award.itemRef).kind) throw refuse('correction_other_kind')
  const isSame = quantity === award.quantity && leaderScore === award.leaderScore
  if (isSame && item.ref === award.itemRef) throw refuse('correction_same')
  requireCredibleQuantity(item, quantity)
  // A household that has left meanwhile is no longer processed.
  await requireJoinedHousehold(tx, award.personId)
  return {
    ...contributionAnew(tx, award, sheet, item),
    quantity,
    leaderScore,
    recordedBy: correctedBy,
  }
}

/** The deed of an award once more, with the same facts. */
export function contributionAnew(
  tx: Tx,
  award: DisputableAward,
  sheet: AdoptedSheet,
  item: RuleItem,
): CorrectedContribution {
  const { personId, householdId, sourceKind, sourceId, quantity, leaderScore } = award
  const { circumstances, judgements, occurredOn, words, photoFileId, recordedBy } = award
  return {
    contributionId: tx.newId(),
    isNew: true,
    sheet,
    item,
    personId,
    householdId,
    sourceKind,
    sourceId,
    quantity,
    leaderScore,
    circumstances,
    judgements,
    occurredOn,
    words,
    photoFileId,
    recordedBy,
  }
}

export interface AwardAnew {
  readonly awardId: string
  readonly pointsHundredths: number
  readonly state: 'scored' | 'final'
}

/**
 * Makes the award that takes the place of a reversed one.
 * @throws Refusal 'correction_unfit' when the facts do not fit the item's rule
 */
export async function awardAnew(
  tx: Tx,
  scoring: Scoring,
  contribution: JudgedContribution,
): Promise<AwardAnew> {
  try {
    const [award] = await awardContributions(tx, scoring, [contribution])
    if (award === undefined) throw new Error('a corrected deed came to no award')
    const { awardId, calibration, state } = award
    return { awardId, pointsHundredths: calibration.pointsHundredths, state }
  } catch (error) {
    if (!(error instanceof CalibrationError)) throw error
    throw refuse('correction_unfit', itemInBoth(contribution.item))
  }
}

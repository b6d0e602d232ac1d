import { findItem } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { concernsKin, readPhotoOwner, sendMessage } from '../../community/index.ts'
import {
  type DisputableAward,
  type NewAward,
  hasOpenObjection,
  insertAwards,
  insertRepair,
  lockHouseholds,
  postAwards,
  readHouseholdOfAward,
  selectDisputable,
  selectRepairs,
} from '../awards/index.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands, Scoring } from '../rules/index.ts'
import type { RepairWay } from '../ground/tables.ts'
import { repairedRecord } from './repaired-record.ts'
import { restoredBy, whyNotRepairable } from './repair-policy.ts'

export interface RepairInput {
  readonly awardId: string
  readonly way: RepairWay
  /** Volunteered for it; null for mending. */
  readonly minutes: number | null
  readonly words: string
  readonly photoFileId: string | null
}

export interface Repaired {
  readonly repairAwardId: string
  readonly restoredHundredths: number
}

/**
 * Records that the fault behind a final deduction was mended, or volunteered for, and gives back
 * what its rule says: an award of its own beside the deduction, which stays as it is.
 * @throws Refusal 'unknown_award', 'not_a_deduction', 'already_reversed', 'deduction_not_final',
 *   'committee_sees_repair', 'own_household_award', 'award_disputed', 'repair_not_possible',
 *   'repaired_already', 'repair_too_short', 'photo_not_yours'
 */
export async function repairDeduction(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: RepairInput,
): Promise<Repaired> {
  return act({ name: 'repair-deduction', actor, key, input: { ...input } }, async (tx) => {
    const award = await lockDeduction(tx, input.awardId)
    const sheet = await scoring.sheets.byId(tx.db, tx.villageId, award.ruleSheetId)
    const item = findItem(sheet.sheet, award.itemRef)
    if (item === undefined) throw new Error(`sheet ${sheet.ruleSheetId} lost ${award.itemRef}`)
    const earlier = await selectRepairs(tx.db, tx.villageId, award.awardId)
    const isDisputed = await hasOpenObjection(tx.db, tx.villageId, award.awardId)
    const isKins = await concernsKin(tx.db, tx.villageId, actor.personId, award)
    const why = whyNotRepairable(actor, award, item, earlier, { isDisputed, isKins })
    if (why !== null) throw why
    await requireOwnPhoto(tx, actor, input.photoFileId)
    const minutes = input.way === 'volunteering' ? input.minutes : null
    const repair = { way: input.way, minutes }
    const restoredHundredths = restoredBy(item, award.pointsHundredths, earlier, repair)
    const repairAwardId = tx.newId()
    const made: NewAward = {
      awardId: repairAwardId,
      recordId: tx.newId(),
      contribution: {
        contributionId: tx.newId(),
        isNew: true,
        sheet,
        // It counts under no cap of merits, whatever the category of the fault.
        item: { ...item, category: 'repair', source: 'repair' },
        personId: award.personId,
        householdId: award.householdId,
        sourceKind: 'repair',
        sourceId: repairAwardId,
        quantity: 1,
        leaderScore: null,
        circumstances: null,
        occurredOn: civilDay(tx.now),
        words: input.words,
        photoFileId: input.photoFileId,
        recordedBy: actor.personId,
      },
      calibration: { itemRef: item.ref, stages: [], pointsHundredths: restoredHundredths },
      state: 'final',
      countedOccurrences: 0,
      creditedQuantity: 0,
      contendingHundredths: 0,
    }
    await giveBack(tx, scoring, award, made, repair)
    return { repairAwardId, restoredHundredths }
  })
}

async function giveBack(
  tx: Tx,
  scoring: Scoring,
  award: DisputableAward,
  made: NewAward,
  { way, minutes }: { readonly way: RepairWay; readonly minutes: number | null },
): Promise<void> {
  const { awardId: repairAwardId, contribution, calibration } = made
  const { pointsHundredths } = calibration
  await insertAwards(tx.db, tx.villageId, tx.now, [made])
  await insertRepair(tx.db, tx.villageId, award.awardId, {
    repairAwardId,
    way,
    minutes,
    repairedOn: contribution.occurredOn,
  })
  const { householdId, personId } = award
  await postAwards(tx, [{ awardId: repairAwardId, householdId, personId, pointsHundredths }])
  tx.append(await repairedRecord(tx, scoring, award, made, { way, minutes }))
  await sendMessage(tx, personId, 'deduction.repaired', {
    awardId: award.awardId,
    repairAwardId,
    itemRef: award.itemRef,
    pointsHundredths,
  })
}

/** The award under its household's lock. */
async function lockDeduction(tx: Tx, awardId: string): Promise<DisputableAward> {
  const householdId = await readHouseholdOfAward(tx.db, tx.villageId, awardId)
  if (householdId === null) throw refuse('unknown_award')
  await lockHouseholds(tx.db, tx.villageId, [householdId])
  const award = await selectDisputable(tx.db, tx.villageId, awardId)
  if (award === null) throw refuse('unknown_award')
  return award
}

async function requireOwnPhoto(tx: Tx, actor: Actor, fileId: string | null): Promise<void> {
  if (fileId === null) return
  if ((await readPhotoOwner(tx.db, tx.villageId, fileId)) !== actor.personId)
    throw refuse('photo_not_yours')
}

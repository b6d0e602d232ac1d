import { awardRepaired, type NewRecord } from '@azalea/records'
import type { Tx } from '../../record/index.ts'
import type { DisputableAward, NewAward } from '../awards/index.ts'
import type { Scoring } from '../rules/index.ts'
import type { RepairWay } from '../ground/tables.ts'

/**
 * `award.repaired`: which deduction, in which way, and what was given back, so that anybody can
 * compute it from the sheet; who saw it stays with the earner's key.
 */
export async function repairedRecord(
  tx: Tx,
  scoring: Scoring,
  award: DisputableAward,
  { awardId, recordId, contribution, calibration }: NewAward,
  { way, minutes }: { readonly way: RepairWay; readonly minutes: number | null },
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const { recordedBy, words, photoFileId } = contribution
  return awardRepaired({
    ...(recordId === null ? {} : { recordId }),
    public: {
      award: secret.pseudonym('award', awardId),
      deduction: secret.pseudonym('award', award.awardId),
      item: award.itemRef,
      way,
      minutes,
      pointsHundredths: calibration.pointsHundredths,
      earner: secret.pseudonym('earner', award.personId),
      household: secret.pseudonym('household', award.householdId),
    },
    parts: [
      {
        personId: award.personId,
        payload: {
          award: awardId,
          deduction: award.awardId,
          recordedBy,
          words,
          photo: photoFileId,
        },
      },
    ],
  })
}

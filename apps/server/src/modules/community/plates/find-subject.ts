import { isPlateCode, readPlateCode } from '@azalea/text'
import type { Database } from '../../../platform/database/database.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectPlateVillage, selectSubjectByCode, type Subject } from './subject.store.ts'

export interface PlateSubject extends Subject {
  /** In its one written form. */
  readonly code: string
  readonly villageId: string
}

/**
 * What a scanned or typed plate is fixed to, in whatever village.
 * @throws Refusal 'plate_check_failed' when the code is misread, 'unknown_plate' when nobody gave it out
 */
export async function findSubjectByPlate(database: Database, typed: string): Promise<PlateSubject> {
  const code = checkedCode(typed)
  const villageId = await database.outsideVillages((db) => selectPlateVillage(db, code))
  if (villageId === null) throw refuse('unknown_plate')
  const subject = await database.inVillage(villageId, (db) =>
    selectSubjectByCode(db, villageId, code),
  )
  if (subject === null) throw refuse('unknown_plate')
  return { ...subject, code, villageId }
}

/**
 * The same inside a command of a village, for what may be done to the village's own plates only.
 * @throws Refusal 'plate_check_failed', 'unknown_plate', 'plate_of_other_village'
 */
export async function findOwnSubjectByPlate(
  tx: Pick<Tx, 'db' | 'villageId'>,
  typed: string,
): Promise<PlateSubject> {
  const code = checkedCode(typed)
  const subject = await selectSubjectByCode(tx.db, tx.villageId, code)
  if (subject !== null) return { ...subject, code, villageId: tx.villageId }
  const villageId = await selectPlateVillage(tx.db, code)
  throw refuse(
    villageId === null || villageId === tx.villageId ? 'unknown_plate' : 'plate_of_other_village',
  )
}

function checkedCode(typed: string): string {
  const code = readPlateCode(typed)
  if (!isPlateCode(code)) throw refuse('plate_check_failed')
  return code
}

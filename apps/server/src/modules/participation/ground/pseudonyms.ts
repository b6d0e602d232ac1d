import type { Pseudonym } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../record/index.ts'

/** What stands in the log for the things and persons of this module. */
export interface Pseudonyms {
  /** One who rates, in one calendar month ('YYYY-MM'): another every month, and never the earner. */
  rater(personId: string, month: string): Pseudonym<'rater'>
  /** One who takes part in one activity: another for each, and never the earner. */
  attendee(personId: string, activityId: string): Pseudonym<'attendee'>
  /** Puts people in an order that says nothing; it stands nowhere in the log. */
  lot(personId: string, activityId: string): string
  subject(subjectId: string): Pseudonym<'subject'>
  activity(activityId: string): Pseudonym<'activity'>
  shift(shiftId: string): Pseudonym<'shift'>
}

export async function pseudonymsOf(tx: Tx, secrets: VillageSecrets): Promise<Pseudonyms> {
  const secret = await secrets.of(tx.db, tx.villageId)
  return {
    rater: (personId, month) => secret.pseudonym('rater', `${month} ${personId}`),
    attendee: (personId, activityId) => secret.pseudonym('attendee', `${activityId} ${personId}`),
    lot: (personId, activityId) => secret.hashOf('lot', `${activityId} ${personId}`),
    subject: (subjectId) => secret.pseudonym('subject', subjectId),
    activity: (activityId) => secret.pseudonym('activity', activityId),
    shift: (shiftId) => secret.pseudonym('shift', shiftId),
  }
}

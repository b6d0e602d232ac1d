import type { Tx, VillageSecrets } from '../record/index.ts'

const PSEUDONYM_CHARACTERS = 22

/** What stands in the log for the things and persons of this module. */
export interface Pseudonyms {
  rater(personId: string): string
  earner(personId: string): string
  subject(subjectId: string): string
  activity(activityId: string): string
  shift(shiftId: string): string
}

export async function pseudonymsOf(tx: Tx, secrets: VillageSecrets): Promise<Pseudonyms> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const hidden = (label: string, id: string) =>
    secret.hashOf(label, id).slice(0, PSEUDONYM_CHARACTERS)
  return {
    rater: (personId) => secret.pseudonym('rater', personId),
    earner: (personId) => secret.pseudonym('earner', personId),
    subject: (subjectId) => secret.pseudonym('subject', subjectId),
    activity: (activityId) => hidden('pseudonym activity', activityId),
    shift: (shiftId) => hidden('pseudonym shift', shiftId),
  }
}

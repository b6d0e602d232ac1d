import {
  objectionAnswered,
  objectionOverdue,
  objectionPassedOn,
  objectionRaised,
  type NewRecord,
} from '@azalea/records'
import { readRecordKind, type Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import type { DisputableAward } from '../awards/index.ts'
import type { NewObjection, Objection } from './objection.store.ts'

/**
 * `objection.raised`: whose it is and what it says stays with the objector's key; the earner keeps
 * that there is one. The award is named only if it stands in the log by itself.
 */
export async function raisedRecord(
  tx: Tx,
  scoring: Scoring,
  objection: NewObjection,
  award: DisputableAward,
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const { objectionId, awardId, objectorId, channel, enteredBy, words, phase, dueOn } = objection
  const own = { objection: objectionId, award: awardId }
  return objectionRaised({
    public: {
      objection: secret.pseudonym('objection', objectionId),
      award: (await standsByItself(tx, award)) ? secret.pseudonym('award', awardId) : null,
      phase,
      channel,
      dueOn,
    },
    parts: [
      { personId: objectorId, payload: { ...own, objector: objectorId, enteredBy, words } },
      ...(award.personId === objectorId ? [] : [{ personId: award.personId, payload: own }]),
    ],
  })
}

/** `objection.answered`; the reasons and who gave them stay with the objector's and the earner's key. */
export async function answeredRecord(
  tx: Tx,
  scoring: Scoring,
  objection: Objection,
  award: DisputableAward,
  answer: {
    readonly outcome: 'upheld' | 'refused'
    readonly by: string
    readonly reasons: string
    readonly newAwardId: string | null
  },
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const { objectionId, awardId } = objection
  const { outcome, newAwardId, by, reasons } = answer
  const payload = {
    objection: objectionId,
    award: awardId,
    answeredBy: by,
    reasons,
    newAward: newAwardId,
  }
  return objectionAnswered({
    // After the records of the reversal and of the new award: the log orders by these ids.
    recordId: tx.newId(),
    public: {
      objection: secret.pseudonym('objection', objectionId),
      outcome,
      newAward: newAwardId === null ? null : secret.pseudonym('award', newAwardId),
    },
    parts: [...new Set([objection.objectorId, award.personId])].map((personId) => ({
      personId,
      payload,
    })),
  })
}

/** `objection.passed-on`: somebody who would answer declares themselves biased; who, sealed. */
export async function passedOnRecord(
  tx: Tx,
  scoring: Scoring,
  objectionId: string,
  by: string,
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  return objectionPassedOn({
    public: { objection: secret.pseudonym('objection', objectionId) },
    parts: [{ personId: by, payload: { objection: objectionId, passedOnBy: by } }],
  })
}

/** `objection.overdue`: nobody answered by the day that was stated when it was raised. */
export async function overdueRecord(
  tx: Tx,
  scoring: Scoring,
  { objectionId, dueOn }: Objection,
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  return objectionOverdue({
    public: { objection: secret.pseudonym('objection', objectionId), dueOn },
    parts: [],
  })
}

/** Not so awards that are counted with others: naming one would line it up with its deed. */
async function standsByItself(tx: Tx, { recordId }: DisputableAward): Promise<boolean> {
  if (recordId === null) return false
  return (await readRecordKind(tx.db, tx.villageId, recordId)) !== 'award.counted'
}

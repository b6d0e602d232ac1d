import { householdJoined as joinedRecord, householdLeft as leftRecord } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { householdJoined, householdLeft } from '../events.ts'
import { sendMessage } from '../messages/send-message.ts'
import { clearStoriesAt } from '../plates/story.store.ts'
import { insertConsent, setJoinedAt } from './consent.store.ts'
import { deleteLeave } from './leave.store.ts'

export interface Consent {
  readonly householdId: string
  readonly decision: 'join' | 'leave'
  readonly optInVersion: number
  readonly givenBy: string
  /** Another than `givenBy` when a cadre entered what was given on paper. */
  readonly recordedBy: string
  /** Who confirmed, as a second person, that it takes effect at once. */
  readonly confirmedBy?: string
}

/** A household takes part, or no more, from now on. Call with the household locked. */
export async function applyConsent(
  tx: Tx,
  secrets: VillageSecrets,
  consent: Consent,
): Promise<void> {
  const { db, villageId } = tx
  const { confirmedBy, ...decided } = consent
  const { householdId, decision, optInVersion, givenBy, recordedBy } = decided
  if (decision === 'leave') {
    tx.write(clearStoriesAt(db, villageId, householdId))
    tx.write(deleteLeave(db, villageId, householdId))
  }
  tx.write(setJoinedAt(db, villageId, householdId, decision === 'join' ? tx.now : null))
  const row = { ...decided, consentId: tx.newId(), decidedAt: tx.now }
  tx.write(insertConsent(db, villageId, row))
  if (recordedBy !== givenBy)
    tx.write(sendMessage(tx, givenBy, 'consent.entered_for_you', { decision }))
  const secret = await secrets.of(db, villageId)
  const record = {
    public: { household: secret.pseudonym('household', householdId), optInVersion },
    parts: [{ personId: givenBy, payload: decided }],
  }
  if (decision === 'join') tx.append(joinedRecord(record))
  else if (confirmedBy === undefined) tx.append(leftRecord(record))
  else {
    const payload = { ...decided, confirmedBy }
    tx.append(leftRecord({ ...record, parts: [{ personId: givenBy, payload }] }))
  }
  await tx.publish(decision === 'join' ? householdJoined : householdLeft, { householdId })
}

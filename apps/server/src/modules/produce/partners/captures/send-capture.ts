import { civilDay, startOfCivilDay } from '@azalea/text'
import type { PartnerParts } from '../parts.ts'
import type { Partner } from '../partners/partner.store.ts'
import { refuse } from '../refusals.ts'
import type { ErrorBehaviour } from '../tables.ts'
import { countSent, insertCapture } from './capture.store.ts'
import { checkCaptureApart } from './check-capture-apart.ts'

const MOST_WAITING = 4
const MOST_EVENTS_A_DAY = 100_000

/**
 * Looks at what a partner sent and lays it down to be kept: from here on it is the village's to keep it,
 * though the server ends.
 * @throws Refusal 'captures_waiting', 'too_much_told_today', and those of `checkCaptureApart`
 */
export async function sendCapture(
  { database, clock, newId }: Pick<PartnerParts, 'database' | 'clock' | 'newId'>,
  villageId: string,
  { partnerId }: Pick<Partner, 'partnerId'>,
  sent: { readonly document: Buffer; readonly onError: ErrorBehaviour },
): Promise<{ readonly captureId: string }> {
  const now = clock.now()
  const today = startOfCivilDay(civilDay(now))
  const before = await database.inVillage(villageId, (db) =>
    countSent(db, villageId, partnerId, today),
  )
  if (before.waiting >= MOST_WAITING) throw refuse('captures_waiting')
  if (before.events >= MOST_EVENTS_A_DAY)
    throw refuse('too_much_told_today', { most: MOST_EVENTS_A_DAY })
  const options = { now: now.toISOString() }
  const checked = await checkCaptureApart(villageId, sent.document, options)
  const captureId = newId()
  const capture = { captureId, partnerId, onError: sent.onError, createdAt: now }
  await database.inVillage(villageId, (db) => insertCapture(db, villageId, capture, checked))
  return { captureId }
}

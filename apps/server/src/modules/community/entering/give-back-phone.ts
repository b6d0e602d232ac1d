import { personDeparted } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import { readOwnRecords, type Tx } from '../../record/index.ts'
import { keepProposals } from '../credentials/propose-sign-in-change.ts'
import { selectPhoneHolder, setPhone } from '../credentials/credential.store.ts'
import { phoneHashOf } from '../sign-in/phone-identity.ts'
import { lockPhone, replaceIdentities } from '../sign-in/sign-in.store.ts'

/** After this a number may belong to somebody else; whoever comes back later has it entered again. */
const KEPT_DAYS = 90

/**
 * The telephone that a departure took away, as the log keeps it under the person's key, is theirs
 * again unless somebody has it meanwhile; where others live it is only proposed, as a newcomer's is.
 * Returns it; null when none came back yet. Call it under the roster's lock, once the person is back.
 */
export async function giveBackPhone(
  tx: Tx,
  keyring: Keyring,
  actor: Actor,
  back: { readonly personId: string; readonly reason: string; readonly livesAlone: boolean },
): Promise<string | null> {
  const { personId, reason, livesAlone } = back
  const { db, villageId, now } = tx
  const page = { beforeRecordId: null, limit: 1, kind: personDeparted.kind }
  const [departure] = await readOwnRecords(db, keyring, villageId, personId, page)
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  if (departure === undefined || departure.recordedAt <= since) return null
  const { phone } = JSON.parse(departure.payload) as { readonly phone: string | null }
  if (phone === null) return null
  const phoneHash = phoneHashOf(keyring, phone)
  await lockPhone(db, phoneHash)
  if ((await selectPhoneHolder(db, villageId, phone)) !== null) return null
  if (!livesAlone) {
    const change = { phone: { to: phone, from: null }, identity: null }
    await keepProposals(tx, actor, [{ changeId: tx.newId(), personId, reason, ...change }])
    return null
  }
  await setPhone(db, villageId, personId, phone)
  await replaceIdentities(db, villageId, [{ personId, phoneHash }], now)
  return phone
}

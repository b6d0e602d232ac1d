import { householdLeaveEntered } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { selectPresentOf } from '../entering/entering.store.ts'
import { sendMessages } from '../messages/send-message.ts'
import { removalConfirmers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readHoldersOf } from '../roles/role.store.ts'
import { readLeaveRights, takesEffectAt } from './leave-rights.ts'
import { insertLeave } from './leave.store.ts'

/**
 * Keeps that a household leaves, as a cadre entered it from paper. It ends what everybody there may do,
 * so it takes effect only after days in which any of them can turn it down, or once a second person
 * has confirmed it; all of them are told, and who may confirm or turn it down.
 * @returns when it takes effect by itself
 * @throws Refusal 'leave_entered'
 */
export async function enterLeave(
  tx: Tx,
  actor: Actor,
  { householdId, givenBy }: { readonly householdId: string; readonly givenBy: string },
): Promise<Date> {
  const { db, villageId } = tx
  const leave = {
    householdId,
    givenBy,
    recordedBy: actor.personId,
    recorderHouseholdId: actor.householdId,
    enteredAt: tx.now,
  }
  if (!(await insertLeave(db, villageId, leave))) throw refuse('leave_entered')
  const until = takesEffectAt(tx.now)
  const there = await selectPresentOf(db, villageId, [householdId])
  const holders = await readHoldersOf(db, villageId, removalConfirmers)
  const rights = await readLeaveRights(db, villageId, leave, holders)
  const deciders = holders.filter((id) => rights.whyNotConfirming(id) === null)
  const params = { takesEffectAt: until.toISOString() }
  await sendMessages(tx, [
    ...there.map(({ personId }) => ({ personId, kind: 'leave.entered', params })),
    ...deciders.map((personId) => ({
      personId,
      kind: 'leave.to_confirm',
      params: { ...params, householdId },
    })),
  ])
  const payload = { householdId, recordedBy: actor.personId, takesEffectAt: until.toISOString() }
  tx.append(householdLeaveEntered({ public: {}, parts: [{ personId: givenBy, payload }] }))
  return until
}

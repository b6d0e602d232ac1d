import { householdLeaveDropped } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { selectPresentOf } from '../entering/entering.store.ts'
import { sendMessages } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { lockHousehold } from './consent.store.ts'
import { readLeaveRights } from './leave-rights.ts'
import { deleteLeave, selectLeaves, type LeaveOnPaper } from './leave.store.ts'

/**
 * Turns down that a household leaves: anybody who lives there, whoever entered it, or an office holder
 * who could confirm it. The household stays; it and whoever entered it are told.
 * @throws Refusal 'no_leave_entered', 'removal_not_yours', 'second_of_household'
 */
export async function dropLeave(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly householdId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-leave', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { householdId } = input
    await lockHousehold(db, villageId, householdId)
    const [leave] = await selectLeaves(db, villageId, { householdId, until: null })
    if (!leave) throw refuse('no_leave_entered')
    const rights = await readLeaveRights(db, villageId, leave, [actor.personId])
    const bar = rights.whyNotDropping(actor.personId)
    if (bar !== null) throw refuse(bar)
    await endLeave(tx, leave, actor.personId)
    return {}
  })
}

/** What was entered waits no more, and the household stays. */
export async function endLeave(tx: Tx, leave: LeaveOnPaper, droppedBy: string): Promise<void> {
  const { db, villageId } = tx
  const { householdId, givenBy, recordedBy } = leave
  await deleteLeave(db, villageId, householdId)
  const there = await selectPresentOf(db, villageId, [householdId])
  const told = [recordedBy, ...there.map(({ personId }) => personId)]
  await sendMessages(
    tx,
    told
      .filter((personId) => personId !== droppedBy)
      .map((personId) => ({ personId, kind: 'leave.dropped', params: {} })),
  )
  const parts = there.some(({ personId }) => personId === givenBy)
    ? [{ personId: givenBy, payload: { householdId, droppedBy } }]
    : []
  tx.append(householdLeaveDropped({ public: {}, parts }))
}

import { maskName, readPeopleNames, sendMessages } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { ShiftOfActivity } from '../shifts/sign-up.store.ts'

/** Tells a person what a leader entered for them, and the leader that it is entered. */
export async function notifyBoth(
  tx: Tx,
  { shift, activity }: ShiftOfActivity,
  entry: {
    readonly personId: string
    readonly leaderId: string
    readonly done: 'check_in' | 'check_out'
    /** ISO 8601. */
    readonly at: string
  },
): Promise<void> {
  const { personId, leaderId, done, at } = entry
  const names = await readPeopleNames(tx.db, tx.villageId, [personId, leaderId])
  const { activityId, title } = activity
  const about = { activityId, shiftId: shift.shiftId, title, at }
  // The leader's copy outlives an erasure of the person, so it carries the masked name only.
  const name = maskName(names.get(personId) ?? null)
  const leaderName = names.get(leaderId) ?? null
  tx.write(
    sendMessages(tx, [
      { personId, kind: `${done}.by_leader`, params: { ...about, leaderName } },
      { personId: leaderId, kind: `${done}.for_person`, params: { ...about, name } },
    ]),
  )
}

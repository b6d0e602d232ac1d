import type { EventBus } from '../../../platform/events.ts'
import { householdLeft, personDeparted, personErased, readPeople } from '../../community/index.ts'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { selectAttendances } from './attendance/attendance.store.ts'
import { lockShift, selectSignUp, selectSignUpsToCome } from './shifts/sign-up.store.ts'
import { giveUpPlace } from './shifts/withdraw-from-shift.ts'

/**
 * What follows here when people leave: whoever is erased, dies or moves away, or whose household
 * leaves, gives up the places they hold in shifts to come (the next in line gets them).
 */
export function leaveShifts(events: EventBus<Tx>, secrets: VillageSecrets): void {
  events.on(personErased, (tx, { personId }) =>
    giveUpPlacesOf(tx, secrets, (id) => id === personId),
  )
  events.on(personDeparted, (tx, { personId }) =>
    giveUpPlacesOf(tx, secrets, (id) => id === personId),
  )
  events.on(householdLeft, async (tx, { householdId }) => {
    const coming = await selectSignUpsToCome(tx.db, tx.villageId, tx.now)
    const ids = [...new Set(coming.map(({ personId }) => personId))]
    const people = await readPeople(tx.db, tx.villageId, ids)
    await giveUpPlacesOf(tx, secrets, (id) => people.get(id)?.householdId === householdId)
  })
}

async function giveUpPlacesOf(
  tx: Tx,
  secrets: VillageSecrets,
  leaves: (personId: string) => boolean,
): Promise<void> {
  const coming = await selectSignUpsToCome(tx.db, tx.villageId, tx.now)
  for (const { shiftId, personId } of coming.filter((one) => leaves(one.personId))) {
    const held = await lockShift(tx.db, tx.villageId, shiftId, 'places')
    const signUp = await selectSignUp(tx.db, tx.villageId, shiftId, personId)
    if (held === null || signUp === null || signUp.state === 'withdrawn') continue
    const attended = await selectAttendances(tx.db, tx.villageId, [shiftId], personId)
    if (attended.length === 0) await giveUpPlace(tx, secrets, held, signUp)
  }
}

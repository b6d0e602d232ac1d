import type { z } from 'zod'
import type { Db } from '../../../platform/database/database.ts'
import { readPeopleNames } from '../people/person.store.ts'
import { readLeaveRights, takesEffectAt } from './leave-rights.ts'
import { selectLeaves } from './leave.store.ts'
import type { waitingLeave } from './schema.ts'

/** What waits of a household's leaving, for a reader; null: nothing. */
export async function readLeave(
  db: Db,
  { villageId, personId }: { readonly villageId: string; readonly personId: string },
  householdId: string,
): Promise<z.infer<typeof waitingLeave> | null> {
  const [leave] = await selectLeaves(db, villageId, { householdId, until: null })
  if (!leave) return null
  const { givenBy, recordedBy, enteredAt } = leave
  const names = await readPeopleNames(db, villageId, [givenBy, recordedBy])
  const rights = await readLeaveRights(db, villageId, leave, [personId])
  return {
    enteredAt: enteredAt.toISOString(),
    takesEffectAt: takesEffectAt(enteredAt).toISOString(),
    givenByName: names.get(givenBy) ?? null,
    recordedByName: names.get(recordedBy) ?? null,
    mayConfirm: rights.whyNotConfirming(personId) === null,
    mayDrop: rights.whyNotDropping(personId) === null,
  }
}

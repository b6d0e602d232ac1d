import type { Actor } from '../../../platform/actor.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import { readVillage } from '../founding/village.store.ts'
import { refuse } from '../refusals.ts'
import { applyConsent } from './apply-consent.ts'
import { lockHousehold } from './consent.store.ts'
import { isStillGiven, readLeaveRights } from './leave-rights.ts'
import { selectLeaves } from './leave.store.ts'

/**
 * A second person confirms that a household leaves as it was entered from paper, which is done now.
 * @throws Refusal 'no_leave_entered', 'removal_not_yours', and those of `secondPersonRefusals`
 */
export async function confirmLeave(
  parts: { readonly act: Act; readonly secrets: VillageSecrets },
  actor: Actor,
  key: string,
  input: { readonly householdId: string },
): Promise<Record<string, never>> {
  return parts.act({ name: 'confirm-leave', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { householdId } = input
    await lockHousehold(db, villageId, householdId)
    const [leave] = await selectLeaves(db, villageId, { householdId, until: null })
    if (!leave || !(await isStillGiven(db, villageId, leave))) throw refuse('no_leave_entered')
    const rights = await readLeaveRights(db, villageId, leave, [actor.personId])
    const bar = rights.whyNotConfirming(actor.personId)
    if (bar !== null) throw refuse(bar)
    const { optInVersion = 1 } = (await readVillage(db, villageId)) ?? {}
    const { givenBy, recordedBy } = leave
    const decided = { householdId, decision: 'leave', optInVersion, givenBy, recordedBy } as const
    await applyConsent(tx, parts.secrets, { ...decided, confirmedBy: actor.personId })
    return {}
  })
}

import { holdLifted } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { requireSecondPerson } from '../../../community/index.ts'
import { endHold, lockHold, lockHolds } from '../../lots/index.ts'
import type { PackCommands } from '../parts.ts'
import { liftOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'

/**
 * Ends a recall, as the second person, of another household than proposed it.
 * @throws Refusal 'unknown_hold', 'hold_lifted', 'lift_not_proposed', those of requireSecondPerson
 */
export async function confirmLift(
  { act, secrets }: PackCommands,
  actor: Actor,
  key: string,
  { holdId }: { readonly holdId: string },
): Promise<Record<string, never>> {
  return act({ name: 'confirm-lift', actor, key, input: { holdId } }, async (tx) => {
    const { db, villageId, now } = tx
    await lockHolds(db, villageId, 'alone')
    const hold = await lockHold(db, villageId, holdId)
    if (hold === null) throw refuse('unknown_hold')
    if (hold.liftedAt !== null) throw refuse('hold_lifted')
    const { proposedBy, proposerHouseholdId, proposedAt, liftBecause: because } = hold
    if (proposedBy === null || proposedAt === null || because === null)
      throw refuse('lift_not_proposed')
    const proposal = { proposedBy, proposerHouseholdId, proposedAt }
    await requireSecondPerson(tx, liftOffices, proposal, actor.personId)
    const confirmedBy = actor.personId
    await endHold(db, villageId, holdId, { by: confirmedBy, at: now })
    const secret = await secrets.of(db, villageId)
    tx.append(
      holdLifted({
        public: { hold: secret.pseudonym('hold', holdId) },
        parts: [
          { personId: proposedBy, payload: { holdId, proposedBy, because } },
          { personId: confirmedBy, payload: { holdId, confirmedBy } },
        ],
      }),
    )
    return {}
  })
}

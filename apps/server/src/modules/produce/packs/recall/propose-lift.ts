import type { Actor } from '../../../../platform/actor.ts'
import { readHousemates } from '../../../community/index.ts'
import { lockHold, lockHolds, proposeLift as keepProposal } from '../../lots/index.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'

export interface ProposeLiftInput {
  readonly holdId: string
  readonly because: string
}

/**
 * Says why a recall may end; it goes on until a second person confirms. Told in the log then.
 * @throws Refusal 'unknown_hold', 'hold_lifted', 'lift_proposed'
 */
export async function proposeLift(
  { act }: Pick<PackCommands, 'act'>,
  actor: Actor,
  key: string,
  { holdId, because }: ProposeLiftInput,
): Promise<Record<string, never>> {
  return act({ name: 'propose-lift', actor, key, input: { holdId, because } }, async (tx) => {
    const { db, villageId, now } = tx
    await lockHolds(db, villageId, 'alone')
    const hold = await lockHold(db, villageId, holdId)
    if (hold === null) throw refuse('unknown_hold')
    if (hold.liftedAt !== null) throw refuse('hold_lifted')
    if (hold.proposedBy !== null) throw refuse('lift_proposed')
    const { home } = await readHousemates(db, villageId, actor.personId)
    const proposal = { because, by: actor.personId, householdId: home, at: now }
    await keepProposal(db, villageId, holdId, proposal)
    return {}
  })
}

import type { Actor } from '../../../../platform/actor.ts'
import type { PartnerCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockPartner, updatePartner } from './partner.store.ts'

/**
 * Ends a partner: the key opens nothing from now on, and what was told stays, as theirs.
 * @throws Refusal 'unknown_partner'
 */
export async function endPartner(
  { act }: Pick<PartnerCommands, 'act'>,
  actor: Actor,
  key: string,
  { partnerId }: { readonly partnerId: string },
): Promise<Record<string, never>> {
  return act({ name: 'end-partner', actor, key, input: { partnerId } }, async (tx) => {
    const { db, villageId, now } = tx
    if ((await lockPartner(db, villageId, partnerId)) === null) throw refuse('unknown_partner')
    await updatePartner(db, villageId, partnerId, { endedAt: now })
    return {}
  })
}

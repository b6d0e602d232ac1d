import type { Actor } from '../../../../platform/actor.ts'
import type { PartnerParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockPartner, updatePartner } from './partner.store.ts'
import { writePartnerKey } from './partner-key.ts'

/**
 * Gives a partner another key; the one before opens nothing from now on.
 * @throws Refusal 'unknown_partner'
 */
export async function renewKey(
  { act, secrets, database }: Pick<PartnerParts, 'act' | 'secrets' | 'database'>,
  actor: Actor,
  key: string,
  { partnerId }: { readonly partnerId: string },
): Promise<{ readonly key: string }> {
  const { villageId } = actor
  const renewed = await act(
    { name: 'renew-partner-key', actor, key, input: { partnerId } },
    async (tx) => {
      const partner = await lockPartner(tx.db, villageId, partnerId)
      if (partner === null) throw refuse('unknown_partner')
      const keyNo = partner.keyNo + 1
      await updatePartner(tx.db, villageId, partnerId, { keyNo })
      return { code: partner.code, keyNo }
    },
  )
  const written = await database.inVillage(villageId, (db) =>
    writePartnerKey(db, secrets, villageId, { ...renewed, partnerId }),
  )
  return { key: written }
}

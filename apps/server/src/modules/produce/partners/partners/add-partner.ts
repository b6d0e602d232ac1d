import type { Actor } from '../../../../platform/actor.ts'
import { makeHolderCode } from '../../../record/index.ts'
import type { PartnerParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import type { PartnerKind } from '../tables.ts'
import { insertPartner, lockPartners, selectPartners } from './partner.store.ts'
import { writePartnerKey } from './partner-key.ts'

const MOST_PARTNERS = 200

export interface AddPartnerInput {
  readonly name: string
  readonly kind: PartnerKind
}

export interface AddedPartner {
  readonly partnerId: string
  /** Nobody is told it again. */
  readonly key: string
}

/**
 * Enters somebody who tells what becomes of packs, and gives them a key.
 * @throws Refusal 'partner_named_already', 'too_many_partners'
 */
export async function addPartner(
  {
    act,
    secrets,
    randomness,
    database,
  }: Pick<PartnerParts, 'act' | 'secrets' | 'randomness' | 'database'>,
  actor: Actor,
  key: string,
  input: AddPartnerInput,
): Promise<AddedPartner> {
  const { villageId } = actor
  const added = await act({ name: 'add-partner', actor, key, input: { ...input } }, async (tx) => {
    await lockPartners(tx.db, villageId)
    const standing = (await selectPartners(tx.db, villageId)).filter((one) => one.endedAt === null)
    if (standing.some(({ name }) => name === input.name)) throw refuse('partner_named_already')
    if (standing.length >= MOST_PARTNERS) throw refuse('too_many_partners', { most: MOST_PARTNERS })
    const partnerId = tx.newId()
    const code = makeHolderCode((count) => randomness.bytes(count))
    await insertPartner(tx.db, villageId, {
      ...input,
      partnerId,
      code,
      keyNo: 1,
      addedBy: actor.personId,
      addedAt: tx.now,
      endedAt: null,
    })
    return { partnerId, code }
  })
  const written = await database.inVillage(villageId, (db) =>
    writePartnerKey(db, secrets, villageId, { ...added, keyNo: 1 }),
  )
  return { partnerId: added.partnerId, key: written }
}

import type { Db } from '../../../../platform/database/database.ts'
import { outsideKeys, readOutsideKey, type VillageSecrets } from '../../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectPartnerByCode, type Partner } from './partner.store.ts'

const keys = outsideKeys('partner key')
const holderOf = ({ partnerId, code, keyNo }: Pick<Partner, 'partnerId' | 'code' | 'keyNo'>) => ({
  holderId: partnerId,
  code,
  keyNo,
})

export async function writePartnerKey(
  db: Db,
  secrets: VillageSecrets,
  villageId: string,
  partner: Pick<Partner, 'partnerId' | 'code' | 'keyNo'>,
): Promise<string> {
  return keys.write(await secrets.of(db, villageId), villageId, holderOf(partner))
}

/**
 * The partner who holds the key of an Authorization header.
 * @throws Refusal 'partner_key_wrong'
 */
export async function requirePartner(
  db: Db,
  secrets: VillageSecrets,
  villageId: string,
  authorization: string | undefined,
): Promise<Partner> {
  const key = readOutsideKey(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '')
  if (key === null || key.villageId !== villageId) throw refuse('partner_key_wrong')
  const partner = await selectPartnerByCode(db, villageId, key.code)
  // Of a village that has no partner there may be no secret to hold it against.
  if (partner === null) throw refuse('partner_key_wrong')
  const secret = await secrets.of(db, villageId)
  if (!keys.isOf(secret, holderOf(partner), key)) throw refuse('partner_key_wrong')
  return partner
}

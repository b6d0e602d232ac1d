import { gtinEntered } from '@azalea/records'
import { isOfCompany, readGtin } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import {
  claimGtin,
  insertTradeItem,
  lockTradeItems,
  selectCompanyPrefix,
  selectGrownCrops,
  selectTradeItems,
} from './gtin.store.ts'

const MOST_IN_FORCE = 500
/** Of a thing whose weight differs from pack to pack, which its number would have to say as well. */
const VARIABLE_MEASURE = '9'

export interface EnterGtinInput {
  readonly gtin: string
  readonly crop: string
  readonly netGrams: number
}

/**
 * Enters a GTIN for the packs of one crop and net weight: those that are packed from now on have it in
 * their address.
 * @throws Refusal 'gtin_wrong', 'gtin_of_variable_weight', 'no_company_prefix',
 *   'gtin_of_other_company', 'gtin_in_use', 'gtin_used_otherwise', 'packs_have_gtin',
 *   'too_many_gtins', 'gtin_of_other_village', 'unknown_packed_crop'
 */
export async function enterGtin(
  { act }: Pick<PackCommands, 'act'>,
  actor: Actor,
  key: string,
  input: EnterGtinInput,
): Promise<{ readonly tradeItemId: string }> {
  const gtin = readGtin(input.gtin)
  const { crop, netGrams } = input
  return act({ name: 'enter-gtin', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    if (gtin === null) throw refuse('gtin_wrong')
    if (gtin.startsWith(VARIABLE_MEASURE)) throw refuse('gtin_of_variable_weight')
    await lockTradeItems(db, villageId, 'alone')
    await requireOwn(db, villageId, gtin)
    await requireFree(db, villageId, { gtin, crop, netGrams })
    if (!(await claimGtin(db, villageId, gtin))) throw refuse('gtin_of_other_village')
    if (!(await selectGrownCrops(db, villageId)).includes(crop))
      throw refuse('unknown_packed_crop', { crop })
    const tradeItemId = tx.newId()
    const enteredBy = actor.personId
    const entered = { tradeItemId, gtin, crop, netGrams, enteredBy, enteredAt: now }
    await insertTradeItem(db, villageId, entered)
    const parts = [{ personId: enteredBy, payload: { gtin, enteredBy } }]
    tx.append(gtinEntered({ public: { gtin, crop, grams: netGrams }, parts }))
    return { tradeItemId }
  })
}

async function requireOwn(db: Db, villageId: string, gtin: string): Promise<void> {
  const company = await selectCompanyPrefix(db, villageId)
  if (company === null) throw refuse('no_company_prefix')
  if (!isOfCompany(gtin, company.prefix))
    throw refuse('gtin_of_other_company', { prefix: company.prefix })
}

async function requireFree(
  db: Db,
  villageId: string,
  { gtin, crop, netGrams }: EnterGtinInput,
): Promise<void> {
  const items = await selectTradeItems(db, villageId)
  const inForce = items.filter(({ endedAt }) => endedAt === null)
  const isSameKind = (item: EnterGtinInput) => item.crop === crop && item.netGrams === netGrams
  if (inForce.some((item) => item.gtin === gtin)) throw refuse('gtin_in_use')
  // A GTIN never stands for two things, not even one after the other.
  if (items.some((item) => item.gtin === gtin && !isSameKind(item)))
    throw refuse('gtin_used_otherwise')
  if (inForce.some(isSameKind)) throw refuse('packs_have_gtin')
  if (inForce.length >= MOST_IN_FORCE) throw refuse('too_many_gtins', { most: MOST_IN_FORCE })
}

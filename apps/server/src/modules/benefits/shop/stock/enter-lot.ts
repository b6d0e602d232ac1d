import { shopLotEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { civilDay } from '@azalea/text'
import { openAccount, sellerOf } from '../../../ledger/index.ts'
import { requireGood } from '../goods.ts'
import type { ShopCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { SHOP } from '../seller.ts'
import { insertLot } from './lot.store.ts'

export interface EnterLotInput {
  readonly goodRef: string
  readonly quantity: number
  /** What one piece costs the village. */
  readonly unitCostFen: number
  readonly expiresOn: string | null
}

/**
 * Takes goods into stock.
 * @throws Refusal 'unknown_good', 'lot_expires_too_soon'
 */
export async function enterLot(
  { act, scoring, secrets }: ShopCommands,
  actor: Actor,
  key: string,
  input: EnterLotInput,
): Promise<{ readonly lotId: string }> {
  return act({ name: 'enter-lot', actor, key, input: { ...input } }, async (tx) => {
    const { goodRef, quantity, unitCostFen, expiresOn } = input
    await requireGood(tx.db, scoring, tx.villageId, goodRef, tx.now)
    if (expiresOn !== null && expiresOn < civilDay(tx.now)) throw refuse('lot_expires_too_soon')
    const lotId = tx.newId()
    const enteredBy = actor.personId
    // Nobody pays the shop before something can be had there.
    openAccount(tx, sellerOf(SHOP))
    await insertLot(tx.db, tx.villageId, {
      lotId,
      goodRef,
      enteredQuantity: quantity,
      unitCostFen,
      expiresOn,
      enteredBy,
      enteredAt: tx.now,
    })
    const lot = (await secrets.of(tx.db, tx.villageId)).pseudonym('lot', lotId)
    const parts = [{ personId: enteredBy, payload: { lotId, unitCostFen, enteredBy } }]
    tx.append(shopLotEntered({ public: { lot, good: goodRef, quantity, expiresOn }, parts }))
    return { lotId }
  })
}

import { companyPrefixEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { PackCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertCompanyPrefix, lockTradeItems, selectCompanyPrefix } from './gtin.store.ts'

/**
 * Enters the company prefix that GS1 gave the village. Another one takes its place: what was packed
 * under the one before stays as it is.
 * @throws Refusal 'prefix_entered_already'
 */
export async function enterPrefix(
  { act }: Pick<PackCommands, 'act'>,
  actor: Actor,
  key: string,
  { prefix }: { readonly prefix: string },
): Promise<Record<string, never>> {
  return act({ name: 'enter-company-prefix', actor, key, input: { prefix } }, async (tx) => {
    const { db, villageId, now } = tx
    await lockTradeItems(db, villageId, 'alone')
    if ((await selectCompanyPrefix(db, villageId))?.prefix === prefix)
      throw refuse('prefix_entered_already')
    const enteredBy = actor.personId
    const entered = { prefix, enteredBy, enteredAt: now }
    await insertCompanyPrefix(db, villageId, { ...entered, companyPrefixId: tx.newId() })
    const parts = [{ personId: enteredBy, payload: { enteredBy } }]
    tx.append(companyPrefixEntered({ public: { prefix }, parts }))
    return {}
  })
}

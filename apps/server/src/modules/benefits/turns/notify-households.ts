import { civilDay } from '@azalea/text'
import { readAdultsOf, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { HouseholdMessage } from './turn-messages.ts'

/** Tells every adult who lives in these households; where there is none, who claimed for it. */
export async function notifyHouseholds(
  tx: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  messages: readonly HouseholdMessage[],
): Promise<void> {
  const ids = messages.map(({ householdId }) => householdId)
  const year = Number(civilDay(tx.now).slice(0, 4))
  const adults = await readAdultsOf(tx.db, tx.villageId, ids, year)
  await sendMessages(
    tx,
    messages.flatMap(({ householdId, personId, kind, params }) =>
      (adults.get(householdId) ?? [personId]).map((one) => ({ personId: one, kind, params })),
    ),
  )
}

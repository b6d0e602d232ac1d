import { civilDay } from '@azalea/text'
import { readAdultsOf, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { HolderMessage } from './turn-messages.ts'

/**
 * Tells a person what is their own; of what is a household's, every adult who lives in it, or who
 * claimed for it where there is none.
 */
export async function notifyHolders(
  tx: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  messages: readonly HolderMessage[],
): Promise<void> {
  const ids = messages.flatMap(({ householdId }) => householdId ?? [])
  const year = Number(civilDay(tx.now).slice(0, 4))
  const adults = await readAdultsOf(tx.db, tx.villageId, ids, year)
  await sendMessages(
    tx,
    messages.flatMap(({ householdId, personId, kind, params }) => {
      const told = (householdId === null ? undefined : adults.get(householdId)) ?? [personId]
      return told.map((one) => ({ personId: one, kind, params }))
    }),
  )
}

import { civilDay } from '@azalea/text'
import { readAdultsOf, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { HolderMessage } from './turn-messages.ts'

type MessageTx = Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>

/** The adults who live in each household. */
export type Listeners = ReadonlyMap<string, readonly string[]>

/**
 * Tells a person what is their own; of what is a household's, every adult who lives in it, or who
 * claimed for it where there is none.
 */
export async function notifyHolders(
  tx: MessageTx,
  messages: readonly HolderMessage[],
): Promise<void> {
  await notifyListeners(tx, await readListeners(tx, messages), messages)
}

/** For who tells many: who listens can be read before it is known what to tell. */
export async function readListeners(
  { db, villageId, now }: MessageTx,
  told: readonly { readonly householdId: string | null }[],
): Promise<Listeners> {
  const ids = told.flatMap(({ householdId }) => householdId ?? [])
  return readAdultsOf(db, villageId, ids, Number(civilDay(now).slice(0, 4)))
}

/** As `notifyHolders`, with who listens. */
export async function notifyListeners(
  tx: MessageTx,
  listeners: Listeners,
  messages: readonly HolderMessage[],
): Promise<void> {
  await sendMessages(
    tx,
    messages.flatMap(({ householdId, personId, kind, params }) => {
      const told = (householdId === null ? undefined : listeners.get(householdId)) ?? [personId]
      return told.map((one) => ({ personId: one, kind, params }))
    }),
  )
}

import type { Tx } from '../../record/index.ts'
import { sendMessages, type NewMessage } from '../messages/send-message.ts'
import { maskName } from '../people/mask-name.ts'
import { readPeopleNames } from '../people/person.store.ts'
import { selectPresentOf } from './entering.store.ts'

/**
 * Tells those who lived in a household before whom the roster has with them from now on: who signs in
 * there acts for them all. Whoever comes with others is not told of them.
 * @param why the reason that was given, or that a file says so
 */
export async function notifyHouseholds(
  tx: Tx,
  arrivals: readonly { readonly personId: string; readonly householdId: string }[],
  why: { readonly reason: string } | { readonly byFile: true },
): Promise<void> {
  if (arrivals.length === 0) return
  const arrived = new Set(arrivals.map(({ personId }) => personId))
  const homes = [...new Set(arrivals.map(({ householdId }) => householdId))]
  const present = await selectPresentOf(tx.db, tx.villageId, homes)
  const before = new Map(homes.map((householdId): [string, string[]] => [householdId, []]))
  for (const { personId, householdId } of present)
    if (!arrived.has(personId)) before.get(householdId)?.push(personId)
  const names = await readPeopleNames(tx.db, tx.villageId, [...arrived])
  await sendMessages(
    tx,
    arrivals.flatMap(({ personId: arrival, householdId }): NewMessage[] =>
      (before.get(householdId) ?? []).map((personId) => ({
        personId,
        kind: 'household.person_added',
        params: { name: maskName(names.get(arrival) ?? ''), ...why },
      })),
    ),
  )
}

import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { cancelOpeningRow } from './opening.store.ts'

/**
 * Takes an opening back. What is reserved stays reserved until its time is over.
 * @throws Refusal 'unknown_opening'
 */
export async function cancelOpening(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: { readonly openingId: string },
): Promise<Record<string, never>> {
  const { openingId } = input
  return act({ name: 'cancel-opening', actor, key, input: { openingId } }, async (tx) => {
    if (!(await cancelOpeningRow(tx.db, tx.villageId, openingId, tx.now)))
      throw refuse('unknown_opening')
    return {}
  })
}

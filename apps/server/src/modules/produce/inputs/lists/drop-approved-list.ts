import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endApprovedList, lockApprovedLists } from './approved-list.store.ts'

/**
 * Drops a proposed list that nobody confirmed; the log tells nothing of it.
 * @throws Refusal 'unknown_approved_list', 'approved_list_decided'
 */
export async function dropApprovedList(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { listId }: { readonly listId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-approved-list', actor, key, input: { listId } }, async (tx) => {
    const lists = await lockApprovedLists(tx.db, tx.villageId)
    const list = lists.find((one) => one.listId === listId)
    if (list === undefined) throw refuse('unknown_approved_list')
    if (list.state !== 'proposed') throw refuse('approved_list_decided')
    const how = { state: 'dropped', by: actor.personId, at: tx.now } as const
    await endApprovedList(tx.db, tx.villageId, listId, how)
    return {}
  })
}

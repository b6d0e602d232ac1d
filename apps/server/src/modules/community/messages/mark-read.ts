import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { markMessagesRead } from './message.store.ts'

/**
 * Marks a message, or it and all before it, as read. Appends no record: what someone has read is not a fact
 * of the village, and nobody keeps it longer than the message.
 * @throws Refusal 'unknown_message'
 */
export async function markRead(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly messageId: string; readonly withEarlier: boolean },
): Promise<Record<string, never>> {
  return act({ name: 'mark-read', actor, key, input }, async (tx) => {
    const read = { ...input, readAt: tx.now }
    if (!(await markMessagesRead(tx.db, tx.villageId, actor.personId, read)))
      throw refuse('unknown_message')
    return {}
  })
}

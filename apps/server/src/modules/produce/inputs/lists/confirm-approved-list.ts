import { approvedListPublished } from '@azalea/records'
import { approvedListText } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { requireSecondPerson } from '../../../community/index.ts'
import { publishDocument } from '../../../record/index.ts'
import type { Commands } from '../parts.ts'
import { listOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  endApprovedList,
  lockApprovedLists,
  selectLastEdition,
  selectUses,
} from './approved-list.store.ts'

/**
 * Publishes a list, as the second person, of another household than proposed it. It counts from today
 * on and is never edited: a later one follows it.
 * @throws Refusal 'unknown_approved_list', 'approved_list_decided', those of requireSecondPerson
 */
export async function confirmApprovedList(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { listId }: { readonly listId: string },
): Promise<{ readonly edition: number }> {
  return act({ name: 'confirm-approved-list', actor, key, input: { listId } }, async (tx) => {
    const { db, villageId } = tx
    const lists = await lockApprovedLists(db, villageId)
    const list = lists.find((one) => one.listId === listId)
    if (list === undefined) throw refuse('unknown_approved_list')
    if (list.state !== 'proposed') throw refuse('approved_list_decided')
    await requireSecondPerson(tx, listOffices, list, actor.personId)
    const confirmedBy = actor.personId
    const edition = (await selectLastEdition(db, villageId)) + 1
    const inForceFrom = civilDay(tx.now)
    const uses = await selectUses(db, villageId, listId)
    const text = approvedListText({ version: edition, inForceFrom, uses })
    const document = await publishDocument(tx, Buffer.from(text))
    const how = { state: 'published', edition, inForceFrom, by: confirmedBy, at: tx.now } as const
    await endApprovedList(db, villageId, listId, how)
    tx.append(
      approvedListPublished({
        public: { edition, inForceFrom, document },
        parts: [
          { personId: list.proposedBy, payload: { listId, proposedBy: list.proposedBy } },
          { personId: confirmedBy, payload: { listId, confirmedBy } },
        ],
      }),
    )
    return { edition }
  })
}

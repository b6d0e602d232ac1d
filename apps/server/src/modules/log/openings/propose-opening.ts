import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { readHoldersOf, sendMessages } from '../../community/index.ts'
import type { Act } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { insertOpening } from './opening.store.ts'

export interface OpeningInput {
  readonly auditorId: string
  /** First words of the records' kinds, e.g. 'award', 'rating'. */
  readonly kinds: readonly string[]
  /** Civil days of the records, both included. */
  readonly fromDay: string
  readonly throughDay: string
  readonly validDays: number
  readonly reason: string
}

/**
 * A member of the committee proposes to let an auditor open sealed parts; another one grants it.
 * @throws Refusal 'opening_days_wrong', 'opening_for_oneself', 'not_an_auditor'
 */
export async function proposeOpening(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: OpeningInput,
): Promise<{ openingId: string }> {
  const kinds = [...new Set(input.kinds)].toSorted()
  const { auditorId, fromDay, throughDay, validDays, reason } = input
  const given = { auditorId, kinds, fromDay, throughDay, validDays, reason }
  return act({ name: 'propose-opening', actor, key, input: given }, async (tx) => {
    if (fromDay > throughDay || throughDay > civilDay(tx.now)) throw refuse('opening_days_wrong')
    if (auditorId === actor.personId) throw refuse('opening_for_oneself')
    const auditors = await readHoldersOf(tx.db, tx.villageId, ['auditor'])
    if (!auditors.includes(auditorId)) throw refuse('not_an_auditor')
    const openingId = tx.newId()
    const proposal = { ...given, openingId, proposedBy: actor.personId, proposedAt: tx.now }
    await insertOpening(tx.db, tx.villageId, proposal)
    const members = await readHoldersOf(tx.db, tx.villageId, ['committee'])
    await sendMessages(
      tx,
      members
        .filter((member) => member !== actor.personId && member !== auditorId)
        .map((personId) => ({ personId, kind: 'opening.proposed', params: { openingId } })),
    )
    return { openingId }
  })
}

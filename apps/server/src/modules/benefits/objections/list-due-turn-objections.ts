import { inLanguage } from '../../../platform/http/language.ts'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import type { Db } from '../../../platform/database/database.ts'
import { caseReaders, dueOf, MOST_DUE_CASES, type DueCase } from '../../cases/index.ts'
import { selectOffersById, type Offer } from '../offers/offer.store.ts'
import { readTurnJudges, whyNotDeciding } from './turn-bench.ts'
import { selectOpenTurnObjections } from './turn-objection.store.ts'

export interface DueTurnObjection extends DueCase<
  'turn_objection_to_decide' | 'turn_objection_overdue'
> {
  readonly offer: Offer
}

/**
 * The disputed turns that wait for this person: to decide, for who may; to press for a decision, for
 * supervisors and the town's officer, once they are overdue.
 */
export async function listDueTurnObjections(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<DueTurnObjection[]> {
  const { villageId } = actor
  if (!hasAnyRole(actor, caseReaders)) return []
  const open = (await selectOpenTurnObjections(db, villageId)).slice(0, MOST_DUE_CASES)
  const ids = open.map(({ offerId }) => offerId)
  const offers = await selectOffersById(db, villageId, [...new Set(ids)])
  const due: DueTurnObjection[] = []
  for (const objection of open) {
    const offer = offers.get(objection.offerId)
    if (offer === undefined) continue
    const judges = await readTurnJudges(db, actor, offer, [objection])
    const mayDecide = whyNotDeciding(actor, objection, offer, judges) === null
    const one = dueOf(actor, now, {
      mayNow: mayDecide ? 'turn_objection_to_decide' : null,
      overdue: 'turn_objection_overdue',
      lastDay: objection.dueOn,
    })
    if (one !== null) due.push({ ...one, offer })
  }
  return due
}

export const turnObjectionsInbox: InboxPart<unknown> = {
  kinds: ['turn_objection_to_decide', 'turn_objection_overdue'],
  list: async (_, { db, actor, language, now }) =>
    (await listDueTurnObjections(db, actor, now)).map(({ kind, offer, dueAt }) => ({
      kind,
      id: offer.offerId,
      title: inLanguage(language, offer.titleZh, offer.titleEn),
      dueAt: dueAt.toISOString(),
      count: 1,
    })),
}

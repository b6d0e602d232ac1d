import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import { readOffersById } from '../../benefits/index.ts'
import { caseReaders, dueOf } from '../../cases/index.ts'
import { waitsUntil } from '../../community/index.ts'
import { settlementOffices } from './policy.ts'
import { whyNotConfirming } from './settlements/read-round-settlements.ts'
import { selectProposed } from './settlements/settlement.store.ts'
import { openDisputes } from './weigh-ins/read-weigh-ins.ts'
import { readWeighInJudges, whyNotDecidingWeighIn } from './weigh-ins/weigh-in-bench.ts'

/** Doubted weigh-ins: to decide, for who may; to press for, once they are overdue. */
export const weighInsInbox: InboxPart<unknown> = {
  kinds: ['weigh_in_to_decide', 'weigh_in_overdue'],
  list: async (_, { db, actor, now }) => {
    if (!hasAnyRole(actor, caseReaders)) return []
    const open = await openDisputes(db, actor)
    if (open.length === 0) return []
    const judges = await readWeighInJudges(db, actor, open)
    return open.flatMap(({ weighIn, dispute }) => {
      const mayNow = whyNotDecidingWeighIn(actor, weighIn, dispute, judges) === null
      const due = dueOf(actor, now, {
        mayNow: mayNow ? ('weigh_in_to_decide' as const) : null,
        overdue: 'weigh_in_overdue',
        lastDay: dispute.dueOn,
      })
      if (due === null) return []
      const dueAt = due.dueAt.toISOString()
      return [{ kind: due.kind, id: weighIn.weighInId, title: null, dueAt, count: 1 }]
    })
  },
}

/** Settlements that the reader could confirm as the second person. */
export const settlementsInbox: InboxPart<unknown> = {
  kinds: ['round_settlement_to_confirm'],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, settlementOffices.confirming)) return []
    const { villageId } = actor
    const items = []
    for (const settlement of await selectProposed(db, villageId)) {
      if ((await whyNotConfirming(db, actor, settlement)) !== null) continue
      const { roundId, settlementId, proposedAt } = settlement
      const offer = (await readOffersById(db, villageId, [roundId])).get(roundId)
      items.push({
        kind: 'round_settlement_to_confirm' as const,
        id: settlementId,
        title: (language === 'en' ? offer?.titleEn : null) ?? offer?.titleZh ?? null,
        dueAt: waitsUntil(proposedAt).toISOString(),
        count: 1,
      })
    }
    return items
  },
}

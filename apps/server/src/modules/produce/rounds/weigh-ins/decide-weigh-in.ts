import { weighInDecided } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { sendMessage } from '../../../community/index.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockRound } from '../rounds/round.store.ts'
import type { DisputeOutcome } from '../tables.ts'
import { readWeighInJudges, whyNotDecidingWeighIn } from './weigh-in-bench.ts'
import { endDispute, selectDispute, selectWeighIn, voidWeighIn } from './weigh-in.store.ts'

export interface DecideWeighInInput {
  readonly weighInId: string
  readonly outcome: DisputeOutcome
  readonly reasons: string
}

/**
 * Decides on a doubted weigh-in. Upheld, it counts no more, and what was brought is weighed again, also
 * after the hours; what was settled by it is corrected by the round's next settlement.
 * @throws Refusal 'unknown_weigh_in', 'weigh_in_not_disputed', 'committee_decides_weigh_in',
 *   'own_household_disputed_weigh_in', 'weighed_or_disputed_it'
 */
export async function decideWeighIn(
  { act, secrets }: RoundCommands,
  actor: Actor,
  key: string,
  { weighInId, outcome, reasons }: DecideWeighInInput,
): Promise<Record<string, never>> {
  const input = { weighInId, outcome, reasons }
  return act({ name: 'decide-weigh-in', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const found = await selectWeighIn(db, villageId, weighInId)
    if (found === null) throw refuse('unknown_weigh_in')
    const round = await lockRound(db, villageId, found.roundId, 'alone')
    const dispute = await selectDispute(db, villageId, weighInId)
    const doubted = dispute === null ? [] : [{ weighIn: found, dispute }]
    const judges = await readWeighInJudges(db, actor, doubted)
    const why = whyNotDecidingWeighIn(actor, found, dispute, judges)
    if (why !== null) throw why
    const decidedBy = actor.personId
    await endDispute(db, villageId, weighInId, { outcome, reasons, by: decidedBy, at: tx.now })
    if (outcome === 'upheld') await voidWeighIn(db, villageId, weighInId, tx.now)
    const secret = await secrets.of(db, villageId)
    tx.append(
      weighInDecided({
        public: { weighIn: secret.pseudonym('weighIn', weighInId), outcome },
        parts: [{ personId: found.growerId, payload: { weighInId, decidedBy, reasons } }],
      }),
    )
    const params = { roundId: found.roundId, crop: round?.crop ?? '', outcome, reasons }
    await sendMessage(tx, found.growerId, 'weigh_in.decided', params)
    return {}
  })
}

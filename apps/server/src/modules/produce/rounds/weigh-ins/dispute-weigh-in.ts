import { weighInDisputed } from '@azalea/records'
import { addCivilDays, civilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import { JUDGED_WITHIN_WORKING_DAYS, lastDayWithin } from '../../../cases/index.ts'
import { requireJoinedMember } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { RoundCommands } from '../parts.ts'
import { weighers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { lockRound } from '../rounds/round.store.ts'
import type { DisputeCause } from '../tables.ts'
import { insertDispute, selectUndoubted, selectWeighIn, type WeighIn } from './weigh-in.store.ts'

/** As for objections to what is final: nothing waits for it but what is doubted. */
const WITHIN_DAYS = 30

export interface DisputeWeighInInput {
  readonly weighInId: string
  readonly words: string
}

/**
 * Doubts a weigh-in: its grower's household, or who weighs and found a slip. Until it is decided the
 * round is not settled.
 * @throws Refusal 'unknown_weigh_in', 'weigh_in_not_yours', 'weigh_in_disputed', 'weigh_in_dispute_late',
 *   those of requireJoinedMember
 */
export async function disputeWeighIn(
  { act, secrets }: RoundCommands,
  actor: Actor,
  key: string,
  { weighInId, words }: DisputeWeighInInput,
): Promise<{ readonly dueOn: string }> {
  return act({ name: 'dispute-weigh-in', actor, key, input: { weighInId, words } }, async (tx) => {
    const found = await selectWeighIn(tx.db, tx.villageId, weighInId)
    if (found === null) throw refuse('unknown_weigh_in')
    await lockRound(tx.db, tx.villageId, found.roundId, 'alone')
    const weighIn = await selectWeighIn(tx.db, tx.villageId, weighInId)
    if (weighIn === null || weighIn.voidedAt !== null) throw refuse('weigh_in_disputed')
    const isGrowers = actor.householdId === weighIn.householdId
    if (!isGrowers && !hasAnyRole(actor, weighers)) throw refuse('weigh_in_not_yours')
    if (isGrowers) await requireJoinedMember(tx, actor.personId, actor)
    if (civilDay(tx.now) > addCivilDays(civilDay(weighIn.weighedAt), WITHIN_DAYS))
      throw refuse('weigh_in_dispute_late')
    const cause = isGrowers ? ('grower' as const) : ('office' as const)
    const doubt = { cause, by: actor.personId, words }
    const dueOn = await enterDispute(tx, secrets, weighIn, doubt)
    if (dueOn === null) throw refuse('weigh_in_disputed')
    return { dueOn }
  })
}

/** Doubts what was weighed with a scale since it last passed; who has doubted it before keeps that. */
export async function disputeByScale(
  tx: Tx,
  secrets: VillageSecrets,
  checkedBy: string,
  since: { readonly scaleId: string; readonly from: Date },
): Promise<string[]> {
  const doubted = await selectUndoubted(tx.db, tx.villageId, since)
  for (const weighIn of doubted)
    await enterDispute(tx, secrets, weighIn, { cause: 'scale', by: checkedBy, words: null })
  return doubted.map(({ weighInId }) => weighInId)
}

/** The last day on which it is decided; null when it is doubted already. */
async function enterDispute(
  tx: Tx,
  secrets: VillageSecrets,
  { weighInId, growerId }: WeighIn,
  { cause, by, words }: { cause: DisputeCause; by: string; words: string | null },
): Promise<string | null> {
  const { day: dueOn } = lastDayWithin(tx.now, JUDGED_WITHIN_WORKING_DAYS)
  const row = { weighInId, cause, disputedBy: by, words, disputedAt: tx.now, dueOn }
  if (!(await insertDispute(tx.db, tx.villageId, row))) return null
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    weighInDisputed({
      public: { weighIn: secret.pseudonym('weighIn', weighInId), cause },
      parts: [
        {
          personId: cause === 'grower' ? by : growerId,
          payload: { weighInId, disputedBy: by, words: words ?? '' },
        },
      ],
    }),
  )
  return dueOn
}

import type { Amount } from '@azalea/produce-rules'
import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedMember } from '../../../community/index.ts'
import type { Commands } from '../parts.ts'
import { readGrownPlot, requireGrower } from '../plot-grower.ts'
import { insertRequest } from './application.store.ts'
import { judgeRequest, refusalOf } from './judge-request.ts'

export interface AskApplicationInput {
  readonly plotId: string
  readonly registrationNumber: string
  readonly crop: string
  readonly amount: Amount
}

/**
 * A grower asks to put something on their plot. What the rules forbid is refused at once, with all
 * reasons; what they allow waits for the technician on the spot.
 * @throws Refusal 'unknown_plot_of_inputs', 'not_the_grower', 'application_not_possible', those of
 *   requireJoinedMember
 */
export async function askApplication(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: AskApplicationInput,
): Promise<{ readonly applicationId: string }> {
  const asked = { ...input, amount: { ...input.amount } }
  return act({ name: 'ask-application', actor, key, input: asked }, async (tx) => {
    const { db, villageId, now } = tx
    await requireJoinedMember(tx, actor.personId, actor)
    const grown = await readGrownPlot(db, villageId, asked.plotId, now)
    const householdId = requireGrower(grown, actor)
    const refusal = refusalOf(await judgeRequest(db, villageId, grown, asked, now))
    if (refusal !== null) throw refusal
    const applicationId = tx.newId()
    await insertRequest(db, villageId, {
      ...asked,
      applicationId,
      askedBy: actor.personId,
      householdId,
      askedAt: now,
    })
    return { applicationId }
  })
}

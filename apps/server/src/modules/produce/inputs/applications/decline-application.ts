import type { Actor } from '../../../../platform/actor.ts'
import { concernsKin, readSubjects, sendMessage } from '../../../community/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import type { DeclineReason } from '../tables.ts'
import { endRequest, lockRequest } from './application.store.ts'

export interface DeclineApplicationInput {
  readonly applicationId: string
  readonly because: DeclineReason
}

/**
 * A technician does not let a product be used, although the rules would.
 * @throws Refusal 'unknown_application', 'application_decided', 'own_household_application'
 */
export async function declineApplication(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { applicationId, because }: DeclineApplicationInput,
): Promise<Record<string, never>> {
  const input = { applicationId, because }
  return act({ name: 'decline-application', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const request = await lockRequest(db, villageId, applicationId)
    if (request === null) throw refuse('unknown_application')
    if (request.state !== 'asked') throw refuse('application_decided')
    const { plotId, askedBy, householdId } = request
    if (await concernsKin(db, villageId, actor.personId, { personId: askedBy, householdId }))
      throw refuse('own_household_application')
    const how = { state: 'declined', because, by: actor.personId, at: tx.now } as const
    await endRequest(db, villageId, applicationId, how)
    const label = (await readSubjects(db, villageId, [plotId])).get(plotId)?.label ?? ''
    await sendMessage(tx, askedBy, 'application.declined', { label, plotId, because })
    return {}
  })
}

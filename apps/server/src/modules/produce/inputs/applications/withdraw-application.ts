import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endRequest, lockRequest } from './application.store.ts'

/**
 * Who asked no longer asks.
 * @throws Refusal 'unknown_application', 'application_decided'
 */
export async function withdrawApplication(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  { applicationId }: { readonly applicationId: string },
): Promise<Record<string, never>> {
  return act({ name: 'withdraw-application', actor, key, input: { applicationId } }, async (tx) => {
    const request = await lockRequest(tx.db, tx.villageId, applicationId)
    if (request === null || request.askedBy !== actor.personId) throw refuse('unknown_application')
    if (request.state !== 'asked') throw refuse('application_decided')
    const how = { state: 'withdrawn', because: null, by: actor.personId, at: tx.now } as const
    await endRequest(tx.db, tx.villageId, applicationId, how)
    return {}
  })
}

import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import type { Scoring } from '../scoring.ts'
import { requireAnswerable } from './answer-objection.ts'
import { passedOnRecord } from './objection-records.ts'
import { markPassedOn } from './objection.store.ts'

/**
 * Somebody who could answer an objection declares themselves biased (kin beyond the household, a
 * friend, a quarrel): from then on they are barred like kin, and it cannot be undone.
 * @throws Refusal what `requireAnswerable` throws
 */
export async function passOnObjection(
  act: Act,
  scoring: Scoring,
  actor: Actor,
  key: string,
  input: { readonly objectionId: string },
): Promise<Record<string, never>> {
  return act({ name: 'pass-on-objection', actor, key, input }, async (tx) => {
    const { objection } = await requireAnswerable(tx, actor, input.objectionId)
    await markPassedOn(tx.db, tx.villageId, objection, actor.personId)
    tx.append(await passedOnRecord(tx, scoring, objection.objectionId, actor.personId))
    return {}
  })
}

import type { Actor } from '../../../platform/actor.ts'
import { readHoldersOf, readMembersOf, readPeople, sendMessages } from '../../community/index.ts'
import type { Act, Tx } from '../../record/index.ts'
import type { Scoring } from '../scoring.ts'
import { requireAnswerable } from './answer-objection.ts'
import type { DisputableAward } from './disputed-award.store.ts'
import { overseers, whoAnswers } from './objection-policy.ts'
import { passedOnRecord } from './objection-records.ts'
import { markPassedOn, type Objection } from './objection.store.ts'

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
    const { objection, award } = await requireAnswerable(tx, actor, input.objectionId)
    await markPassedOn(tx.db, tx.villageId, objection, actor.personId)
    tx.append(await passedOnRecord(tx, scoring, objection.objectionId, actor.personId))
    await tellWhereItWent(tx, objection, award, actor)
    return {}
  })
}

/** Once the last of the committee stands back, the objector and who answers now learn it. */
async function tellWhereItWent(
  tx: Tx,
  objection: Objection,
  award: DisputableAward,
  actor: Actor,
): Promise<void> {
  const { objectionId, objectorId, dueOn } = objection
  const { db, villageId } = tx
  const committee = await readMembersOf(db, villageId, 'committee')
  if (!committee.some(({ personId }) => personId === actor.personId)) return
  const householdId = (await readPeople(db, villageId, [objectorId])).get(objectorId)?.householdId
  const passedOn = { ...objection, passedOnBy: [...objection.passedOnBy, actor.personId] }
  if (whoAnswers(passedOn, householdId ?? null, award, committee).by === 'committee') return
  const told = new Set([objectorId, ...(await readHoldersOf(db, villageId, overseers))])
  await sendMessages(
    tx,
    [...told].map((personId) => ({
      personId,
      kind: personId === objectorId ? 'objection.to-overseers' : 'objection.yours-to-answer',
      params: { objectionId, dueOn },
    })),
  )
}

import type { Actor } from '../../../platform/actor.ts'
import { overseers, readJudges } from '../../cases/index.ts'
import { readHoldersOf, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Commands } from '../rules/index.ts'
import { requireAnswerable } from './answer-objection.ts'
import type { DisputableAward } from '../awards/index.ts'
import { whoAnswers, whyNotPassingOnObjection } from './objection-policy.ts'
import { passedOnRecord } from './objection-records.ts'
import { markPassedOn, type Objection } from './objection.store.ts'

/**
 * Somebody whose office answers objections declares themselves biased (kin beyond the household, a
 * friend, a quarrel): from then on they are barred like kin, and it cannot be undone.
 * @throws Refusal what `requireAnswerable` throws
 */
export async function passOnObjection(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: { readonly objectionId: string },
): Promise<Record<string, never>> {
  return act({ name: 'pass-on-objection', actor, key, input }, async (tx) => {
    const { objectionId } = input
    const found = await requireAnswerable(tx, actor, objectionId, whyNotPassingOnObjection)
    await markPassedOn(tx.db, tx.villageId, found.objection, actor.personId)
    tx.append(await passedOnRecord(tx, scoring, objectionId, actor.personId))
    await notifyWhereItWent(tx, found.objection, found.award, actor.personId)
    return {}
  })
}

/** Once too few of the committee are left, the objector and who answers now learn it. */
async function notifyWhereItWent(
  tx: Tx,
  objection: Objection,
  award: DisputableAward,
  byId: string,
): Promise<void> {
  const { objectionId, objectorId, dueOn } = objection
  const { db, villageId } = tx
  const judges = await readJudges(db, villageId, [objectorId, award.personId])
  const passedOn = { ...objection, passedOnBy: [...objection.passedOnBy, byId] }
  const turned =
    whoAnswers(objection, award, judges).by === 'committee' &&
    whoAnswers(passedOn, award, judges).by === 'overseers'
  if (!turned) return
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

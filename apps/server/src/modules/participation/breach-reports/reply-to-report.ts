import type { Actor } from '../../../platform/actor.ts'
import { readPhotoOwner } from '../../community/index.ts'
import type { Commands } from '../ground/commands.ts'
import { partyOf, whyNotReplying } from './breach-policy.ts'
import { repliedRecord } from './breach-records.ts'
import { lockBreachReport, markReplied } from './breach-report.store.ts'
import { refuse } from './refusals.ts'

export type ReplyInput = {
  readonly reportId: string
  readonly words: string
  readonly photoFileId: string | null
}

/**
 * A reported household says its side, once, before the decision; later than asked it still counts.
 * @throws Refusal 'unknown_breach_report', 'replied_already', 'report_decided', 'photo_not_yours'
 */
export async function replyToReport(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: ReplyInput,
): Promise<Record<string, never>> {
  return act({ name: 'reply-to-report', actor, key, input }, async (tx) => {
    const report = await lockBreachReport(tx.db, tx.villageId, input.reportId)
    const party = report && partyOf(report, actor)
    // Who is not concerned learns nothing of what there is.
    if (report === null || party === null) throw refuse('unknown_breach_report')
    const why = whyNotReplying(actor, report)
    if (why !== null) throw why
    const { words, photoFileId } = input
    if (photoFileId !== null) {
      const ownerId = await readPhotoOwner(tx.db, tx.villageId, photoFileId)
      if (ownerId !== actor.personId) throw refuse('photo_not_yours')
    }
    const reply = { by: actor.personId, at: tx.now, words, photoFileId }
    await markReplied(tx.db, tx.villageId, report.reportId, party.householdId, reply)
    tx.append(await repliedRecord(tx, secrets, report, reply))
    return {}
  })
}

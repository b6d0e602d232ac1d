import type { Actor } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readEntered, readKinship } from '../../community/index.ts'
import type { Scoring } from '../../scoring/index.ts'
import { shiftsAskingScore } from './shifts-asking-score.ts'
import { selectOpenWork, selectProposals, type OpenWork } from './activity-work.store.ts'
import { isCommittee } from './policy.ts'
import { minutesAfter } from './shifts/shift-times.ts'

/** Scores and closing are due within three days of the activity's end. */
const DUE_AFTER_MINUTES = 3 * 24 * 60

interface ActivityTask {
  readonly kind: 'activity_to_decide' | 'scores_due' | 'activity_to_close'
  readonly id: string
  readonly title: string
  readonly dueAt: string
  /** How many single things wait: attendances to score, else one. */
  readonly count: number
}

/**
 * What waits for this person to decide about activities. The leader scores and closes;
 * the committee decides proposals of others, scores what the leader may not (the leader's own
 * household), and sees what leaders have left overdue.
 */
async function listActivityInbox(
  db: Db,
  scoring: Scoring,
  actor: Actor,
  now: Date,
): Promise<ActivityTask[]> {
  const { villageId, personId } = actor
  const decides = isCommittee(actor)
  const proposals = decides ? await selectProposals(db, villageId) : []
  const work = await selectWork(db, scoring, villageId, decides ? null : personId, now)
  const proposing = proposals.flatMap(({ initiatorId, leaderId }) => [initiatorId, leaderId])
  const isKin = await readKinship(db, villageId, [
    personId,
    ...proposing,
    ...work.flatMap(({ leaderId, unscored }) => [leaderId, ...unscored]),
  ])
  const own = (id: string) => isKin(id, personId)
  const entered = await readEntered(db, villageId, personId, proposing)
  const isBarredBy = (id: string) => own(id) || entered.has(id)
  const items: ActivityTask[] = []
  for (const { activityId, title, initiatorId, leaderId, signUpClosesAt } of proposals)
    if (!isBarredBy(initiatorId) && !isBarredBy(leaderId))
      items.push(item('activity_to_decide', activityId, title, signUpClosesAt, 1))
  for (const activity of work) {
    const { activityId, title, leaderId, unscored } = activity
    const dueAt = minutesAfter(activity.endsAt, DUE_AFTER_MINUTES)
    const inChargeNow = leaderId === personId || now > dueAt
    const mine = unscored.filter((id) => !own(id) && (inChargeNow || isKin(id, leaderId)))
    if (mine.length > 0) items.push(item('scores_due', activityId, title, dueAt, mine.length))
    if (inChargeNow && isReadyToClose(activity, now))
      items.push(item('activity_to_close', activityId, title, dueAt, 1))
  }
  return items
}

interface Work extends Omit<OpenWork, 'unscored'> {
  /** Who is still to be scored. */
  readonly unscored: readonly string[]
}

async function selectWork(
  db: Db,
  scoring: Scoring,
  villageId: string,
  leaderId: string | null,
  now: Date,
): Promise<Work[]> {
  const work: Work[] = []
  for (const activity of await selectOpenWork(db, villageId, leaderId, now)) {
    const asking = await shiftsAskingScore(db, scoring, villageId, activity, activity.unscored)
    const unscored = activity.unscored.filter(({ shiftId }) => asking.has(shiftId))
    work.push({ ...activity, unscored: unscored.map((one) => one.personId) })
  }
  return work
}

function isReadyToClose({ endsAt, unscored, present }: Work, now: Date): boolean {
  return endsAt <= now && unscored.length === 0 && present === 0
}

function item(
  kind: ActivityTask['kind'],
  id: string,
  title: string,
  dueAt: Date,
  count: number,
): ActivityTask {
  return { kind, id, title, dueAt: dueAt.toISOString(), count }
}

export const activityInbox: InboxPart<{ readonly scoring: Scoring }> = {
  kinds: ['activity_to_decide', 'scores_due', 'activity_to_close'],
  list: ({ scoring }, { db, actor, now }) => listActivityInbox(db, scoring, actor, now),
}

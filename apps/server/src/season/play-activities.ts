import {
  cancelActivity,
  closeActivity,
  closeForgottenCheckOuts,
  decideActivity,
  proposeActivity,
  readActivity,
  resubmitActivity,
  type Proposal,
} from '../modules/participation/index.ts'
import type { PlannedActivity } from './activity-plan.ts'
import { playShift, type PlannedShift } from './play-shift.ts'
import { atHour, minutesLater, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

/** An activity on its way through the season. */
export interface ActivityPlay {
  readonly name: string
  readonly proposal: Omit<Proposal, 'leaderId' | 'shifts'>
  readonly shifts: readonly PlannedShift[]
  readonly initiator: Player
  readonly proposedAt: Date
  readonly fate: PlannedActivity['fate']
  /** Whoever signs up, for each shift. */
  readonly volunteers: readonly (readonly Player[])[]
  readonly signUpFrom: Date
}

/** Proposes, decides and holds one activity. */
export function playActivity(stage: Stage, play: ActivityPlay): void {
  const { doors, cast } = stage
  const decider = otherHousehold(cast.committee, play.initiator.householdId)
  const key = (step: string) => `season-${play.name}-${step}`
  const proposal: Proposal = {
    ...play.proposal,
    leaderId: null,
    shifts: play.shifts.map(asProposed),
  }
  let activityId = ''
  schedule(stage, play.proposedAt, async () => {
    const answer = await proposeActivity(doors, play.initiator.actor, key('propose'), proposal)
    activityId = answer.activityId
  })
  const decide = (
    step: string,
    hours: number,
    decision: 'approve' | 'send_back' | 'refuse',
    words: string | null,
  ) =>
    schedule(stage, minutesLater(play.proposedAt, hours * 60), async () => {
      await decideActivity(doors, decider.actor, key(step), { activityId, decision, words })
      if (decision === 'approve') await learnIds(stage, play, activityId)
    })
  switch (play.fate) {
    case 'proposed':
      return
    case 'refused':
      return decide('refuse', 12, 'refuse', '夜里水边没有照明，不安全，改到白天再提。')
    case 'cancelled':
      decide('approve', 12, 'approve', null)
      schedule(stage, minutesLater(play.proposedAt, 36 * 60), async () => {
        const reason = '老师临时有事，改期另行通知。'
        await cancelActivity(doors, play.initiator.actor, key('cancel'), { activityId, reason })
      })
      return
    case 'sent_back_then_held':
      decide('send-back', 12, 'send_back', '请写清楚集合地点和要带的工具。')
      schedule(stage, minutesLater(play.proposedAt, 22 * 60), async () => {
        const better = { ...proposal, description: `${proposal.description} 集合时间提前十分钟。` }
        await resubmitActivity(doors, play.initiator.actor, key('resubmit'), {
          activityId,
          proposal: better,
        })
      })
      decide('approve', 34, 'approve', null)
      return hold(stage, play, () => activityId)
    case 'upcoming':
    case 'ended':
    case 'held':
      decide('approve', 12, 'approve', null)
      return hold(stage, play, () => activityId)
  }
}

function hold(stage: Stage, play: ActivityPlay, activityId: () => string): void {
  const leader = play.initiator
  for (const [index, shift] of play.shifts.entries())
    playShift(stage, {
      name: `${play.name}-${index}`,
      shift,
      leader,
      volunteers: play.volunteers[index] ?? [],
      signUpFrom: play.signUpFrom,
      isScored: play.fate !== 'ended',
    })
  const ends = new Set(play.shifts.map(({ endsAt }) => endsAt.getTime()))
  for (const end of ends)
    schedule(stage, minutesLater(new Date(end), 40), async () => {
      await closeForgottenCheckOuts(stage.doors, stage.villageId)
    })
  if (play.fate === 'ended') return
  const closesAt = minutesLater(new Date(play.proposal.endsAt), 120)
  schedule(stage, closesAt, async () => {
    const input = { activityId: activityId() }
    await closeActivity(stage.doors, leader.actor, `season-${play.name}-close`, input)
  })
}

/** Reads which ids the approved activity's shifts got. */
async function learnIds(stage: Stage, play: ActivityPlay, activityId: string): Promise<void> {
  const reader = { actor: play.initiator.actor, language: 'zh' as const }
  const { shifts } = await readActivity(stage.doors, reader, activityId)
  for (const planned of play.shifts) {
    const found = shifts.find(
      ({ startsAt, postLabel }) =>
        startsAt === planned.startsAt.toISOString() && postLabel === (planned.post?.label ?? null),
    )
    if (!found) throw new Error(`the approved activity ${play.name} lacks a planned shift`)
    planned.ids = { activityId, shiftId: found.shiftId }
  }
}

function asProposed({ post, startsAt, endsAt, quota }: PlannedShift): Proposal['shifts'][number] {
  return {
    postSubjectId: post?.subjectId ?? null,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    quota,
  }
}

const PROPOSED_DAYS_BEFORE = 4
const TURN_OUT = 0.9

/** One activity of the plan, with who initiates it and who comes. */
export function playPlanned(stage: Stage, planned: PlannedActivity, index: number): void {
  const { chance, cast } = stage
  const startsAt = atHour(stage, planned.day, planned.startsAtHour)
  const endsAt = minutesLater(startsAt, planned.hours * 60)
  // Proposals still open must have been made already; the rest some days ahead.
  const isAhead = planned.fate === 'proposed' || planned.fate === 'upcoming'
  const proposedDay = isAhead
    ? lastDayNo(stage) - 2
    : Math.max(1, planned.day - PROPOSED_DAYS_BEFORE)
  const anyone = chance.pick([...cast.groupLeaders, ...cast.villagers.slice(0, 40)])
  // The one that waits for its scores is led by somebody as whom a visitor can sign in.
  const initiator = planned.fate === 'ended' ? (cast.groupLeaders[0] ?? anyone) : anyone
  const come = Math.ceil(planned.quota * (planned.fate === 'upcoming' ? 0.5 : TURN_OUT))
  const extra = chance.happens(0.2) ? 6 : 0 // a waiting list now and then
  playActivity(stage, {
    name: `activity-${index}`,
    proposal: {
      title: planned.title,
      description: planned.description,
      place: planned.place,
      itemRef: planned.itemRef,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      signUpClosesAt: minutesLater(startsAt, -60).toISOString(),
    },
    shifts: [{ ids: null, post: null, startsAt, endsAt, quota: planned.quota }],
    initiator,
    proposedAt: atHour(stage, proposedDay, 19.5),
    fate: planned.fate,
    volunteers: [
      chance.shuffled(cast.villagers).slice(0, extra > 0 ? planned.quota + extra : come),
    ],
    signUpFrom: atHour(stage, proposedDay + 2, 12),
  })
}

export function lastDayNo(stage: Pick<Stage, 'firstDay' | 'lastDay'>): number {
  return Math.round((Date.parse(stage.lastDay) - Date.parse(stage.firstDay)) / 86_400_000)
}

import { addCivilDays } from '@azalea/text'
import {
  decideDeed,
  finaliseAwards,
  publishNotice,
  recordDeed,
  reverseAward,
} from '../modules/scoring/index.ts'
import { lastDayNo } from './play-activities.ts'
import { playObjection, type Dispute } from './play-objections.ts'
import { atHour, minutesLater, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

const DEEDS = 80
const PUBLISHES_EVERY_DAYS = 7
/** The last weeks' awards stay scored or on notice, as in a village at work. */
const LAST_PUBLICATION_BEFORE_END_DAYS = 3
const REVERSALS = 6
const REVERSED_AFTER_DAYS = 15
/** From which day on the next accepted deed is objected to; the last objection stays open. */
const DISPUTES: readonly (readonly [from: number, Dispute])[] = [
  [30, 'upheld'],
  [40, 'refused'],
  [76, 'open'],
]

const deeds = [
  { itemRef: 'r164', words: '帮隔壁家收稻谷到天黑。' },
  { itemRef: 'r165', words: '每天给独居的老人送热水。' },
  { itemRef: 'r164', words: '帮邻居修好了漏水的水管。' },
  { itemRef: 'r166', words: '两家地界的事，坐下来谈妥了。' },
  { itemRef: 'r155', words: '义务给村道路灯换了灯泡。' },
]

/** Deeds that no shift shows: recorded by a group leader or the doer, decided by the committee. */
export function playDeeds(stage: Stage): void {
  const { chance, cast } = stage
  const last = lastDayNo(stage)
  const disputes = [...DISPUTES]
  for (let index = 0; index < DEEDS; index++) {
    const doer = chance.pick(cast.villagers)
    const day = 2 + Math.floor((index * (last - 2)) / DEEDS)
    const applies = chance.happens(0.4)
    const leader = cast.groupLeaders.find(
      (one) => one.groupNo === doer.groupNo && one.householdId !== doer.householdId,
    )
    const recorder = applies || !leader ? doer : leader
    const isRefused = chance.happens(0.08)
    const [from, dispute] = disputes[0] ?? []
    const isDisputed = from !== undefined && day >= from && !isRefused
    if (isDisputed) disputes.shift()
    playDeed(stage, {
      index,
      day,
      doer,
      recorder,
      isRefused,
      dispute: isDisputed && dispute ? dispute : null,
      ...chance.pick(deeds),
    })
  }
}

interface PlayedDeed {
  readonly index: number
  readonly day: number
  readonly doer: Player
  readonly recorder: Player
  readonly isRefused: boolean
  readonly dispute: Dispute | null
  readonly itemRef: string
  readonly words: string
}

function playDeed(stage: Stage, deed: PlayedDeed): void {
  const { doors } = stage
  const { index, day, doer, recorder, itemRef, words } = deed
  const key = `season-deed-${index}`
  const decider = otherHousehold(stage.cast.committee, doer.householdId)
  const occurredOn = addCivilDays(stage.firstDay, day)
  let contributionId = ''
  let awardId: string | null = null
  schedule(stage, atHour(stage, day, 20), async () => {
    const input = { personId: doer.actor.personId, itemRef, quantity: 1, occurredOn, words }
    const recorded = await recordDeed(doors, recorder.actor, key, input)
    contributionId = recorded.contributionId
  })
  const byAnother =
    decider.actor.personId === recorder.actor.personId ? stage.cast.committee[1] : decider
  schedule(stage, atHour(stage, day + 2, 15), async () => {
    const input = deed.isRefused
      ? { contributionId, decision: 'refuse' as const, reason: '没有照片，当事人也说不准是哪天。' }
      : { contributionId, decision: 'accept' as const }
    const decided = await decideDeed(doors, (byAnother ?? decider).actor, `${key}-decide`, input)
    awardId = decided.awardId
  })
  if (deed.dispute !== null)
    playObjection(stage, deed.dispute, {
      publishedOn: (Math.floor((day + 2) / PUBLISHES_EVERY_DAYS) + 1) * PUBLISHES_EVERY_DAYS,
      doer,
      recorder,
      decider: byAnother ?? decider,
      awardId: () => awardId,
    })
  if (index >= REVERSALS || deed.isRefused) return
  schedule(stage, atHour(stage, day + REVERSED_AFTER_DAYS + index * 5, 10), async () => {
    if (awardId === null) return
    const input = { awardId, reason: '经核实，与另一条登记重复。' }
    await reverseAward(doors, decider.actor, `${key}-reverse`, input)
  })
}

/** Weekly publication by two members (nobody publishes their own household's), finality every morning. */
export function playCommittee(stage: Stage): void {
  const { doors, cast, villageId } = stage
  const last = lastDayNo(stage)
  for (let day = 7; day <= last - LAST_PUBLICATION_BEFORE_END_DAYS; day += PUBLISHES_EVERY_DAYS)
    for (const [turn, member] of cast.committee.slice(0, 2).entries())
      schedule(stage, minutesLater(atHour(stage, day, 11), turn * 30), async () => {
        try {
          await publishNotice(doors, member.actor, `season-notice-${day}-${turn}`, {})
        } catch (error) {
          if (!isNothingToPublish(error)) throw error
        }
      })
  for (let day = 1; day <= last; day++)
    schedule(stage, atHour(stage, day, 6), async () => {
      await finaliseAwards(doors, villageId)
    })
}

function isNothingToPublish(error: unknown): boolean {
  const codes = ['nothing_to_publish', 'only_own_awards']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

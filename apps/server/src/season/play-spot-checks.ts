import { uploadPhoto } from '../modules/community/index.ts'
import {
  announceDraw,
  scoreVillage,
  drawChecks,
  rateSubject,
  readOpenChecks,
  scoreSpotCheck,
  type CoveringCheckpoint,
} from '../modules/participation/index.ts'
import type { Role } from '../platform/actor.ts'
import { drawDusk } from './draw-picture.ts'
import { lastDayNo, playActivity } from './play-activities.ts'
import { atHour, minutesLater, schedule, type Player, type Stage } from './stage.ts'

/** How the season reaches the log: it publishes what is queued, and reads its checkpoints. */
export interface LogDoors {
  publish(): Promise<void>
  readonly coveringCheckpoint: CoveringCheckpoint
}

/** Early, so that little has to enter the log before the draw. */
const WATCH_DAY = 5
const STARTS_AT_HOUR = 20
const HOURS = 4
const VOLUNTEERS_A_POST = 2
/** What those who pass give the two posts, and what the town's officer finds there. */
const passersBy = [
  [4, 5, 4],
  [2, 3, 2],
] as const
const found = [
  { score: 5, words: '两人都在岗，登记本写得清楚。' },
  { score: 3, words: '到的时候只有一人在岗，另一人去吃饭了。' },
] as const

/**
 * An evening watch at two posts: announced for a spot check, drawn by the next checkpoint, checked by
 * the town's officer, so that every stage stands in its awards. And on the last day a list of plots
 * is announced, which the visitor's server draws from when it publishes its first checkpoint.
 */
export function playSpotChecks(stage: Stage, log: LogDoors): void {
  const { cast, doors, villageId } = stage
  const officer = holderOf(stage, 'town_officer')
  const announcer = cast.committee[0]
  const leader = cast.groupLeaders[0]
  if (announcer === undefined || leader === undefined) throw new Error('the offices are empty')
  const apart = [officer, announcer, leader].map(({ householdId }) => householdId)
  const others = strangersOf(stage, apart)
  const startsAt = atHour(stage, WATCH_DAY, STARTS_AT_HOUR)
  const posts = cast.posts.slice(0, found.length)
  playWatch(stage, leader, startsAt, others.splice(0, posts.length * VOLUNTEERS_A_POST))
  for (const [no, post] of posts.entries())
    for (const [index, stars] of (passersBy[no] ?? []).entries()) {
      const [passer] = others.splice(0, 1)
      const input = {
        plateCode: post.code,
        stars,
        words: null,
        photoFileId: null,
        occurredAt: null,
      }
      schedule(stage, minutesLater(startsAt, 31 + 7 * index + no), async () => {
        if (passer === undefined) throw new Error('nobody passes by')
        await rateSubject(doors, passer.actor, `season-passer-${no}-${index}`, input)
      })
    }
  announce(stage, announcer, minutesLater(startsAt, -61), 'season-spot-draw-1', 'shift', 1000)
  schedule(stage, minutesLater(startsAt, -59), () => log.publish())
  schedule(stage, minutesLater(startsAt, -58), async () => {
    await drawChecks({ ...doors, ...log }, villageId)
  })
  schedule(stage, minutesLater(startsAt, 83), () => checkAll(stage, officer))
  const last = lastDayNo(stage)
  schedule(stage, atHour(stage, last, 0.3), async () => {
    await scoreVillage(doors, villageId)
  })
  announce(stage, announcer, atHour(stage, last, 0.4), 'season-spot-draw-2', 'plot', 40)
}

function playWatch(
  stage: Stage,
  leader: Player,
  startsAt: Date,
  volunteers: readonly Player[],
): void {
  const endsAt = minutesLater(startsAt, HOURS * 60)
  const posts = stage.cast.posts.slice(0, found.length)
  playActivity(stage, {
    name: 'checked-watch',
    proposal: {
      title: '晚上村口值守',
      description: '东西两个路口，晚上八点到十二点，看见生人问一声。',
      place: '两个村口',
      itemRef: 'watch-hour',
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      signUpClosesAt: minutesLater(startsAt, -120).toISOString(),
    },
    shifts: posts.map((post) => ({ ids: null, post, startsAt, endsAt, quota: VOLUNTEERS_A_POST })),
    initiator: leader,
    proposedAt: atHour(stage, WATCH_DAY - 3, 19.2),
    fate: 'held',
    volunteers: posts.map((_, no) =>
      volunteers.slice(no * VOLUNTEERS_A_POST, (no + 1) * VOLUNTEERS_A_POST),
    ),
    signUpFrom: atHour(stage, WATCH_DAY - 1, 12.1),
  })
}

function announce(
  stage: Stage,
  announcer: Player,
  at: Date,
  key: string,
  kind: 'shift' | 'plot',
  ratePermille: number,
): void {
  schedule(stage, at, async () => {
    const input = { kinds: [kind], ratePermille, randomPermille: 500 }
    await announceDraw(stage.doors, announcer.actor, key, input)
  })
}

/** The officer goes from post to post, in the order of the posts. */
async function checkAll(stage: Stage, { actor }: Player): Promise<void> {
  const { doors, cast } = stage
  const { items } = await readOpenChecks(doors, { actor, language: 'zh' })
  for (const [no, post] of cast.posts.slice(0, found.length).entries()) {
    const check = items.find(({ place }) => place === post.label)
    const finding = found[no]
    if (check === undefined || finding === undefined) continue // made by an earlier load
    const photo = await uploadPhoto(doors, actor, `season-spot-photo-${no}`, { file: drawDusk(no) })
    await scoreSpotCheck(doors, actor, `season-spot-check-${no}`, {
      checkId: check.checkId,
      photoFileId: photo.fileId,
      ...finding,
    })
  }
}

function holderOf({ cast }: Stage, role: Role): Player {
  const found_ = [...cast.byPhone.values()].find(({ actor }) => actor.roles.has(role))
  if (found_ === undefined) throw new Error(`nobody is ${role}`)
  return found_
}

/** Villagers of a household each, and of none of these. */
function strangersOf({ cast }: Stage, households: readonly string[]): Player[] {
  const taken = new Set(households)
  return cast.villagers.filter(({ householdId }) => {
    if (taken.has(householdId)) return false
    taken.add(householdId)
    return true
  })
}

import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { readPublicUrl, readSubjects } from '../../../community/index.ts'
import { selectActivity } from '../activity.store.ts'
import { currentPostCode } from './post-code.ts'
import type { Reader, Readers } from '../../ground/readers.ts'
import { refuse } from '../../ground/refusals.ts'
import { countPresent, selectShiftsAt } from '../shifts/shift-list.store.ts'
import { CHECK_OUT_WAITS_MINUTES, minutesAfter } from '../shifts/shift-times.ts'
import type { ShiftOfActivity } from '../shifts/sign-up.store.ts'

/** Shifts are shown at their post from half an hour before to half an hour after. */
const AROUND_MINUTES = CHECK_OUT_WAITS_MINUTES
const MOST_SHIFTS = 20

type CodeReaders = Pick<Readers, 'database' | 'clock' | 'secrets' | 'publicUrl'>

/**
 * The code that a post shows now, for its wall page.
 * @throws Refusal 'post_not_found', 'not_post_keeper'
 */
export async function readPostCode(
  readers: CodeReaders,
  { actor }: Pick<Reader, 'actor'>,
  subjectId: string,
) {
  const { villageId } = actor
  return readers.database.inVillage(villageId, async (db) => {
    const post = (await readSubjects(db, villageId, [subjectId])).get(subjectId)
    if (post?.kind !== 'post') throw refuse('post_not_found')
    const place = { postSubjectId: subjectId }
    return readCode(readers, db, actor, { ...post, placeId: subjectId, place, way: 'post' })
  })
}

/**
 * The same for an activity whose shifts stand at no post.
 * @throws Refusal 'unknown_activity', 'not_post_keeper'
 */
export async function readActivityCode(
  readers: CodeReaders,
  { actor }: Pick<Reader, 'actor'>,
  activityId: string,
) {
  const { villageId, personId } = actor
  return readers.database.inVillage(villageId, async (db) => {
    const activity = await selectActivity(db, villageId, activityId)
    if (activity?.state !== 'approved') throw refuse('unknown_activity')
    const keeps = activity.leaderId === personId
    const place = { activityId }
    const about = { label: activity.title, placeId: activityId, place, way: 'activity' } as const
    return readCode(readers, db, actor, about, keeps)
  })
}

async function readCode(
  { clock, secrets, publicUrl }: CodeReaders,
  db: Db,
  actor: Actor,
  about: {
    readonly label: string
    readonly placeId: string
    readonly place: Parameters<typeof selectShiftsAt>[2]
    readonly way: 'post' | 'activity'
  },
  keeps = false,
) {
  const now = clock.now()
  const span = {
    from: minutesAfter(now, -AROUND_MINUTES),
    to: minutesAfter(now, AROUND_MINUTES),
    limit: MOST_SHIFTS,
  }
  const shifts = await selectShiftsAt(db, actor.villageId, about.place, span)
  if (!keeps) requireKeeper(actor, shifts)
  const ids = shifts.map(({ shift }) => shift.shiftId)
  const present = await countPresent(db, actor.villageId, ids)
  const secret = await secrets.of(db, actor.villageId)
  const address = await readPublicUrl(db, actor.villageId, publicUrl)
  const { code, secondsLeft } = currentPostCode(secret, about.placeId, now)
  return {
    label: about.label,
    code,
    secondsLeft,
    url:
      address === null ? null : `${address}/#/check-in/${about.way}/${about.placeId}?code=${code}`,
    shiftsNow: shifts.map(({ shift, activity }) => ({
      shiftId: shift.shiftId,
      title: activity.title,
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
      present: present.get(shift.shiftId) ?? 0,
      quota: shift.quota,
    })),
  }
}

function requireKeeper(actor: Actor, shiftsNow: readonly ShiftOfActivity[]): void {
  const leads = shiftsNow.some(({ activity }) => activity.leaderId === actor.personId)
  if (!leads && !hasAnyRole(actor, ['committee', 'group_leader'])) throw refuse('not_post_keeper')
}

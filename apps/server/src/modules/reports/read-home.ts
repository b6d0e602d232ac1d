import type { Actor } from '../../platform/actor.ts'
import { addCivilDays, civilDay, startOfCivilDay } from '../../platform/calendar.ts'
import type { Language } from '../../platform/http/language.ts'
import { countUnreadMessages, readHouseholds } from '../community/index.ts'
import { readBalances } from '../ledger/index.ts'
import { listMyShifts, listPublicActivities, listRepliesDue } from '../participation/index.ts'
import { countOwnAwards, readNotices } from '../scoring/index.ts'
import { readOwnRank } from '../standing/index.ts'
import type { ReportParts } from './parts.ts'
import type { Home } from './schema.ts'

const NEWS = 4

/** What a villager sees first: honour, rank, what waits, and the village's news. */
export async function readHome(
  parts: ReportParts,
  actor: Actor,
  language: Language,
): Promise<Home> {
  const { villageId, householdId } = actor
  const own = await parts.database.inVillage(villageId, async (db) => {
    const households = householdId ? await readHouseholds(db, villageId, [householdId]) : null
    const { rank, pointsHundredths, competitors, change } = await readOwnRank(db, actor, {
      board: 'households',
      period: 'month',
      now: parts.clock.now(),
    })
    return {
      joined: households?.get(householdId ?? '')?.joined ?? false,
      balances: householdId
        ? await readBalances(db, villageId, householdId)
        : { honourHundredths: 0, walletHundredths: 0 },
      rank: { rank, pointsHundredths, competitors, change },
      onNotice: (await countOwnAwards(db, villageId, actor.personId)).get('on_notice') ?? 0,
      replies: await listRepliesDue(db, actor),
      unread: await countUnreadMessages(db, villageId, actor.personId),
    }
  })
  return {
    household: { joined: own.joined },
    ...own.balances,
    rank: own.rank,
    waiting: await readWaiting(parts, actor, own),
    news: await readNews(parts, villageId, language),
  }
}

async function readWaiting(
  parts: ReportParts,
  actor: Actor,
  own: {
    readonly joined: boolean
    readonly onNotice: number
    readonly replies: readonly { readonly reportId: string; readonly dueOn: string }[]
    readonly unread: number
  },
): Promise<Home['waiting']> {
  const shifts = await listMyShifts(parts, { actor }, { cursor: undefined, limit: 1 })
  const tomorrow = startOfCivilDay(addCivilDays(civilDay(parts.clock.now()), 1)).toISOString()
  const waiting: Home['waiting'] = []
  const add = (
    kind: Home['waiting'][number]['kind'],
    id: string | null,
    rest: { title?: string; at?: string; count?: number } = {},
  ) =>
    waiting.push({
      kind,
      id,
      title: rest.title ?? null,
      at: rest.at ?? null,
      count: rest.count ?? 1,
    })
  if (!own.joined) add('join_household', null)
  for (const shift of shifts.now) {
    const kind = presenceAskedOf(shift)
    if (kind === null) continue
    add(kind, shift.shiftId, { title: shift.title, at: shift.startsAt })
  }
  for (const { activityId, title, startsAt } of shifts.upcoming)
    if (startsAt < tomorrow) add('shift_today', activityId, { title, at: startsAt })
  for (const { reportId, dueOn } of own.replies)
    add('report_to_reply_to', reportId, {
      at: startOfCivilDay(dueOn).toISOString(),
    })
  if (own.onNotice > 0) add('awards_on_notice', null, { count: own.onNotice })
  if (own.unread > 0) add('messages', null, { count: own.unread })
  return waiting
}

/** What a person can still do at a shift of theirs now; null once they have left, or while they wait. */
function presenceAskedOf({
  state,
  attendance,
}: Awaited<ReturnType<typeof listMyShifts>>['now'][number]): 'check_in' | 'check_out' | null {
  if (attendance !== null) return attendance.checkedOutAt === null ? 'check_out' : null
  return state === 'confirmed' ? 'check_in' : null
}

async function readNews(
  parts: ReportParts,
  villageId: string,
  language: Language,
): Promise<Home['news']> {
  const page = { cursor: undefined, limit: NEWS }
  const activities = await listPublicActivities(parts, { language }, villageId, page)
  const notices = await readNotices(parts, villageId, { sort: '-publishedAt', limit: 2 })
  return [
    ...notices.items.map(({ noticeId, publishedAt }) => ({
      kind: 'notice' as const,
      id: noticeId,
      title: null,
      at: publishedAt,
    })),
    ...activities.items.map(({ activityId, title, startsAt }) => ({
      kind: 'activity' as const,
      id: activityId,
      title,
      at: startsAt,
    })),
  ].slice(0, NEWS)
}

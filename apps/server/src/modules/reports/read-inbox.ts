import { hasAnyRole, type Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  countRemovals,
  countSignInChanges,
  readFoundations,
  readHousemates,
  waitsUntil,
} from '../community/index.ts'
import { listDueReports, listParticipationInbox } from '../participation/index.ts'
import {
  countAwardsToPublish,
  countDeedsToDecide,
  hasAdoptedSheet,
  hasNotice,
  listDueObjections,
} from '../scoring/index.ts'
import type { ReportParts } from './parts.ts'
import type { Inbox } from './schema.ts'
import { setUpOf } from './set-up.ts'

const DAY_MILLISECONDS = 86_400_000
const DEEDS_WITHIN_DAYS = 7
const PUBLICATION_WITHIN_DAYS = 7

/** What waits for this cadre to decide, the nearest deadline first. */
export async function readInbox(
  { database, clock, scoring }: Pick<ReportParts, 'database' | 'clock' | 'scoring'>,
  actor: Actor,
): Promise<Inbox> {
  return database.inVillage(actor.villageId, async (db) => {
    const items: Inbox['items'] = await listParticipationInbox(db, scoring, actor, clock.now())
    items.push(...(await readConfirmations(db, actor, clock.now())))
    if (hasAnyRole(actor, ['committee'])) items.push(...(await readDecisions(db, actor)))
    items.push(...(await readObjections(db, actor, clock.now())))
    items.push(...(await readReports(db, actor, clock.now())))
    return {
      items: items.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt)),
      setUp: await readSetUp(db, actor.villageId),
    }
  })
}

async function readSetUp(db: Db, villageId: string): Promise<Inbox['setUp']> {
  return setUpOf({
    ...(await readFoundations(db, villageId)),
    hasRules: await hasAdoptedSheet(db, villageId),
    hasNotice: await hasNotice(db, villageId),
  })
}

async function readDecisions(db: Db, actor: Actor): Promise<Inbox['items']> {
  const kin = await readHousemates(db, actor.villageId, actor.personId)
  const deeds = await countDeedsToDecide(db, actor.villageId, kin)
  const awards = await countAwardsToPublish(db, actor.villageId, kin)
  return [
    ...waiting('deed_to_decide', deeds, daysAfter(DEEDS_WITHIN_DAYS)),
    ...waiting('awards_to_publish', awards, daysAfter(PUBLICATION_WITHIN_DAYS)),
  ]
}

/** What somebody proposed and this second person may confirm. */
async function readConfirmations(db: Db, actor: Actor, now: Date): Promise<Inbox['items']> {
  const changes = await countSignInChanges(db, actor, now)
  const removals = await countRemovals(db, actor, now)
  return [
    ...waiting('sign_in_change', changes, waitsUntil),
    ...waiting('removal', removals, waitsUntil),
  ]
}

async function readObjections(db: Db, actor: Actor, now: Date): Promise<Inbox['items']> {
  const due = await listDueObjections(db, actor, now)
  return due.map(({ kind, objectionId, dueAt }) => ({
    kind,
    id: objectionId,
    title: null,
    dueAt: dueAt.toISOString(),
    count: 1,
  }))
}

async function readReports(db: Db, actor: Actor, now: Date): Promise<Inbox['items']> {
  const due = await listDueReports(db, actor, now)
  return due.map(({ kind, reportId, dueAt }) => ({
    kind,
    id: reportId,
    title: null,
    dueAt: dueAt.toISOString(),
    count: 1,
  }))
}

const daysAfter = (days: number) => (from: Date) =>
  new Date(from.getTime() + days * DAY_MILLISECONDS)

function waiting(
  kind: 'deed_to_decide' | 'awards_to_publish' | 'sign_in_change' | 'removal',
  { count, oldestAt }: { readonly count: number; readonly oldestAt: Date | null },
  dueAfter: (oldestAt: Date) => Date,
): Inbox['items'] {
  if (oldestAt === null) return []
  const dueAt = dueAfter(oldestAt).toISOString()
  return [{ kind, id: null, title: null, dueAt, count }]
}

import { wordsIn } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutListed, pageOrder } from '../../../platform/database/list-order.ts'
import type { Sort } from '../../../platform/http/cursor.ts'
import { communityRefusals, readVillage } from '../../community/index.ts'
import {
  activityOrders,
  selectActivities,
  type ActivityScope,
  type ListedActivity,
} from './activity-list.store.ts'
import { readRules, type RuleOf } from './activity-rules.ts'
import { previewPoints } from './earnable-item.ts'
import { seesProposals } from './policy.ts'
import type { Reader, Readers } from '../ground/readers.ts'

export interface PageOf {
  readonly cursor: string | undefined
  readonly limit: number
  /** Left out: what is to come soonest first, what was and what is one's own latest first. */
  readonly sort?: Sort<'startsAt' | 'title'> | undefined
}

/** A page of the activities that the reader may see. */
export async function listActivities(
  readers: Pick<Readers, 'database' | 'clock' | 'scoring'>,
  { actor, language }: Reader,
  page: PageOf & { readonly scope: ActivityScope },
) {
  const { database } = readers
  return database.inVillage(actor.villageId, (db) =>
    readPage(readers, db, actor.villageId, { actor, language }, page),
  )
}

/**
 * What anyone may see: the approved activities to come, with no names.
 * @throws Refusal community's 'unknown_village'
 */
export async function listPublicActivities(
  readers: Pick<Readers, 'database' | 'clock' | 'scoring'>,
  { language }: Pick<Reader, 'language'>,
  villageId: string,
  page: PageOf,
) {
  return readers.database.inVillage(villageId, async (db) => {
    if ((await readVillage(db, villageId)) === null) throw communityRefusals('unknown_village')
    const reader = { actor: null, language }
    return readPage(readers, db, villageId, reader, { ...page, scope: 'upcoming' })
  })
}

/** The approved activities that are to come, the soonest first. */
export async function listComing(
  readers: Pick<Readers, 'clock' | 'scoring'>,
  db: Db,
  villageId: string,
  { language, limit }: Pick<Reader, 'language'> & { readonly limit: number },
) {
  const page = { cursor: undefined, limit, scope: 'upcoming' } as const
  return (await readPage(readers, db, villageId, { actor: null, language }, page)).items
}

async function readPage(
  { clock, scoring }: Pick<Readers, 'clock' | 'scoring'>,
  db: Db,
  villageId: string,
  { actor, language }: Reader<Actor | null>,
  { scope, cursor, limit, sort }: PageOf & { readonly scope: ActivityScope },
) {
  const list = `activities ${villageId} ${scope} ${actor?.personId ?? 'public'}`
  const isAhead = scope === 'upcoming' || scope === 'proposed'
  const page = { cursor, limit, sort: sort ?? (isAhead ? 'startsAt' : '-startsAt') } as const
  const listing = {
    scope,
    readerId: actor?.personId ?? null,
    seesProposals: actor !== null && seesProposals(actor),
    now: clock.now(),
  }
  const order = pageOrder(list, activityOrders, page)
  const found = await selectActivities(db, villageId, listing, order)
  const { shown, ...rest } = cutListed(list, page, found)
  const ruleOf = await readRules(db, scoring, villageId, shown)
  return {
    items: shown.map((activity) => presentRow(activity, ruleOf, language)),
    ...rest,
  }
}

function presentRow(activity: ListedActivity, ruleOf: RuleOf, language: 'zh' | 'en') {
  const { activityId, title, place, state, mine, quota, taken, longestShiftMinutes } = activity
  const rule = ruleOf(activity)
  const day = civilDay(activity.startsAt)
  return {
    activityId,
    title,
    place,
    startsAt: activity.startsAt.toISOString(),
    endsAt: activity.endsAt.toISOString(),
    state,
    itemName: wordsIn(rule?.item.name, language) ?? activity.itemRef,
    spots: { quota, taken },
    mine,
    pointsPreview: rule && previewPoints(rule.sheet, rule.item, longestShiftMinutes, day),
  }
}

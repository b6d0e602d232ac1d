import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readJudges } from '../../cases/index.ts'
import { noteAccess, readPeople } from '../../community/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import { isOwnHousehold } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import type { ObjectionState } from '../ground/tables.ts'
import { selectDisputables } from '../awards/index.ts'
import {
  objectionOrders,
  selectInState,
  selectObjection,
  selectObjectionsOf,
  type Objection,
} from './objection.store.ts'
import { mayReadObjection, presentObjection, type ObjectionContext } from './present-objection.ts'
import type { ObjectionView } from './schema.ts'

type ReadParts = Pick<ScoringParts, 'database' | 'clock' | 'newId' | 'scoring'>

interface Page {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Found {
  readonly items: ObjectionView[]
  readonly nextCursor: string | null
}

const timeMark = z.tuple([z.iso.datetime(), z.uuid()])

/** The village's objections. A look is noted for the persons concerned. */
export async function readObjections(
  parts: ReadParts,
  actor: Actor,
  { state, ...page }: Asked<'dueOn' | 'raisedAt'> & { readonly state: ObjectionState },
  language: Language,
): Promise<Found & { readonly total: number | null }> {
  const { villageId } = actor
  const list = `objections ${state}`
  const order = pageOrder(list, objectionOrders, page)
  return parts.database.inVillage(villageId, async (db) => {
    const found = await selectInState(db, villageId, state, order)
    const { shown, ...rest } = cutListed(list, page, found)
    return { items: await present(parts, db, actor, shown, language), ...rest }
  })
}

/** What I have objected to, newest first. */
export async function readOwnObjections(
  parts: ReadParts,
  actor: Actor,
  page: Page,
  language: Language,
): Promise<Found> {
  const { villageId, personId } = actor
  const list = 'own-objections'
  const before = decodeCursor(list, page.cursor, timeMark)
  return parts.database.inVillage(villageId, async (db) => {
    const rows = await selectObjectionsOf(db, villageId, personId, {
      before: before && { raisedAt: new Date(before[0]), objectionId: before[1] },
      limit: page.limit + 1,
    })
    const { shown, nextCursor } = cutPage(list, rows, page.limit, (last) => [
      last.raisedAt.toISOString(),
      last.objectionId,
    ])
    return {
      items: await present(parts, db, actor, shown, language),
      nextCursor,
    }
  })
}

/**
 * One objection, for the objector, the earner's household, the committee and its overseers.
 * @throws Refusal 'unknown_objection', also for whom it does not concern
 */
export async function readObjection(
  parts: ReadParts,
  actor: Actor,
  objectionId: string,
  language: Language,
): Promise<ObjectionView> {
  const { villageId } = actor
  return parts.database.inVillage(villageId, async (db) => {
    const objection = await selectObjection(db, villageId, objectionId)
    if (objection === null) throw refuse('unknown_objection')
    const [view] = await present(parts, db, actor, [objection], language)
    if (view === undefined) throw refuse('unknown_objection')
    return view
  })
}

/** Those of the objections that the reader may read, as they may read them. */
async function present(
  { clock, newId, scoring }: ReadParts,
  db: Db,
  actor: Actor,
  objections: readonly Objection[],
  language: Language,
): Promise<ObjectionView[]> {
  const { villageId } = actor
  const awardIds = objections.flatMap(({ awardId, newAwardId }) =>
    newAwardId === null ? [awardId] : [awardId, newAwardId],
  )
  const awards = await selectDisputables(db, villageId, awardIds)
  const people = await readPeople(db, villageId, [
    ...new Set([
      ...objections.flatMap(({ objectorId, enteredBy }) => [objectorId, enteredBy]),
      ...[...awards.values()].map(({ personId }) => personId),
    ]),
  ])
  const judges = await readJudges(db, villageId, [actor.personId, ...people.keys()])
  const views: ObjectionView[] = []
  const seen = new Set<string>()
  for (const objection of objections) {
    const award = awards.get(objection.awardId)
    if (award === undefined || !mayReadObjection(actor, objection, award)) continue
    const sheet = await scoring.sheets.byId(db, villageId, award.ruleSheetId)
    const newAward = awards.get(objection.newAwardId ?? '') ?? null
    const context: ObjectionContext = { award, sheet, newAward, people, judges }
    const view = presentObjection(actor, objection, context, clock.now(), language)
    views.push(view)
    if (view.facts === null) continue
    if (!isOwnHousehold(actor, award)) seen.add(award.personId)
    if (objection.objectorId !== actor.personId) seen.add(objection.objectorId)
  }
  const at = { db, villageId, now: clock.now(), newId }
  if (seen.size > 0) await noteAccess(at, actor.personId, [...seen], 'objections')
  return views
}

/** All that a person has objected to: for the person's own data. */
export async function readObjectionsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<Objection[]> {
  return selectObjectionsOf(db, villageId, personId, { before: null, limit: null })
}

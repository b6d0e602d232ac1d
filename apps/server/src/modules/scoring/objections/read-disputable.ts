import { findItem, type RuleItem, wordsIn } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { maskName, readHouseholds } from '../../community/index.ts'
import {
  type DisputableAward,
  readAward,
  selectCorrecting,
  selectDisputable,
  selectNoticedAwards,
} from '../awards/index.ts'
import { readLineNumbers, selectNotice } from '../notices/index.ts'
import { presentRepair } from '../repairs/index.ts'
import type { Scoring, ScoringParts } from '../rules/index.ts'
import { isOwnHousehold, type Belonging } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import { isPublic, objectionEndsOn, whyNotObjectable } from './objection-policy.ts'
import {
  selectObjection,
  selectObjectionsTo,
  selectObjectionsToAll,
  type Objection,
} from './objection.store.ts'
import type { DisputableAwardView, NoticedAwardView } from './schema.ts'

/**
 * One award in full, with what was said against it and whether the reader can object.
 * @throws Refusal 'unknown_award', 'award_not_yours'
 */
export async function readDisputableAward(
  parts: ScoringParts,
  actor: Actor,
  awardId: string,
  language: Language,
): Promise<DisputableAwardView> {
  const { database, clock, scoring } = parts
  const { villageId } = actor
  const view = await readAward(parts, actor, awardId, language)
  return database.inVillage(villageId, async (db) => {
    const award = await selectDisputable(db, villageId, awardId)
    if (award === null) throw refuse('unknown_award')
    const objections = await selectObjectionsTo(db, villageId, awardId)
    const item = await itemOf(db, scoring, villageId, award)
    const why = whyNotObjectable(readerOf(actor), award, item, objections, clock.now())
    const isDisputed = objections.some(({ state }) => state === 'open')
    return {
      ...view,
      isDisputed,
      objections: objections.map((one) => briefOf(one, actor)),
      corrects: await correctsOf(db, villageId, award),
      correctedBy: await selectCorrecting(db, villageId, awardId),
      canObject: {
        ...permission(why, language),
        until: why === null ? objectionEndsOn(award) : null,
      },
      repair: await presentRepair(db, actor, award, { item, isDisputed }, language),
    }
  })
}

/** The award whose place this one took; null when it is the first for its deed. */
async function correctsOf(
  db: Db,
  villageId: string,
  { objectionId, correctsAwardId }: DisputableAward,
): Promise<DisputableAwardView['corrects']> {
  if (correctsAwardId !== null) return { awardId: correctsAwardId, objectionId }
  // Awards from before their contributions named what they correct.
  const from = objectionId && (await selectObjection(db, villageId, objectionId))
  return from ? { awardId: from.awardId, objectionId } : null
}

function briefOf(objection: Objection, actor: Actor): DisputableAwardView['objections'][number] {
  const { objectionId, state, dueOn, reasons, newAwardId } = objection
  return {
    objectionId,
    state,
    isMine: objection.objectorId === actor.personId,
    raisedAt: objection.raisedAt.toISOString(),
    dueOn,
    answeredAt: objection.answeredAt?.toISOString() ?? null,
    reasons,
    newAwardId,
  }
}

/**
 * What stands on a notice for a villager to object to: all of the own household's, and of the others
 * what the notice lists under a household, with the number of its line and the day of the deed.
 * @throws Refusal 'unknown_notice'
 */
export async function readNoticedAwards(
  { database, clock, scoring }: Pick<ScoringParts, 'database' | 'clock' | 'scoring'>,
  actor: Actor,
  noticeId: string,
  language: Language,
): Promise<{ awards: NoticedAwardView[] }> {
  const { villageId } = actor
  const reader = readerOf(actor)
  return database.inVillage(villageId, async (db) => {
    if ((await selectNotice(db, villageId, noticeId)) === null) throw refuse('unknown_notice')
    const listed: { award: DisputableAward; item: RuleItem }[] = []
    for (const award of await selectNoticedAwards(db, villageId, noticeId)) {
      const item = await itemOf(db, scoring, villageId, award)
      if (isOwnHousehold(reader, award) || isPublic(item)) listed.push({ award, item })
    }
    const awardIds = listed.map(({ award }) => award.awardId)
    const objections = await selectObjectionsToAll(db, villageId, awardIds)
    const households = await readHouseholds(db, villageId, [
      ...new Set(listed.map(({ award }) => award.householdId)),
    ])
    const numbers = await readLineNumbers(db, scoring, villageId, noticeId)
    const lines = listed.map(({ award, item }) => {
      const household = households.get(award.householdId)
      const earlier = objections.get(award.awardId) ?? []
      const why: Refusal | null = whyNotObjectable(reader, award, item, earlier, clock.now())
      const head = household?.headName ?? null
      const line: NoticedAwardView = {
        awardId: award.awardId,
        no: award.pointsHundredths < 0 ? null : (numbers.get(award.householdId) ?? null),
        occurredOn:
          item.publicity === 'totals_only' && !isOwnHousehold(reader, award)
            ? null
            : award.occurredOn,
        groupName: household?.groupName ?? '',
        headMasked: household?.headPublishesName && head !== null ? head : maskName(head),
        itemName: wordsIn(item.name, language),
        pointsHundredths: award.pointsHundredths,
        isOwnHousehold: isOwnHousehold(reader, award),
        isDisputed: earlier.some(({ state }) => state === 'open'),
        canObject: permission(why, language),
      }
      return { line, groupNo: household?.groupNo ?? 0, householdId: award.householdId }
    })
    return { awards: lines.toSorted(byHousehold).map(({ line }) => line) }
  })
}

interface PlacedLine {
  readonly line: NoticedAwardView
  readonly groupNo: number
  readonly householdId: string
}

/** The own household first, then as on the notice. */
function byHousehold(a: PlacedLine, b: PlacedLine): number {
  if (a.line.isOwnHousehold !== b.line.isOwnHousehold) return a.line.isOwnHousehold ? -1 : 1
  if (a.groupNo !== b.groupNo) return a.groupNo - b.groupNo
  return a.householdId.localeCompare(b.householdId, 'en')
}

function readerOf({ personId, householdId }: Actor): Belonging {
  return { personId, householdId: householdId ?? '' }
}

async function itemOf(
  db: Db,
  scoring: Scoring,
  villageId: string,
  { ruleSheetId, itemRef }: DisputableAward,
): Promise<RuleItem> {
  const { sheet } = await scoring.sheets.byId(db, villageId, ruleSheetId)
  const item = findItem(sheet, itemRef)
  if (item === undefined) throw new Error(`sheet ${ruleSheetId} lost item ${itemRef}`)
  return item
}

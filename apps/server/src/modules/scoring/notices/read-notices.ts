import { findItem, wordsIn } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import type { Language } from '../../../platform/http/language.ts'
import {
  maskName,
  readHouseholds,
  readVillage,
  type HouseholdBrief,
} from '../../community/index.ts'
import type { Scoring, ScoringParts } from '../rules/index.ts'
import { refuse } from '../ground/refusals.ts'
import { daysText } from './days-text.ts'
import { lastDayOnNotice } from '../awards/index.ts'
import {
  noticeOrders,
  selectHonourAt,
  selectNotice,
  selectNoticedSums,
  selectNotices,
  type NoticedSum,
  type NoticeName,
} from './notice.store.ts'

/** A page of the village's notices. */
export async function readNotices(
  { database }: Pick<ScoringParts, 'database'>,
  villageId: string,
  page: Asked<'publishedAt' | 'endsAt' | 'awards'>,
) {
  const list = `notices ${villageId}`
  const order = pageOrder(list, noticeOrders, page)
  const found = await database.inVillage(villageId, (db) => selectNotices(db, villageId, order))
  const { shown: items, ...rest } = cutListed(list, page, found)
  return {
    items: items.map(({ noticeId, serial, publishedAt, endsAt, awards, hash }) => ({
      noticeId,
      serial,
      publishedAt: publishedAt.toISOString(),
      endsAt: endsAt.toISOString(),
      publishedOn: civilDay(publishedAt),
      lastDay: lastDayOnNotice(endsAt),
      awards,
      hash,
    })),
    ...rest,
  }
}

/** The newest notices. */
export async function readLatestNotices(db: Db, villageId: string, limit: number) {
  const page = { cursor: undefined, limit, sort: '-publishedAt' as const }
  const order = pageOrder(`notices ${villageId}`, noticeOrders, page)
  return cutListed('', page, await selectNotices(db, villageId, order)).shown
}

export interface NoticeLine {
  readonly no: number
  readonly groupName: string
  readonly headMasked: string
  readonly plusHundredths: number
  readonly minusHundredths: number
  /** Honour at publication with what is added here; null in the line of all deductions. */
  readonly totalHundredths: number | null
  /** The items, with the days of the deeds. */
  readonly summary: string
  /** How many of its awards somebody objects to now. */
  readonly disputed: number
  /** How many were taken back since, though the line tells them as they were published. */
  readonly corrected: number
  /** The notices that hold what took their place. */
  readonly correctedOn: NoticeName[]
}

/**
 * A notice as the village reads it: one line a household under its masked head, then at most one
 * nameless line with all deductions, which are never published with a name.
 * @throws Refusal 'unknown_notice'
 */
export async function readNotice(
  { database, scoring }: Pick<ScoringParts, 'database' | 'scoring'>,
  villageId: string,
  noticeId: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const notice = await selectNotice(db, villageId, noticeId)
    if (notice === null) throw refuse('unknown_notice')
    const sums = await selectNoticedSums(db, villageId, noticeId)
    const householdIds = [...new Set(sums.map(({ householdId }) => householdId))]
    const households = await readHouseholds(db, villageId, householdIds)
    const honour = await selectHonourAt(db, villageId, householdIds, notice.publishedAt)
    const named = await nameSums(db, scoring, villageId, sums, language)
    const village = await readVillage(db, villageId)
    return {
      noticeId,
      serial: notice.serial,
      objectionPhone: village?.objectionPhone ?? null,
      villageName: village?.name ?? '',
      townName: village?.townName ?? '',
      publishedAt: notice.publishedAt.toISOString(),
      endsAt: notice.endsAt.toISOString(),
      publishedOn: civilDay(notice.publishedAt),
      lastDay: lastDayOnNotice(notice.endsAt),
      hash: notice.hash,
      rows: linesOf(named, households, honour, language),
    }
  })
}

/** The number of each household's line on a notice, by household. */
export async function readLineNumbers(
  db: Db,
  scoring: Scoring,
  villageId: string,
  noticeId: string,
): Promise<Map<string, number>> {
  const sums = await selectNoticedSums(db, villageId, noticeId)
  const named = await nameSums(db, scoring, villageId, sums, 'zh')
  const ids = [...new Set(sums.map(({ householdId }) => householdId))]
  const households = await readHouseholds(db, villageId, ids)
  return new Map(ordered(named, households).map(([householdId], index) => [householdId, index + 1]))
}

/** A sum with the name under which it may be published. */
interface NamedSum extends NoticedSum {
  readonly itemName: string
}

const otherItems = { zh: '其他', en: 'other' } as const

/** Leaves out private items, and takes the name from those that are published in totals only. */
async function nameSums(
  db: Db,
  scoring: Scoring,
  villageId: string,
  sums: readonly NoticedSum[],
  language: Language,
): Promise<NamedSum[]> {
  const named: NamedSum[] = []
  for (const sum of sums) {
    const { sheet } = await scoring.sheets.byId(db, villageId, sum.ruleSheetId)
    const item = findItem(sheet, sum.itemRef)
    if (item === undefined || item.publicity === 'private') continue
    const isTotalOnly = item.publicity === 'totals_only'
    named.push({
      ...sum,
      itemName: isTotalOnly ? otherItems[language] : wordsIn(item.name, language),
    })
  }
  return named
}

/** The households of a notice in the order of its lines, each with what it earned there. */
function ordered(
  sums: readonly NamedSum[],
  households: ReadonlyMap<string, HouseholdBrief>,
): [string, NamedSum[]][] {
  const byHousehold = new Map<string, NamedSum[]>()
  for (const sum of sums)
    if (!isDeduction(sum))
      byHousehold.set(sum.householdId, [...(byHousehold.get(sum.householdId) ?? []), sum])
  return [...byHousehold].toSorted(([a], [b]) =>
    compareHouseholds(households.get(a), households.get(b)),
  )
}

function isDeduction({ plusHundredths, minusHundredths }: NoticedSum): boolean {
  return plusHundredths <= 0 && minusHundredths !== 0
}

const sumOf = (sums: readonly NamedSum[], value: (sum: NamedSum) => number) =>
  sums.reduce((total, sum) => total + value(sum), 0)

function linesOf(
  sums: readonly NamedSum[],
  households: ReadonlyMap<string, HouseholdBrief>,
  honour: ReadonlyMap<string, number>,
  language: Language,
): NoticeLine[] {
  const lines = ordered(sums, households).map(([householdId, own]) => {
    const household = households.get(householdId)
    const plus = sumOf(own, ({ plusHundredths }) => plusHundredths)
    return {
      groupName: household?.groupName ?? '',
      headMasked: publishedHead(household),
      plusHundredths: plus,
      minusHundredths: 0,
      totalHundredths: (honour.get(householdId) ?? 0) + plus,
      summary: summaryOf(own, language),
      disputed: sumOf(own, ({ disputed }) => disputed),
      ...correctionsOf(own),
    }
  })
  const minus = sumOf(sums, ({ minusHundredths }) => minusHundredths)
  const nameless = {
    groupName: '',
    headMasked: '',
    plusHundredths: 0,
    minusHundredths: minus,
    totalHundredths: null,
    summary: otherItems[language],
    disputed: sumOf(sums.filter(isDeduction), ({ disputed }) => disputed),
    ...correctionsOf(sums.filter(isDeduction)),
  }
  return [...lines, ...(minus === 0 ? [] : [nameless])].map((line, index) => ({
    no: index + 1,
    ...line,
  }))
}

function correctionsOf(sums: readonly NamedSum[]): Pick<NoticeLine, 'corrected' | 'correctedOn'> {
  const notices = new Map(
    sums.flatMap(({ correctedOn }) => correctedOn.map((one) => [one.serial, one] as const)),
  )
  return {
    corrected: sumOf(sums, ({ corrected }) => corrected),
    correctedOn: [...notices.values()].toSorted((a, b) => (a.serial < b.serial ? -1 : 1)),
  }
}

function publishedHead(household: HouseholdBrief | undefined): string {
  if (household?.headPublishesName && household.headName !== null) return household.headName
  return maskName(household?.headName ?? null)
}

function compareHouseholds(a: HouseholdBrief | undefined, b: HouseholdBrief | undefined): number {
  const byGroup = (a?.groupNo ?? 0) - (b?.groupNo ?? 0)
  if (byGroup !== 0) return byGroup
  return (a?.householdId ?? '') < (b?.householdId ?? '') ? -1 : 1
}

/** Each item with how often and when; of what is published in totals only, no day. */
function summaryOf(sums: readonly NamedSum[], language: Language): string {
  const items = new Map<string, { count: number; days: Set<string> }>()
  for (const { itemName, awards, days } of sums) {
    const item = items.get(itemName) ?? { count: 0, days: new Set<string>() }
    const told = itemName === otherItems[language] ? [] : days
    items.set(itemName, { count: item.count + awards, days: new Set([...item.days, ...told]) })
  }
  return [...items]
    .map(([name, { count, days }]) => {
      const often = count === 1 ? name : `${name}×${count}`
      return often + daysText([...days].toSorted(), language)
    })
    .join(language === 'zh' ? '、' : ', ')
}

import type { Actor } from '../../../platform/actor.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import type { Language } from '../../../platform/http/language.ts'
import {
  isKinOf,
  noteAccess,
  readKin,
  readPeopleNames,
  selectIdsByName,
} from '../../community/index.ts'
import {
  readBalances,
  readEntries,
  type AccountEntry,
  type PointsUnit,
} from '../../ledger/index.ts'
import { type ScoringParts, readItemNames } from '../rules/index.ts'
import { isOwnHousehold, maySeeAward } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import type { AwardState } from '../ground/tables.ts'
import {
  selectAward,
  openAwardOrders,
  ownAwardOrders,
  selectAwardItems,
  selectOpenAwards,
  selectOwnAwards,
} from './award-view.store.ts'
import { entryMark } from './page-marks.ts'
import { presentAward, presentAwardRow, presentName } from './present-award.ts'
import type { AwardRowView, AwardView, OpenAwardRowView } from './schema.ts'

interface Page {
  readonly cursor?: string | undefined
  readonly limit: number
}

/**
 * One award in full. A look at another household's is noted for the person to see.
 * @throws Refusal 'unknown_award', 'award_not_yours'
 */
export async function readAward(
  { database, clock, newId, scoring }: ScoringParts,
  actor: Actor,
  awardId: string,
  language: Language,
): Promise<AwardView> {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const award = await selectAward(db, villageId, awardId)
    if (award === null) throw refuse('unknown_award')
    if (!maySeeAward(actor, award)) throw refuse('award_not_yours')
    if (!isOwnHousehold(actor, award)) {
      const at = { db, villageId, now: clock.now(), newId }
      await noteAccess(at, actor.personId, [award.personId], 'award')
    }
    const sheet = await scoring.sheets.byId(db, villageId, award.ruleSheetId)
    const names = await readPeopleNames(db, villageId, [award.personId, award.recordedBy])
    return presentAward(award, sheet, names, language)
  })
}

/** A page of one's own awards. */
export async function readOwnAwards(
  { database, scoring }: ScoringParts,
  actor: Actor,
  { state, ...page }: Asked<'occurredOn' | 'points'> & { readonly state?: AwardState | undefined },
  language: Language,
): Promise<{ items: AwardRowView[]; nextCursor: string | null; total: number | null }> {
  const { villageId, personId } = actor
  const list = `own-awards ${state ?? ''}`
  const order = pageOrder(list, ownAwardOrders, page)
  return database.inVillage(villageId, async (db) => {
    const found = await selectOwnAwards(db, villageId, personId, state ?? null, order)
    const { shown, ...rest } = cutListed(list, page, found)
    const names = await readItemNames(db, scoring, villageId, shown, language)
    return { items: shown.map((row) => presentAwardRow(row, names)), ...rest }
  })
}

/** A page of the village's awards that are not final yet, for those who publish and watch. */
export async function readOpenAwards(
  { database, clock, newId, scoring }: ScoringParts,
  actor: Actor,
  {
    state,
    q,
    ...page
  }: Asked<'scoredAt' | 'occurredOn' | 'points'> & {
    readonly state: 'scored' | 'on_notice'
    readonly q: string
  },
  language: Language,
): Promise<{ items: OpenAwardRowView[]; nextCursor: string | null; total: number | null }> {
  const { villageId } = actor
  const list = `open-awards ${state} ${q}`
  const order = pageOrder(list, openAwardOrders, page)
  return database.inVillage(villageId, async (db) => {
    const personIds = q === '' ? null : await selectIdsByName(db, villageId, q)
    const found = await selectOpenAwards(db, villageId, { state, personIds }, order)
    const { shown: items, ...rest } = cutListed(list, page, found)
    const itemNames = await readItemNames(db, scoring, villageId, items, language)
    const people = [...new Set(items.map(({ personId }) => personId))]
    const names = await readPeopleNames(db, villageId, people)
    const kin = await readKin(db, villageId, [actor.personId, ...people])
    const foreign = items.filter((row) => !isOwnHousehold(actor, row))
    const at = { db, villageId, now: clock.now(), newId }
    await noteAccess(
      at,
      actor.personId,
      foreign.map(({ personId }) => personId),
      'awards',
    )
    return {
      items: items.map((row) => ({
        ...presentAwardRow(row, itemNames),
        person: { personId: row.personId, name: presentName(names.get(row.personId), language) },
        isOwnHousehold: isKinOf(actor.personId, row, kin),
      })),
      ...rest,
    }
  })
}

/** The household's balances and a page of its entries, each with what it was for. */
export async function readAccount(
  { database, scoring }: ScoringParts,
  actor: Actor,
  page: Page & { readonly unit?: PointsUnit | undefined },
  language: Language,
) {
  const { villageId, householdId } = actor
  const units: PointsUnit[] = page.unit === undefined ? ['honour', 'wallet'] : [page.unit]
  const list = `account-entries ${page.unit ?? ''}`
  const mark = decodeCursor(list, page.cursor, entryMark)
  if (householdId === null)
    return { honourHundredths: 0, walletHundredths: 0, entries: { items: [], nextCursor: null } }
  return database.inVillage(villageId, async (db) => {
    const balances = await readBalances(db, villageId, householdId)
    const rows = await readEntries(db, villageId, householdId, {
      units,
      after: mark && { transferId: mark[0], line: mark[1] },
      limit: page.limit + 1,
    })
    const { shown: items, nextCursor } = cutPage(list, rows, page.limit, (last) => [
      last.transferId,
      last.line,
    ])
    const causes = items.map(({ causeId }) => causeId)
    const awardItems = await selectAwardItems(db, villageId, causes)
    const names = await readItemNames(db, scoring, villageId, [...awardItems.values()], language)
    return {
      ...balances,
      entries: {
        items: items.map((entry) => {
          const item = awardItems.get(entry.causeId)
          return {
            postedAt: entry.postedAt.toISOString(),
            unit: entry.unit,
            amountHundredths: entry.amountHundredths,
            causeKind: entry.causeKind,
            causeId: entry.causeId,
            sellerId: entry.sellerId,
            text: entryText(entry, item === undefined ? '' : names(item), language),
          }
        }),
        nextCursor,
      },
    }
  })
}

/** What moves in a wallet beside awards. */
const causeTexts = new Map<string, Record<Language, string>>([
  ['hold', { zh: '预留', en: 'Set aside' }],
  ['release', { zh: '预留退回', en: 'What was set aside, given back' }],
  ['spend', { zh: '兑换', en: 'Spent' }],
  ['gift', { zh: '别家送来', en: 'A gift from another household' }],
  ['given', { zh: '送给别家', en: 'A gift to another household' }],
  ['close', { zh: '年度结转', en: 'The wallets’ yearly close' }],
  ['start', { zh: '起始分', en: 'Points to start with' }],
  ['refund', { zh: '退回的分', en: 'Points given back' }],
])

function entryText(
  { causeKind, amountHundredths }: Pick<AccountEntry, 'causeKind' | 'amountHundredths'>,
  itemName: string,
  language: Language,
): string {
  const isGiven = causeKind === 'gift' && amountHundredths < 0
  const own = causeTexts.get(isGiven ? 'given' : causeKind)
  if (own !== undefined) return own[language]
  if (causeKind !== 'reversal') return itemName
  return language === 'zh' ? `撤回：${itemName}` : `Taken back: ${itemName}`
}

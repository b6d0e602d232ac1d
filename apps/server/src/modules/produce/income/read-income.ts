import { communityRefusals, readHouseholds, readVillage } from '../../community/index.ts'
import { selectHouseholdIncome, type HouseholdIncome } from '../../money/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import type { IncomeSheet } from '../../../platform/on-paper.ts'
import { selectSeasons } from '../land/index.ts'
import { selectSales, type Sales } from '../market/index.ts'
import { doorText, civilDay } from '@azalea/text'
import type { IncomeReaders } from './parts.ts'
import { refuse } from './refusals.ts'
import {
  FEWEST_PUBLISHED,
  medianFen,
  sumByHousehold,
  sumByMonth,
  sumBySource,
  sumCompany,
} from './sum-income.ts'

interface Season {
  /** Null: what lies in no growing season. */
  readonly seasonId: string | null
  readonly nameZh: string
  readonly nameEn: string | null
  readonly beginsOn: string | null
  readonly endsOn: string | null
  readonly income: readonly HouseholdIncome[]
  readonly sales: readonly Sales[]
}

/** Growing seasons in which anything was earned or sold, the latest first, and what lies between them. */
async function readBySeason(
  db: Db,
  villageId: string,
  of: { readonly householdId: string | null },
): Promise<Season[]> {
  const seasons = await selectSeasons(db, villageId)
  const periods = seasons.map(({ growingSeasonId: id, beginsOn, endsOn }) => ({
    id,
    beginsOn,
    endsOn,
  }))
  const income = await selectHouseholdIncome(db, villageId, { periods, ...of })
  const sales = of.householdId === null ? await selectSales(db, villageId, periods) : []
  const between = { nameZh: '', nameEn: null, beginsOn: null, endsOn: null }
  return [
    ...seasons.map(({ growingSeasonId: seasonId, nameZh, nameEn, beginsOn, endsOn }) => ({
      seasonId,
      nameZh,
      nameEn,
      beginsOn,
      endsOn,
    })),
    { seasonId: null, ...between },
  ]
    .map((season) => ({
      ...season,
      income: income.filter(({ periodId }) => periodId === season.seasonId),
      sales: sales.filter(({ periodId }) => periodId === season.seasonId),
    }))
    .filter((season) => season.income.length > 0 || season.sales.length > 0)
}

const nameOf = ({ seasonId, nameZh, nameEn }: Season, language: Language) =>
  seasonId === null ? null : inLanguage(language, nameZh, nameEn)

/** What one's household earned, season by season and month by month. */
export async function readOwnIncome(
  { database }: IncomeReaders,
  { villageId, householdId }: Actor,
  language: Language,
) {
  if (householdId === null) return { seasons: [] }
  return database.readInVillage(villageId, async (db) => {
    const seasons = await readBySeason(db, villageId, { householdId })
    return { seasons: seasons.map((season) => presentOwn(season, language)) }
  })
}

function presentOwn(season: Season, language: Language) {
  const sources = sumBySource(season.income)
  return {
    seasonId: season.seasonId,
    name: nameOf(season, language),
    beginsOn: season.beginsOn,
    endsOn: season.endsOn,
    earnedFen: sources.reduce((sum, { earnedFen }) => sum + earnedFen, 0),
    paidFen: sources.reduce((sum, { paidFen }) => sum + paidFen, 0),
    sources: sources.map(({ source, times, earnedFen, paidFen }) => ({
      source,
      times,
      earnedFen,
      paidFen,
    })),
    months: sumByMonth(season.income, []).map(({ month, earnedFen }) => ({ month, earnedFen })),
  }
}

/** What stands on a household's own statement of income. @throws Refusal 'no_income_yet' */
export async function readIncomeSheet(
  { database, clock }: IncomeReaders,
  { villageId, householdId }: Actor,
): Promise<IncomeSheet> {
  if (householdId === null) throw refuse('no_income_yet')
  return database.readInVillage(villageId, async (db) => {
    const seasons = await readBySeason(db, villageId, { householdId })
    if (seasons.length === 0) throw refuse('no_income_yet')
    const village = await readVillage(db, villageId)
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    return {
      villageName: village?.name ?? '',
      householdName: household?.headName ?? household?.houseNo ?? '',
      place: household === undefined ? '' : doorText(household, 'zh'),
      madeOn: civilDay(clock.now()),
      seasons: seasons.map((season) => {
        const { nameZh, nameEn, sources, earnedFen, paidFen } = {
          ...season,
          ...presentOwn(season, 'zh'),
        }
        return { seasonId: season.seasonId, nameZh, nameEn, earnedFen, paidFen, sources }
      }),
    }
  })
}

/** What every household and the company earned in each season, for who keeps the money. */
export async function readIncomeDesk(
  { database }: IncomeReaders,
  { villageId }: Actor,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const seasons = await readBySeason(db, villageId, { householdId: null })
    const ids = [
      ...new Set(seasons.flatMap(({ income }) => income.map(({ householdId }) => householdId))),
    ]
    const households = await readHouseholds(db, villageId, ids)
    return {
      seasons: seasons.map((season) => ({
        ...presentVillage(season, language),
        items: sumByHousehold(season.income).map((sum) => {
          const household = households.get(sum.householdId)
          return {
            ...sum,
            name: household?.headName ?? null,
            place: household === undefined ? '' : doorText(household, language),
          }
        }),
      })),
    }
  })
}

function presentVillage(season: Season, language: Language) {
  const households = sumByHousehold(season.income)
  return {
    seasonId: season.seasonId,
    name: nameOf(season, language),
    beginsOn: season.beginsOn,
    endsOn: season.endsOn,
    households: households.length,
    earnedFen: households.reduce((sum, { earnedFen }) => sum + earnedFen, 0),
    medianFen: medianFen(households),
    sources: sumBySource(season.income),
    months: sumByMonth(season.income, season.sales),
    company: sumCompany(season.income, season.sales),
  }
}

/**
 * The same without names, for anybody. Where fewer than five households earned something, neither it
 * nor a sum from which it follows is told. @throws Refusal 'unknown_village'
 */
export async function readPublicIncome(
  { database }: IncomeReaders,
  villageId: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const seasons = await readBySeason(db, villageId, { householdId: null })
    return {
      villageName: village.name,
      fewest: FEWEST_PUBLISHED,
      seasons: seasons.map((season) => withoutFew(presentVillage(season, language))),
    }
  })
}

const isFew = (households: number) => households > 0 && households < FEWEST_PUBLISHED

function withoutFew(season: ReturnType<typeof presentVillage>) {
  const { company, sources, months } = season
  const hasFewOfSource = sources.some(({ households }) => isFew(households))
  const hasFewOfHarvest = sources.some(
    ({ source, households }) => source === 'harvest' && isFew(households),
  )
  const hasFewInMonth = months.some(({ households }) => isFew(households))
  const isHidden = hasFewOfSource || isFew(season.households)
  return {
    ...season,
    households: isHidden ? null : season.households,
    earnedFen: isHidden ? null : season.earnedFen,
    medianFen: isHidden ? null : season.medianFen,
    sources: sources.map((sum) =>
      isFew(sum.households)
        ? { source: sum.source, households: null, earnedFen: null }
        : { source: sum.source, households: sum.households, earnedFen: sum.earnedFen },
    ),
    months: months.map(({ month, earnedFen, salesFen }) => ({
      month,
      earnedFen: isHidden || hasFewInMonth ? null : earnedFen,
      salesFen,
    })),
    company: {
      ...company,
      purchasesFen: hasFewOfHarvest ? null : company.purchasesFen,
      marginFen: hasFewOfHarvest ? null : company.marginFen,
    },
  }
}

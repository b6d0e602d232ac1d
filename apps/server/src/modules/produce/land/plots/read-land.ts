import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { hasAnyRole } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { communityRefusals, maskName, readPeople, readVillage } from '../../../community/index.ts'
import { selectConvention } from '../conventions/convention.store.ts'
import { selectLeases, selectRunningLeases, type Lease } from '../leases/lease.store.ts'
import type { LandReaders } from '../parts.ts'
import { surveyors } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectSeasons, type GrowingSeason } from '../seasons/growing-season.store.ts'
import { selectBounds } from './bounds.store.ts'
import { selectPlotsOf, type PlotOfSubject } from './plot.store.ts'

/** A-2 before A-17. */
const byLabel = new Intl.Collator('zh', { numeric: true })

/** Free to lease, leased in this season, resting, or held by a household as its own. */
export type PlotState = 'free' | 'leased' | 'resting' | 'held'

/** The season that runs, else the next one. @param seasons the latest first */
export function seasonOf(seasons: readonly GrowingSeason[], day: string): GrowingSeason | null {
  return seasons.filter(({ endsOn }) => endsOn >= day).at(-1) ?? null
}

function stateOf(plot: PlotOfSubject, lease: Lease | undefined): PlotState {
  if (plot.tenure === 'household') return 'held'
  if (lease !== undefined) return 'leased'
  return plot.isResting ? 'resting' : 'free'
}

function presentPlot(plot: PlotOfSubject, lease: Lease | undefined) {
  const { label, kind, groupNo, groupName } = plot.subject
  return {
    plotId: plot.plotId,
    label,
    kind,
    groupNo,
    groupName,
    tenure: plot.tenure,
    state: stateOf(plot, lease),
    ring: [...plot.ring],
    areaSquareMetres: plot.areaSquareMetres,
    soil: plot.soil,
    water: plot.water,
  }
}

export function presentSeason(season: GrowingSeason, language: Language) {
  const { growingSeasonId, nameZh, nameEn, beginsOn, endsOn, offerId } = season
  const name = inLanguage(language, nameZh, nameEn)
  return { growingSeasonId, name, beginsOn, endsOn, offerId }
}

/** The map as anybody may see it: no grower is named. @throws Refusal 'unknown_village' */
export async function readPublicLand(
  { database, clock, mapTiles = null }: LandReaders,
  villageId: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const { season, plots, leases } = await readSeasonLand(db, villageId, civilDay(clock.now()))
    return {
      villageName: village.name,
      tiles: mapTiles,
      season: season === null ? null : presentSeason(season, language),
      plots: plots.map((plot) => presentPlot(plot, leases.get(plot.plotId))),
    }
  })
}

/** The map with who grows where, what one holds oneself, and whether one may lease a plot. */
export async function readLand(
  { database, clock, mapTiles = null }: LandReaders,
  actor: Actor,
  language: Language,
) {
  const { villageId, personId } = actor
  const today = civilDay(clock.now())
  return database.inVillage(villageId, async (db) => {
    const { season, plots, leases } = await readSeasonLand(db, villageId, today)
    const convention = await selectConvention(db, villageId)
    const holders = [...leases.values()].map((lease) => lease.personId)
    const offered = await readOffered(db, actor, today)
    const people = await readPeople(db, villageId, holders)
    const seesNames = hasAnyRole(actor, surveyors)
    const why = whyNotClaiming(actor, season, convention !== null, [...leases.values()])
    return {
      tiles: mapTiles,
      season: season === null ? null : presentSeason(season, language),
      convention:
        convention === null
          ? null
          : {
              edition: convention.edition,
              words: inLanguage(language, convention.wordsZh, convention.wordsEn),
            },
      bounds: await selectBounds(db, villageId),
      canClaim: permission(why, language),
      plots: plots.map((plot) => {
        const lease = leases.get(plot.plotId)
        const holder = lease && people.get(lease.personId)
        const isMine = lease?.personId === personId
        const name = holder?.name ?? null
        const isShown = seesNames || isMine || holder?.publishesName === true
        return {
          ...presentPlot(plot, lease),
          holderName: name === null || isShown ? name : maskName(name),
          isMine: isMine || isOwnLand(plot, actor),
          leaseId: isMine ? lease.leaseId : null,
          toPersonNamed: isMine && lease.toPersonId !== null,
        }
      }),
      offered: offered.map(({ leaseId, plotId }) => ({ leaseId, plotId })),
    }
  })
}

/** Plots that somebody would pass on to this person. */
export async function readOffered(db: Db, actor: Actor, today: string): Promise<Lease[]> {
  const leases = await selectRunningLeases(db, actor.villageId, today)
  return leases.filter(({ toPersonId }) => toPersonId === actor.personId)
}

function isOwnLand({ tenure, subject }: PlotOfSubject, { householdId }: Actor): boolean {
  return tenure === 'household' && householdId !== null && subject.keeperHouseholdId === householdId
}

async function readSeasonLand(db: Db, villageId: string, today: string) {
  const season = seasonOf(await selectSeasons(db, villageId), today)
  const plots = (await selectPlotsOf(db, villageId)).toSorted((one, other) =>
    byLabel.compare(one.subject.label, other.subject.label),
  )
  const leases = season === null ? [] : await selectLeases(db, villageId, season.growingSeasonId)
  return { season, plots, leases: new Map(leases.map((lease) => [lease.plotId, lease])) }
}

function whyNotClaiming(
  { householdId, personId }: Actor,
  season: GrowingSeason | null,
  hasConvention: boolean,
  leases: readonly Lease[],
): Refusal | null {
  if (season === null) return refuse('unknown_growing_season')
  if (!hasConvention) return refuse('no_convention')
  if (householdId === null) return refuse('lease_not_for_others')
  const isSecond = leases.some((lease) => lease.personId === personId)
  return isSecond ? refuse('second_plot') : null
}

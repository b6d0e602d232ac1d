import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { readHousemates, readSubjects, type Subject } from '../../community/index.ts'
import {
  readGrowers,
  readPlots,
  selectSeasons,
  type GrowingSeason,
  type Plot,
} from '../land/index.ts'
import { refuse } from './refusals.ts'

/** A plot, and which households grow on it on a day. */
export interface GrownPlot {
  readonly plot: Plot
  readonly subject: Subject
  /** Null outside of any. */
  readonly growingSeason: GrowingSeason | null
  readonly householdIds: readonly string[]
}

/** @throws Refusal 'unknown_plot_of_inputs' */
export async function readGrownPlot(
  db: Db,
  villageId: string,
  plotId: string,
  now: Date,
): Promise<GrownPlot> {
  const day = civilDay(now)
  const plot = (await readPlots(db, villageId, [plotId])).get(plotId)
  const subject = (await readSubjects(db, villageId, [plotId])).get(plotId)
  if (plot === undefined || subject === undefined) throw refuse('unknown_plot_of_inputs')
  const seasons = await selectSeasons(db, villageId)
  const growingSeason =
    seasons.find(({ beginsOn, endsOn }) => beginsOn <= day && day <= endsOn) ?? null
  const growers = await readGrowers(
    db,
    villageId,
    [{ ...plot, subject }],
    growingSeason?.growingSeasonId ?? null,
  )
  const grower = growers.get(plotId)
  return {
    plot,
    subject,
    growingSeason,
    householdIds: grower === undefined ? [] : [grower],
  }
}

/** @throws Refusal 'not_the_grower' */
export function requireGrower({ householdIds }: GrownPlot, { householdId }: Actor): string {
  if (householdId === null || !householdIds.includes(householdId)) throw refuse('not_the_grower')
  return householdId
}

/** What bars a technician from seeing to a plot: it is their own household's. */
export async function whyNotSeeingTo(
  db: Db,
  { villageId, personId }: Actor,
  { householdIds }: Pick<GrownPlot, 'householdIds'>,
): Promise<Refusal | null> {
  const { home } = await readHousemates(db, villageId, personId)
  return home !== null && householdIds.includes(home) ? refuse('own_household_application') : null
}

/** The name under which uses are counted, and the last day of that count. */
export function seasonOf({ growingSeason }: GrownPlot, day: string) {
  if (growingSeason !== null)
    return { season: growingSeason.growingSeasonId, seasonEndsOn: growingSeason.endsOn }
  const year = day.slice(0, 4)
  return { season: year, seasonEndsOn: `${year}-12-31` }
}

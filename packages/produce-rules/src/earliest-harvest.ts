import { addCivilDays, civilDay, type CivilDay } from '@azalea/text'
import type { Application } from './application.ts'
import type { ApprovedList } from './approved-list.ts'

/**
 * The first day on which a plot may be harvested: the longest interval of everything that was put on
 * it has passed, whatever grew there. Null when nothing was.
 *
 * An interval is the one under which the product was applied. A list that came later makes it longer,
 * never shorter, from the day of the application on and for the crop it was applied to.
 */
export function earliestHarvest(
  applied: readonly Application[],
  lists: readonly ApprovedList[] = [],
): CivilDay | null {
  let earliest: CivilDay | null = null
  for (const application of applied) {
    const from = harvestAfter(application, lists)
    if (earliest === null || from > earliest) earliest = from
  }
  return earliest
}

/** The first day on which one application no longer forbids a harvest. */
export function harvestAfter(
  application: Application,
  lists: readonly ApprovedList[] = [],
): CivilDay {
  const { appliedAt, registrationNumber, crop, preHarvestDays } = application
  const day = civilDay(appliedAt)
  const since = lists
    .filter(({ inForceFrom }) => inForceFrom >= day)
    .flatMap(({ uses }) => uses)
    .filter((use) => use.registrationNumber === registrationNumber && use.crops.includes(crop))
    .map((use) => use.preHarvestDays)
  const afterInterval = addCivilDays(day, Math.max(preHarvestDays, ...since))
  const reEntry = reEntryEndsAt(application)
  const afterReEntry = addCivilDays(day, Math.ceil((reEntry.getTime() - timeOf(application)) / DAY))
  return afterReEntry > afterInterval ? afterReEntry : afterInterval
}

/** When people may go into the plot again. */
export function reEntryEndsAt(application: Application): Date {
  return new Date(timeOf(application) + application.reEntryHours * HOUR)
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

function timeOf({ appliedAt }: Application): number {
  return new Date(appliedAt).getTime()
}

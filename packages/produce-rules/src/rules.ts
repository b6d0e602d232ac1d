import { addCivilDays, civilDay, type CivilDay } from '@azalea/text'
import { leastOnArea, mostOnArea, type Amount } from './amount.ts'
import type { Application, ApplicationRequest } from './application.ts'
import { usesOn, type ApprovedList, type ApprovedUse } from './approved-list.ts'
import { reEntryEndsAt } from './earliest-harvest.ts'

/**
 * Why a product may not be put on a plot. `possibleFrom` is the first day on which this reason is
 * gone by itself; null where waiting does not help, or nobody knows how long.
 */
export type Reason = { readonly possibleFrom: CivilDay | null } & (
  | { readonly code: 'not_on_list' }
  | { readonly code: 'not_for_crop' }
  | { readonly code: 'other_unit'; readonly unit: Amount['unit'] }
  | { readonly code: 'dose_above' | 'dose_below'; readonly limit: Amount }
  | { readonly code: 'uses_of_product'; readonly mostUses: number }
  | { readonly code: 'uses_of_substance'; readonly mostUses: number; readonly substance: string }
  | { readonly code: 'near_harvest'; readonly harvestOn: CivilDay; readonly days: number }
  | { readonly code: 're_entry'; readonly endsAt: string }
)

type Lists = readonly ApprovedList[]

/** A product that no list in force names is refused, whatever else is known of it. */
export function ruleOnList(lists: Lists, request: ApplicationRequest): Reason[] {
  const day = civilDay(request.at)
  if (usesOn(lists, request.registrationNumber, day).length > 0) return []
  const starts = lists
    .flatMap(({ inForceFrom, uses }) =>
      uses
        .filter(({ registrationNumber }) => registrationNumber === request.registrationNumber)
        .map(({ validFrom }) => (validFrom > inForceFrom ? validFrom : inForceFrom)),
    )
    .filter((from) => from > day)
    .filter((from) => usesOn(lists, request.registrationNumber, from).length > 0)
  return [{ code: 'not_on_list', possibleFrom: starts.toSorted()[0] ?? null }]
}

/** What the list says of this product on this crop; null where it says nothing. */
export function useForCrop(lists: Lists, request: ApplicationRequest): ApprovedUse | null {
  const uses = usesOn(lists, request.registrationNumber, civilDay(request.at))
  return uses.find(({ crops }) => crops.includes(request.crop)) ?? null
}

export function ruleForCrop(lists: Lists, request: ApplicationRequest): Reason[] {
  const uses = usesOn(lists, request.registrationNumber, civilDay(request.at))
  const isForOther = uses.length > 0 && useForCrop(lists, request) === null
  return isForOther ? [{ code: 'not_for_crop', possibleFrom: null }] : []
}

/** The dose of the label, worked out for the area: neither more nor less. */
export function ruleDose(use: ApprovedUse, request: ApplicationRequest): Reason[] {
  const { amount, areaSquareMetres } = request
  if (amount.unit !== use.unit) {
    return [{ code: 'other_unit', unit: use.unit, possibleFrom: null }]
  }
  const most = mostOnArea(use.mostPerMu, areaSquareMetres)
  if (amount.thousandths > most) return [dose('dose_above', use, most)]
  const least = leastOnArea(use.leastPerMu, areaSquareMetres)
  return amount.thousandths < least ? [dose('dose_below', use, least)] : []
}

/** Uses of the product this season, by the strictest number under which it was used or is asked. */
export function ruleUsesOfProduct(
  use: ApprovedUse,
  request: ApplicationRequest,
  applied: readonly Application[],
): Reason[] {
  const same = ofSeason(request, applied).filter(
    ({ registrationNumber }) => registrationNumber === use.registrationNumber,
  )
  const mostUses = strictest([use, ...same])
  if (mostUses === null || same.length < mostUses) return []
  return [{ code: 'uses_of_product', mostUses, possibleFrom: afterSeason(request) }]
}

/** Uses of an active substance this season: another bottle of the same counts as the same. */
export function ruleUsesOfSubstance(
  use: ApprovedUse,
  request: ApplicationRequest,
  applied: readonly Application[],
): Reason[] {
  return use.substances.flatMap((substance): Reason[] => {
    const same = ofSeason(request, applied).filter(({ substances }) =>
      substances.includes(substance),
    )
    const isByOthers = same.some(
      ({ registrationNumber }) => registrationNumber !== use.registrationNumber,
    )
    const mostUses = strictest([use, ...same])
    if (!isByOthers || mostUses === null || same.length < mostUses) return []
    const possibleFrom = afterSeason(request)
    return [{ code: 'uses_of_substance', mostUses, substance, possibleFrom }]
  })
}

/** A harvest that is planned or declared comes before the interval has passed. */
export function ruleNearHarvest(use: ApprovedUse, request: ApplicationRequest): Reason[] {
  const days = intervalDays(use)
  const day = civilDay(request.at)
  let possibleFrom = day
  let harvestOn: CivilDay | null = null
  for (const harvest of request.harvestDays.toSorted()) {
    if (harvest < possibleFrom || harvest >= addCivilDays(possibleFrom, days)) continue
    harvestOn ??= harvest
    possibleFrom = addCivilDays(harvest, 1)
  }
  return harvestOn === null ? [] : [{ code: 'near_harvest', harvestOn, days, possibleFrom }]
}

/** Nobody goes into the plot again before what was put there lets them. */
export function ruleReEntry(
  request: ApplicationRequest,
  applied: readonly Application[],
): Reason[] {
  const at = new Date(request.at).getTime()
  const ends = applied
    .filter(({ appliedAt }) => new Date(appliedAt).getTime() <= at)
    .map((application) => reEntryEndsAt(application).getTime())
  const last = Math.max(0, ...ends)
  if (last <= at) return []
  return [{ code: 're_entry', endsAt: new Date(last).toISOString(), possibleFrom: civilDay(last) }]
}

/** The days that a harvest waits for a product: its interval, and its re-entry counted in days. */
export function intervalDays({
  preHarvestDays,
  reEntryHours,
}: Pick<ApprovedUse, 'preHarvestDays' | 'reEntryHours'>): number {
  return Math.max(preHarvestDays, Math.ceil(reEntryHours / 24))
}

function dose(code: 'dose_above' | 'dose_below', use: ApprovedUse, thousandths: number): Reason {
  return { code, limit: { unit: use.unit, thousandths }, possibleFrom: null }
}

function ofSeason({ season }: ApplicationRequest, applied: readonly Application[]): Application[] {
  return applied.filter((application) => application.season === season)
}

function strictest(terms: readonly { readonly mostUses: number | null }[]): number | null {
  const numbers = terms.flatMap(({ mostUses }) => (mostUses === null ? [] : [mostUses]))
  return numbers.length === 0 ? null : Math.min(...numbers)
}

function afterSeason({ seasonEndsOn }: ApplicationRequest): CivilDay | null {
  return seasonEndsOn === null ? null : addCivilDays(seasonEndsOn, 1)
}

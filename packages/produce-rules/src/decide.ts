import type { CivilDay } from '@azalea/text'
import { leastOnArea, mostOnArea, type Amount } from './amount.ts'
import type { Application, ApplicationRequest } from './application.ts'
import type { ApprovedList, ApprovedUse } from './approved-list.ts'
import {
  ruleDose,
  ruleForCrop,
  ruleNearHarvest,
  ruleOnList,
  ruleReEntry,
  ruleUsesOfProduct,
  ruleUsesOfSubstance,
  useForCrop,
  type Reason,
} from './rules.ts'

/** What all rules together say of a request. */
export interface Decision {
  readonly isAllowed: boolean
  readonly reasons: readonly Reason[]
  /** The first day on which nothing stands against it any more; null where waiting is not enough. */
  readonly possibleAgainFrom: CivilDay | null
  /** The line of the list that speaks of it; null where none does. */
  readonly use: ApprovedUse | null
  /** The dose of the label on this area. */
  readonly dose: { readonly least: Amount; readonly most: Amount } | null
}

/** Every rule is asked, so that all reasons are told at once. */
export function decideApplication(
  lists: readonly ApprovedList[],
  request: ApplicationRequest,
  applied: readonly Application[],
): Decision {
  const use = useForCrop(lists, request)
  const reasons = [
    ...ruleOnList(lists, request),
    ...ruleForCrop(lists, request),
    ...(use === null ? [] : rulesOfUse(use, request, applied)),
    ...ruleReEntry(request, applied),
  ]
  return {
    isAllowed: reasons.length === 0,
    reasons,
    possibleAgainFrom: lastOf(reasons),
    use,
    dose: use === null ? null : doseOf(use, request.areaSquareMetres),
  }
}

/** The dose of the label for an area. */
export function doseOf(
  use: ApprovedUse,
  squareMetres: number,
): { readonly least: Amount; readonly most: Amount } {
  const { unit } = use
  return {
    least: { unit, thousandths: leastOnArea(use.leastPerMu, squareMetres) },
    most: { unit, thousandths: mostOnArea(use.mostPerMu, squareMetres) },
  }
}

function rulesOfUse(
  use: ApprovedUse,
  request: ApplicationRequest,
  applied: readonly Application[],
): Reason[] {
  return [
    ...ruleDose(use, request),
    ...ruleUsesOfProduct(use, request, applied),
    ...ruleUsesOfSubstance(use, request, applied),
    ...ruleNearHarvest(use, request),
  ]
}

function lastOf(reasons: readonly Reason[]): CivilDay | null {
  let last: CivilDay | null = null
  for (const { possibleFrom } of reasons) {
    if (possibleFrom === null) return null
    if (last === null || possibleFrom > last) last = possibleFrom
  }
  return last
}

import type { CivilDay } from '@azalea/text'
import { isInForce } from '../award-life.ts'
import type { RuleItem, RuleSheet } from '../rule-sheet.ts'
import type { StandingRepairs } from './standing-repairs.ts'
import type { ReplayedAward } from './replayed-award.ts'
import type { ReplayContribution } from './replayed-contribution.ts'

interface Standing {
  readonly award: ReplayedAward
  /** The civil day on which it became final. */
  readonly countsFrom: CivilDay
}

/** The final deductions of items whose repetition costs more, by household and item. */
export class StandingDeductions {
  readonly #repeating: ReadonlySet<string>
  readonly #repairs: StandingRepairs
  readonly #of = new Map<string, Standing[]>()

  constructor({ items }: RuleSheet, repairs: StandingRepairs) {
    this.#repeating = new Set(items.filter(countsRepeats).map(({ ref }) => ref))
    this.#repairs = repairs
  }

  /** From this day on the award counts against the next of its kind. */
  began(award: ReplayedAward, countsFrom: CivilDay): void {
    if (award.pointsHundredths >= 0 || !this.#repeating.has(award.item.ref)) return
    const key = keyOf(award.item, award.contribution)
    this.#of.set(key, [...(this.#of.get(key) ?? []), { award, countsFrom }])
  }

  /** How many of the same item and household were in force on the day of the deed. */
  sameInForce(item: RuleItem, contribution: ReplayContribution): number {
    if (!this.#repeating.has(item.ref)) return 0
    const standing = this.#of.get(keyOf(item, contribution)) ?? []
    return standing.filter(({ award, countsFrom }) => {
      if (award.state !== 'stands') return false
      const mendedOn = this.#repairs.mendedOn(award.contribution.contributionId)
      const dates = { countsFrom, ...(mendedOn === undefined ? {} : { mendedOn }) }
      return isInForce(item, dates, contribution.occurredOn)
    }).length
  }
}

function countsRepeats({ stages }: RuleItem): boolean {
  return stages.some(({ stage }) => stage === 'repeat')
}

function keyOf({ ref }: RuleItem, { householdId }: ReplayContribution): string {
  return `${householdId} ${ref}`
}

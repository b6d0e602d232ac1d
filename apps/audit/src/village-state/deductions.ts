import type { LeafOfKind } from '@azalea/records'
import { isInForce, repairEffect, type RuleItem } from '@azalea/scoring'

/** A deduction that was not taken back; few, so none is forgotten. */
interface Deduction {
  readonly award: string
  readonly item: string
  readonly sheet: string
  readonly earner: string
  readonly household: string
  readonly pointsHundredths: number
  /** The day on which it became final; null before. */
  countsFrom: string | null
  repairs: { award: string; way: string; minutes: number | null; day: string; restored: number }[]
}

declare module './parts.ts' {
  interface StateMemory {
    readonly deductions: Deductions
  }
}

/** Deductions with what was made good of them: how often one stands already, and what a repair gives. */
export class Deductions {
  readonly #byAward = new Map<string, Deduction>()
  /** The deduction of each repair. */
  readonly #repaired = new Map<string, string>()

  add(deduction: Omit<Deduction, 'countsFrom' | 'repairs'>): void {
    const { award, item, sheet, earner, household, pointsHundredths } = deduction
    if (pointsHundredths >= 0) return
    const facts = { award, item, sheet, earner, household, pointsHundredths }
    this.#byAward.set(award, { ...facts, countsFrom: null, repairs: [] })
  }

  makeFinal(award: string, day: string): void {
    const deduction = this.#byAward.get(award)
    if (deduction !== undefined) deduction.countsFrom = day
  }

  /** How many of an account's deductions under an item were in force on a day. */
  inForce(item: RuleItem, household: string, day: string): number {
    return [...this.#byAward.values()].filter((one) => {
      if (one.item !== item.ref || one.household !== household || one.countsFrom === null)
        return false
      const mended = one.repairs.find(({ way }) => way === 'mending')
      const dates = { countsFrom: one.countsFrom }
      return isInForce(item, mended === undefined ? dates : { ...dates, mendedOn: mended.day }, day)
    }).length
  }

  /** Why the repair is not what the rule gives; null when it is. Keeps it in either case. */
  repair(
    told: RepairTold,
    day: string,
    itemOf: (sheet: string) => RuleItem | undefined,
  ): string | null {
    this.#repaired.set(told.award, told.deduction)
    const deduction = this.#byAward.get(told.deduction)
    if (deduction === undefined || deduction.countsFrom === null)
      return `${told.deduction} is no final deduction`
    const item = itemOf(deduction.sheet)
    const isSame =
      deduction.item === told.item &&
      deduction.earner === told.earner &&
      deduction.household === told.household
    if (item === undefined || !isSame) return 'it is for another rule or account than the deduction'
    const before = deduction.repairs.reduce((sum, { restored }) => sum + restored, 0)
    const { award, way, minutes, pointsHundredths: restored } = told
    const repairs = [...deduction.repairs, { award, way, minutes, day, restored }]
    const { restoredHundredths } = repairEffect(item, deduction.pointsHundredths, {
      isMended: repairs.some((one) => one.way === 'mending'),
      volunteeredMinutes: Math.max(0, ...repairs.map((one) => one.minutes ?? 0)),
    })
    deduction.repairs = repairs
    if (restored <= 0 || restored !== restoredHundredths - before)
      return `it gives back ${restored}; the rule gives ${restoredHundredths - before}`
    return null
  }

  /** A deduction or a repair was taken back; true when it was a repair. */
  takeBack(award: string): boolean {
    const repaired = this.#repaired.get(award)
    if (repaired === undefined) {
      this.#byAward.delete(award)
      return false
    }
    this.#repaired.delete(award)
    const deduction = this.#byAward.get(repaired)
    if (deduction !== undefined)
      deduction.repairs = deduction.repairs.filter((one) => one.award !== award)
    return true
  }

  toJson() {
    return { deductions: [...this.#byAward.values()], repaired: [...this.#repaired] }
  }

  load(json: ReturnType<Deductions['toJson']>): void {
    for (const deduction of json.deductions) this.#byAward.set(deduction.award, deduction)
    for (const [repair, deduction] of json.repaired) this.#repaired.set(repair, deduction)
  }
}

/** What was made good of a deduction, as `award.repaired` tells it. */
export type RepairTold = LeafOfKind<'award.repaired'>['public']

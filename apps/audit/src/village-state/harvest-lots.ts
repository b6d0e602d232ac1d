import { leftOfHarvest } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { ApprovedLists } from './approved-lists.ts'
import type { PlotInputs } from './plot-inputs.ts'
import type { Rounds } from './rounds.ts'

interface LotBook {
  readonly findings: Findings
  readonly approvedLists: ApprovedLists
  readonly plotInputs: PlotInputs
}

export interface KnownLot {
  readonly subject: string
  readonly harvestedOn: string
  readonly crop: string
  readonly grams: number
  readonly leftGrams: number
}

declare module './parts.ts' {
  interface StateMemory {
    readonly harvestLots: HarvestLots
  }
}

declare module '../findings.ts' {
  interface OwnFindings {
    lot_wrong: true
  }
}

/** What was weighed of each declared harvest, and what of it is neither packed nor lost. */
export class HarvestLots {
  #lots = new Map<string, KnownLot>()
  #weighed = new Map<string, number>()

  /** `harvest-lot.opened`: of a declared harvest, and no more than it may have given. */
  open(book: LotBook, index: number, { at, public: told }: LeafOfKind<'harvest-lot.opened'>): void {
    const { findings, plotInputs } = book
    const { lot, subject, crop, harvestedOn, grams } = told
    const wrong = (detail: string) => findings.add('lot_wrong', index, detail)
    const expected = plotInputs.expectedOf(subject, harvestedOn, crop)
    const harvest = `${subject} ${harvestedOn} ${crop}`
    const weighed = this.#weighed.get(harvest) ?? 0
    if (this.#lots.has(lot)) wrong(`lot ${lot} was opened before`)
    if (expected === undefined) wrong(`the harvest of lot ${lot} was never declared`)
    else if (grams > leftOfHarvest(expected, weighed))
      wrong(`lot ${lot} has more than was declared: ${grams} g, ${weighed} g before`)
    if (at < harvestedOn) wrong(`lot ${lot} was weighed before its harvest`)
    plotInputs.judgeHarvest(book, index, subject, harvestedOn)
    this.#weighed.set(harvest, weighed + grams)
    this.#lots.set(lot, { subject, harvestedOn, crop, grams, leftGrams: grams })
  }

  /** `harvest-lot.corrected`: what its weigh-in, made again, says; never less than what left the lot. */
  correct(
    { findings, plotInputs, rounds }: LotBook & { readonly rounds: Rounds },
    index: number,
    told: LeafOfKind<'harvest-lot.corrected'>['public'],
  ): void {
    const { lot, weighIn, grade, grams } = told
    const wrong = (detail: string) => findings.add('lot_wrong', index, detail)
    const again = rounds.againIn(weighIn)
    const says = again?.counts === true ? again.netGrams : 0
    if (again === null) wrong(`${weighIn} weighs nothing again`)
    else if (says !== grams || again.grade !== grade)
      wrong(`lot ${lot} weighs ${says} g of the ${again.grade} grade by ${weighIn}, not ${grams} g`)
    const known = this.#lots.get(lot)
    if (known === undefined) return wrong(`there is no lot ${lot} to correct`)
    const { subject, harvestedOn, crop } = known
    const takenGrams = known.grams - known.leftGrams
    if (grams < takenGrams)
      wrong(`of lot ${lot} ${takenGrams} g are packed or lost, it has ${grams} g`)
    const harvest = `${subject} ${harvestedOn} ${crop}`
    const others = (this.#weighed.get(harvest) ?? 0) - known.grams
    const expected = plotInputs.expectedOf(subject, harvestedOn, crop) ?? 0
    if (grams > leftOfHarvest(expected, others))
      wrong(`lot ${lot} has more than was declared: ${grams} g, ${others} g of others`)
    this.#weighed.set(harvest, others + grams)
    this.#lots.set(lot, { ...known, grams, leftGrams: grams - takenGrams })
  }

  of(lot: string): KnownLot | undefined {
    return this.#lots.get(lot)
  }

  /** False when the lot has not so much left. */
  take(lot: string, grams: number): boolean {
    const known = this.#lots.get(lot)
    if (known === undefined || known.leftGrams < grams) return false
    this.#lots.set(lot, { ...known, leftGrams: known.leftGrams - grams })
    return true
  }

  toJson() {
    return { lots: [...this.#lots], weighed: [...this.#weighed] }
  }

  load(json: ReturnType<HarvestLots['toJson']> | undefined): void {
    this.#lots = new Map(json?.lots)
    this.#weighed = new Map(json?.weighed)
  }
}

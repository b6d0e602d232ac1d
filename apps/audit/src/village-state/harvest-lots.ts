import { leftOfHarvest } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { ApprovedLists } from './approved-lists.ts'
import type { PlotInputs } from './plot-inputs.ts'

interface LotBook {
  readonly findings: Findings
  readonly approvedLists: ApprovedLists
  readonly plotInputs: PlotInputs
}

export interface KnownLot {
  readonly subject: string
  readonly harvestedOn: string
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
    this.#lots.set(lot, { subject, harvestedOn, leftGrams: grams })
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

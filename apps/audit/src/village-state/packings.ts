import { massAppeared } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { HarvestLots } from './harvest-lots.ts'
import type { Holds } from './holds.ts'
import type { PlotInputs } from './plot-inputs.ts'

interface PackBook {
  readonly findings: Findings
  readonly harvestLots: HarvestLots
  readonly holds: Holds
  readonly plotInputs: PlotInputs
}

declare module './parts.ts' {
  interface StateMemory {
    readonly packings: Packings
  }
}

declare module '../findings.ts' {
  interface OwnFindings {
    packing_wrong: true
  }
}

export interface KnownPacking {
  readonly crop: string
  readonly lots: readonly string[]
  readonly packs: LeafOfKind<'packing.done'>['public']['packs']
}

/** The packings by their numbers: whose packs are whose. */
export class Packings {
  #known = new Map<string, KnownPacking>()

  /** `packing.done`: what went in is what came out or was lost, of lots that were free and had it. */
  pack(book: PackBook, index: number, told: LeafOfKind<'packing.done'>['public']): void {
    const { number, crop, lots, packs, lossGrams, lossBecause } = told
    const wrong = (detail: string) => book.findings.add('packing_wrong', index, detail)
    const appeared = massAppeared({ lots, packs, lossGrams })
    if (this.#known.has(number)) wrong(`there was a packing ${number} before`)
    if (appeared !== 0) wrong(`in packing ${number} ${appeared} g appear`)
    if (lossGrams > 0 !== (lossBecause !== null)) wrong(`${number} tells a loss without a reason`)
    this.#known.set(number, { crop, lots: lots.map(({ lot }) => lot), packs })
    for (const { lot, grams } of lots) {
      const known = book.harvestLots.of(lot)
      if (known === undefined || !book.harvestLots.take(lot, grams))
        wrong(`packing ${number} takes ${grams} g that lot ${lot} has not`)
      if (known === undefined) continue
      if (book.plotInputs.isHeld(known.subject) || book.holds.covers(book.plotInputs, lot, known))
        wrong(`packing ${number} takes of lot ${lot}, which is held`)
    }
  }

  /** The packing that a pack's number begins with, and what the pack weighs; null: there is none. */
  ofPack(pack: string): { readonly packing: KnownPacking; readonly grams: number } | null {
    const dash = pack.lastIndexOf('-')
    const packing = this.#known.get(pack.slice(0, dash))
    const serial = Number(pack.slice(dash + 1))
    if (packing === undefined || !Number.isInteger(serial) || serial < 1) return null
    let last = 0
    for (const { grams, count } of packing.packs) {
      last += count
      if (serial <= last) return { packing, grams }
    }
    return null
  }

  toJson() {
    return { known: [...this.#known] }
  }

  load(json: ReturnType<Packings['toJson']> | undefined): void {
    this.#known = new Map(json?.known)
  }
}

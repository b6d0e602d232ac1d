import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { KnownLot } from './harvest-lots.ts'
import type { PlotInputs } from './plot-inputs.ts'

type Placed = LeafOfKind<'hold.placed'>['public']

/** Null: there is no such pack. */
interface KnownPacks {
  ofPack(number: string): object | null
}

interface HoldBook {
  readonly findings: Findings
  readonly packings: KnownPacks
}

declare module './parts.ts' {
  interface StateMemory {
    readonly holds: Holds
  }
}

declare module '../findings.ts' {
  interface OwnFindings {
    hold_wrong: true
  }
}

/** What is recalled, and what was and is no more. */
export class Holds {
  #open = new Map<string, Placed>()
  #lifted = new Set<string>()

  /** `hold.placed` */
  place({ findings, packings }: HoldBook, index: number, placed: Placed): void {
    if (this.#open.has(placed.hold) || this.#lifted.has(placed.hold))
      findings.add('hold_wrong', index, `${placed.hold} was placed before`)
    // Under another name it would hold nothing back.
    if (placed.reach === 'pack' && !isPack(packings, placed.named))
      findings.add('hold_wrong', index, `there is no pack ${placed.named}`)
    this.#open.set(placed.hold, placed)
  }

  /** `hold.lifted` */
  lift({ findings }: Pick<HoldBook, 'findings'>, index: number, hold: string): void {
    if (!this.#open.delete(hold)) findings.add('hold_wrong', index, `${hold} was not placed`)
    this.#lifted.add(hold)
  }

  /** Whether an open recall covers a lot. */
  covers(plotInputs: PlotInputs, lotName: string, lot: KnownLot): boolean {
    return [...this.#open.values()].some((placed) => {
      if ('lot' in placed) return placed.lot === lotName
      if ('subject' in placed) return placed.subject === lot.subject
      if (placed.reach === 'pack') return false
      return plotInputs.wasUsed(lot.subject, placed, lot.harvestedOn)
    })
  }

  /** Whether a single pack is recalled by its own number. */
  coversPack(pack: string): boolean {
    return [...this.#open.values()].some(
      (placed) => 'named' in placed && placed.reach === 'pack' && placed.named === pack,
    )
  }

  toJson() {
    return { open: [...this.#open.values()], lifted: [...this.#lifted] }
  }

  load(json: ReturnType<Holds['toJson']> | undefined): void {
    this.#open = new Map(json?.open.map((placed) => [placed.hold, placed]))
    this.#lifted = new Set(json?.lifted)
  }
}

/** As a pack's label has it: at least three digits, no more noughts than these take. */
function isPack(packings: KnownPacks, number: string): boolean {
  return /-(\d{3}|[1-9]\d{3,})$/.test(number) && packings.ofPack(number) !== null
}

import {
  decideApplication,
  earliestHarvest,
  RECALLED_DAYS,
  termsOf,
  type Application,
} from '@azalea/produce-rules'
import { addCivilDays, civilDay } from '@azalea/text'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { ApprovedLists } from './approved-lists.ts'
import type { Plantings } from './plantings.ts'

interface PlotBook {
  readonly findings: Findings
  readonly approvedLists: ApprovedLists
}

/** What an approval has to fit besides: the plan of its plot. */
interface PlannedPlotBook extends PlotBook {
  readonly plantings: Plantings
}

declare module './parts.ts' {
  interface StateMemory {
    readonly plotInputs: PlotInputs
  }
}

/** What was put on each plot, which harvests were declared, and which plots a test holds. */
export class PlotInputs {
  #applied = new Map<string, readonly Application[]>()
  #harvestDays = new Map<string, readonly string[]>()
  #expected = new Map<string, number>()
  #held = new Set<string>()

  /** `application.approved`: allowed by every rule, as of that day. */
  approve(
    { findings, approvedLists, plantings }: PlannedPlotBook,
    index: number,
    { at, public: told }: LeafOfKind<'application.approved'>,
  ): void {
    const { subject, growingSeason, edition, registrationNumber, crop } = told
    const applied = this.#applied.get(subject) ?? []
    const season = growingSeason ?? at.slice(0, 4)
    const appliedAt = `${at}T00:00:00Z`
    const request = {
      registrationNumber,
      crop,
      season,
      seasonEndsOn: null,
      at: appliedAt,
      amount: { unit: told.unit, thousandths: told.thousandths },
      areaSquareMetres: told.areaSquareMetres,
      harvestDays: [...(this.#harvestDays.get(subject) ?? []), ...plantings.harvestDaysOf(subject)],
    }
    const { reasons, use } = decideApplication(approvedLists.all, request, applied)
    // The log tells days; re-entry is counted in hours.
    for (const { code } of reasons)
      if (code !== 're_entry')
        wrong(findings, index, `${registrationNumber} on ${subject}: ${code}`)
    if (approvedLists.all.at(-1)?.version !== edition)
      wrong(findings, index, `edition ${edition} is not in force`)
    if (use === null) return
    this.#applied.set(subject, [...applied, { ...termsOf(use), crop, season, appliedAt }])
  }

  /** `harvest.declared`: every interval has passed, and no test holds the plot. */
  declare(
    book: PlotBook,
    index: number,
    { at, public: { subject, on, crop, expectedGrams } }: LeafOfKind<'harvest.declared'>,
  ): void {
    this.judgeHarvest(book, index, subject, on)
    if (on < at)
      wrong(book.findings, index, `${subject} was to be harvested before it was declared`)
    this.#harvestDays.set(subject, [...(this.#harvestDays.get(subject) ?? []), on])
    this.#expected.set(`${subject} ${on} ${crop}`, expectedGrams)
  }

  /** Names what holds a plot's harvest of a day: an interval, or a failed test. */
  judgeHarvest(
    { findings, approvedLists }: PlotBook,
    index: number,
    subject: string,
    on: string,
  ): void {
    const from = earliestHarvest(this.#applied.get(subject) ?? [], approvedLists.all)
    if (from !== null && on < from)
      wrong(findings, index, `${subject} is harvested on ${on}, its intervals end on ${from}`)
    if (this.#held.has(subject)) wrong(findings, index, `a residue test holds ${subject}`)
  }

  /** What a grower expected of a declared harvest; undefined where none was declared. */
  expectedOf(subject: string, on: string, crop: string): number | undefined {
    return this.#expected.get(`${subject} ${on} ${crop}`)
  }

  /** Whether a product or substance came onto a plot within a year before a harvest. */
  wasUsed(
    subject: string,
    { reach, named }: { readonly reach: string; readonly named: string },
    harvestedOn: string,
  ): boolean {
    return (this.#applied.get(subject) ?? []).some(
      ({ registrationNumber, substances, appliedAt }) =>
        (reach === 'product' ? registrationNumber === named : substances.includes(named)) &&
        civilDay(appliedAt) <= harvestedOn &&
        addCivilDays(civilDay(appliedAt), RECALLED_DAYS) >= harvestedOn,
    )
  }

  isHeld(subject: string): boolean {
    return this.#held.has(subject)
  }

  /** `residue-test.entered`. */
  test({ subject, outcome }: LeafOfKind<'residue-test.entered'>['public']): void {
    if (outcome === 'failed') this.#held.add(subject)
    else this.#held.delete(subject)
  }

  toJson() {
    return {
      applied: [...this.#applied],
      harvestDays: [...this.#harvestDays],
      expected: [...this.#expected],
      held: [...this.#held],
    }
  }

  load(json: ReturnType<PlotInputs['toJson']> | undefined): void {
    this.#applied = new Map(json?.applied)
    this.#harvestDays = new Map(json?.harvestDays)
    this.#expected = new Map(json?.expected)
    this.#held = new Set(json?.held)
  }
}

function wrong(findings: Findings, index: number, detail: string): void {
  findings.add('input_wrong', index, detail)
}

import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'

type Begun = LeafOfKind<'lease.begun'>['public']

interface Lease {
  readonly growingSeason: string
  readonly subject: string
  readonly holder: string
}

/** What a lease has to fit: a season and an edition of the convention that the log told before. */
interface LandParts {
  readonly findings: Findings
}

declare module '../findings.ts' {
  interface OwnFindings {
    lease_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly leases: Leases
  }
}

/** Who holds which plot: one plot a head and season, and one head a plot and season. */
export class Leases {
  /** Its last day, by season. */
  #seasons = new Map<string, string>()
  #edition = 0
  #running = new Map<string, Lease>()
  /** The lease of each plot, and of each head, by its season. */
  #taken = new Map<string, string>()
  /** Leases that ended by a transfer that no lease followed yet. */
  #passed = new Map<string, Lease>()

  /** `growing-season.opened`. */
  open(land: LandParts, index: number, told: LeafOfKind<'growing-season.opened'>['public']): void {
    if (told.beginsOn > told.endsOn) wrong(land, index, 'the season ends before it begins')
    if (this.#seasons.has(told.growingSeason)) wrong(land, index, 'the season was opened before')
    this.#seasons.set(told.growingSeason, told.endsOn)
  }

  /** `convention.published`. */
  publish(land: LandParts, index: number, edition: number): void {
    if (edition !== this.#edition + 1)
      wrong(land, index, `edition ${edition} follows ${this.#edition}`)
    this.#edition = edition
  }

  /** `lease.begun`. */
  begin(land: LandParts, index: number, day: string, told: Begun): void {
    const { lease, growingSeason, subject, holder, from } = told
    const endsOn = this.#seasons.get(growingSeason)
    if (endsOn === undefined) wrong(land, index, 'its season was never opened')
    else if (day > endsOn) wrong(land, index, 'its season was over')
    if (told.edition !== this.#edition)
      wrong(land, index, `edition ${told.edition} was accepted, ${this.#edition} was in force`)
    if (this.#running.has(lease)) wrong(land, index, `${lease} begins twice`)
    for (const key of keysOf(told))
      if (this.#taken.has(key)) wrong(land, index, `${key} is leased already`)
    if (from !== undefined) this.#follow(land, index, from, told)
    this.#running.set(lease, { growingSeason, subject, holder })
    for (const key of keysOf(told)) this.#taken.set(key, lease)
  }

  /** `lease.ended`. */
  end(land: LandParts, index: number, told: LeafOfKind<'lease.ended'>['public']): void {
    const lease = this.#running.get(told.lease)
    if (lease === undefined) return wrong(land, index, `${told.lease} is not running`)
    this.#running.delete(told.lease)
    for (const key of keysOf(lease)) this.#taken.delete(key)
    if (told.as === 'transferred') this.#passed.set(told.lease, lease)
  }

  #follow(land: LandParts, index: number, from: string, told: Begun): void {
    const before = this.#passed.get(from)
    this.#passed.delete(from)
    if (before?.subject !== told.subject || before.growingSeason !== told.growingSeason)
      wrong(land, index, `${from} was not transferred with this plot`)
  }

  toJson() {
    return {
      seasons: [...this.#seasons],
      edition: this.#edition,
      running: [...this.#running],
      passed: [...this.#passed],
    }
  }

  load(json: ReturnType<Leases['toJson']> | undefined): void {
    this.#seasons = new Map(json?.seasons)
    this.#edition = json?.edition ?? 0
    this.#running = new Map(json?.running)
    this.#passed = new Map(json?.passed)
    this.#taken = new Map(
      [...this.#running].flatMap(([name, lease]) => keysOf(lease).map((key) => [key, name])),
    )
  }
}

function keysOf({ growingSeason, subject, holder }: Lease): string[] {
  return [`plot ${subject} of ${growingSeason}`, `head ${holder} of ${growingSeason}`]
}

function wrong(land: LandParts, index: number, detail: string): void {
  land.findings.add('lease_wrong', index, detail)
}

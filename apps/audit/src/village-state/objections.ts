import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'
import type { Awards, KnownAward } from './awards.ts'

/** An objection that waits for its answer. */
interface OpenObjection {
  /** The award that is disputed; null when it does not stand in the log by itself. */
  readonly award: string | null
  /** The award that was taken back because of it. */
  takenBack: string | null
  /** The award that was made instead. */
  newAward: string | null
}

interface ObjectionParts {
  readonly findings: Findings
  readonly awards: Awards
  readonly tally: { objections: number; upheld: number }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly objections: Objections
  }
}

/** Objections from the day they are raised to the day they are answered, and what follows from them. */
export class Objections {
  readonly #open = new Map<string, OpenObjection>()

  /** `objection.raised`. */
  raise(
    village: ObjectionParts,
    index: number,
    { objection: name, award }: LeafOfKind<'objection.raised'>['public'],
  ): void {
    village.tally.objections += 1
    if (this.#open.has(name) || (award !== null && this.isDisputed(award)))
      village.findings.add('objection_wrong', index, 'such an objection is open already')
    const known = award === null ? undefined : village.awards.get(award)
    if (known?.state === 'reversed')
      village.findings.add('objection_wrong', index, `award ${award} was taken back before`)
    this.#open.set(name, { award, takenBack: null, newAward: null })
  }

  isDisputed(award: string): boolean {
    return [...this.#open.values()].some((one) => one.award === award && one.takenBack === null)
  }

  /** An award was taken back because of an objection. */
  takeBack(village: ObjectionParts, index: number, award: string, name: string): void {
    const objection = this.#open.get(name)
    if (objection === undefined || objection.takenBack !== null)
      village.findings.add('objection_wrong', index, `no objection ${name} waits for an answer`)
    else if (objection.award !== null && objection.award !== award)
      village.findings.add('objection_wrong', index, `objection ${name} is to another award`)
    else objection.takenBack = award
  }

  /** A new award says that it corrects another because of an objection. */
  correct(
    village: ObjectionParts,
    index: number,
    made: Pick<KnownAward, 'award' | 'deed' | 'earner' | 'household'>,
    corrects: string,
    name: string,
  ): void {
    const objection = this.#open.get(name)
    const old = village.awards.get(corrects)
    const isSameDeed =
      old === undefined ||
      (old.earner === made.earner &&
        old.household === made.household &&
        (old.isCounted || old.deed === made.deed))
    if (objection?.takenBack !== corrects || objection.newAward !== null || !isSameDeed)
      village.findings.add(
        'objection_wrong',
        index,
        `it cannot take the place of award ${corrects}`,
      )
    else objection.newAward = made.award
  }

  /** `objection.answered`. */
  answer(
    village: ObjectionParts,
    index: number,
    { objection: name, outcome, newAward }: LeafOfKind<'objection.answered'>['public'],
  ): void {
    if (outcome === 'upheld') village.tally.upheld += 1
    const objection = this.#open.get(name)
    if (objection === undefined) {
      village.findings.add('objection_wrong', index, `no objection ${name} waits for an answer`)
      return
    }
    this.#open.delete(name)
    const why = whyNotFollowing(objection, outcome, newAward, village.awards)
    if (why !== null) village.findings.add('objection_wrong', index, why)
  }

  toJson() {
    return [...this.#open]
  }

  load(json: ReturnType<Objections['toJson']>): void {
    for (const [name, objection] of json) this.#open.set(name, objection)
  }
}

/** What the answer does not fit of what was done; null when it fits. */
function whyNotFollowing(
  { award, takenBack, newAward }: OpenObjection,
  outcome: 'upheld' | 'refused',
  toldNewAward: string | null,
  awards: Awards,
): string | null {
  if (outcome === 'refused' && takenBack !== null)
    return `it was refused, and award ${takenBack} was taken back`
  const disputed = award === null ? undefined : awards.get(award)
  const stands = disputed !== undefined && disputed.state !== 'reversed'
  if (outcome === 'upheld' && stands) return `it was upheld, and award ${award} still stands`
  if (toldNewAward !== newAward) return `it tells of award ${toldNewAward} instead of ${newAward}`
  return null
}

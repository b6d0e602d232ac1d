import type { LeafOfKind } from '@azalea/records'
import { canonicalJson } from '@azalea/text'
import type { Findings } from '../findings.ts'
import { sha256Text } from '../suite.ts'
import type { KnownAward } from './awards.ts'

interface Notice {
  readonly index: number
  readonly awards: number
  readonly finalOn: string
  readonly snapshot: string
  readonly listed: {
    award: string
    household: string
    item: string
    pointsHundredths: number
  }[]
}

interface NoticeParts {
  readonly findings: Findings
}

declare module './parts.ts' {
  interface StateMemory {
    readonly notices: Notices
  }
}

/** Notices until the last of their awards is final or taken back; then the frozen list is recomputed. */
export class Notices {
  readonly #open = new Map<string, Notice>()
  #checked = 0
  /** The number of the last notice; null before the first. */
  #lastSerial: string | null = null

  get checked(): number {
    return this.#checked
  }

  /** `notice.published`. */
  publish(
    { findings }: NoticeParts,
    index: number,
    { notice, serial, awards, finalOn, snapshot }: LeafOfKind<'notice.published'>['public'],
  ): void {
    if (!follows(this.#lastSerial, serial))
      findings.add('notice_wrong', index, `number ${serial} after ${this.#lastSerial}`)
    this.#lastSerial = serial
    this.#open.set(notice, { index, awards, finalOn, snapshot, listed: [] })
  }

  /** An award that stood on a notice left it: final on a day, or taken back (null). */
  list(
    { findings }: NoticeParts,
    name: string | null,
    award: KnownAward,
    index: number,
    finalOn: string | null,
  ): void {
    const notice = name === null ? undefined : this.#open.get(name)
    if (name === null || notice === undefined) {
      if (finalOn !== null || name !== null)
        findings.add('notice_wrong', index, `there is no such notice: ${name}`)
      return
    }
    if (finalOn !== null && finalOn < notice.finalOn)
      findings.add('notice_wrong', index, `it was to be on notice until ${notice.finalOn}`)
    const { household, item, pointsHundredths } = award
    notice.listed.push({ award: award.award, household, item, pointsHundredths })
    if (notice.listed.length < notice.awards) return
    this.#open.delete(name)
    this.#checked += 1
    const list = notice.listed.toSorted((a, b) => (a.award < b.award ? -1 : 1))
    if (sha256Text(canonicalJson(list), 'hex') !== notice.snapshot)
      findings.add('notice_wrong', notice.index, 'its list is not the one that was frozen')
  }

  toJson() {
    return { open: [...this.#open], checked: this.#checked, lastSerial: this.#lastSerial }
  }

  load(json: ReturnType<Notices['toJson']>): void {
    for (const [name, notice] of json.open) this.#open.set(name, notice)
    this.#checked = json.checked
    this.#lastSerial = json.lastSerial
  }
}

/** Whether a number comes next: one more in the same year, or the first of a later one. */
function follows(last: string | null, serial: string): boolean {
  const [year = 0, number = 0] = serial.split('-').map(Number)
  const [lastYear = 0, lastNumber = 0] = last?.split('-').map(Number) ?? []
  if (last === null) return number >= 1
  return year === lastYear ? number === lastNumber + 1 : year > lastYear && number === 1
}

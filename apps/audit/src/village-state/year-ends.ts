import type { LeafOfKind } from '@azalea/records'
import { canonicalJson } from '@azalea/text'
import { sharePool, yearEndBytes } from '@azalea/scoring/sharing'
import type { Findings } from '../findings.ts'
import { sha256Text } from '../suite.ts'
import type { Budgets } from './budgets.ts'
import { readHouseholds, type Statement } from './queue-honour.ts'

interface YearEndParts {
  readonly findings: Findings
  readonly budgets: Budgets
  readonly queues: { statementOf(day: string): Statement | undefined }
  readDocument(hash: string, index: number): Promise<string | null>
}

type Told = LeafOfKind<'year-end.shared'>['public']

declare module '../findings.ts' {
  interface OwnFindings {
    year_end_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly yearEnds: YearEnds
  }
}

/** Every pool that was shared by points, worked out again from the statements. */
export class YearEnds {
  #known = new Set<string>()

  /** `year-end.shared`. */
  async share(village: YearEndParts, index: number, told: Told): Promise<void> {
    const { yearEnd, budget, poolFen } = told
    if (this.#known.has(yearEnd)) wrong(village, index, `${yearEnd} was shared before`)
    this.#known.add(yearEnd)
    const vote = village.budgets.voteOf(budget)
    if (vote !== null && canonicalJson({ ...vote }) !== canonicalJson({ ...told.resolution }))
      wrong(village, index, 'its resolution is not that of its budget')
    village.budgets.spend(village, index, budget, poolFen)
    const through = await honourOf(village, index, told.through)
    const before = told.before === undefined ? null : await honourOf(village, index, told.before)
    if (through === null || (told.before !== undefined && before === null)) return
    const pool = sharePool(
      poolFen,
      [...through]
        .filter(([, { joined }]) => joined)
        .map(([household, { honour }]) => ({
          household,
          pointsHundredths: honour - (before?.get(household)?.honour ?? 0),
        })),
    )
    const terms = { yearEnd, poolFen, through: told.through, before: told.before ?? null }
    if (pool.totalHundredths !== told.totalHundredths)
      wrong(village, index, `${pool.totalHundredths} points count, it says ${told.totalHundredths}`)
    if (pool.shares.length !== told.householdCount)
      wrong(village, index, `${pool.shares.length} have a share, it says ${told.householdCount}`)
    if (sha256Text(yearEndBytes(terms, pool), 'hex') !== told.shares)
      wrong(village, index, 'the shares are not those that the points give')
  }

  toJson() {
    return [...this.#known]
  }

  load(json: ReturnType<YearEnds['toJson']> | undefined): void {
    this.#known = new Set(json)
  }
}

async function honourOf(village: YearEndParts, index: number, day: string) {
  const statement = village.queues.statementOf(day)
  if (statement === undefined) {
    wrong(village, index, `the log holds no statement of ${day}`)
    return null
  }
  const text = await village.readDocument(statement.households, index)
  return text === null ? null : readHouseholds(text)
}

function wrong(village: YearEndParts, index: number, detail: string): void {
  village.findings.add('year_end_wrong', index, detail)
}

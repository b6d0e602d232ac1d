import type { LeafOfKind } from '@azalea/records'
import { addCivilDays } from '@azalea/text'
import type { Findings } from '../findings.ts'
import type { Awards } from './awards.ts'
import type { StatedAward } from './judge-award.ts'

type Settled = LeafOfKind<'breach-report.settled'>['public']
type Outcome = Settled['outcome']

/** A report of a breach that has not come to its end. */
interface OpenReport {
  state: 'unassigned' | 'made' | 'decided' | 'appealed'
  outcome: Outcome | null
  item: string | null
  appealEndsOn: string
  /** The deduction that names it. */
  award: string | null
  awardItem: string | null
}

/** A report that has come to its end, as long as awards may be brought in line with it. */
interface EndedReport {
  readonly on: string
  /** 1 when it came to be upheld, -1 when an appeal took that back; 0: no award follows from it. */
  readonly counts: 1 | 0 | -1
  /** Awards that were taken back because of it and wait for what takes their place. */
  takenBack: string[]
}

/** An award may be disputed for weeks before the end of a report reaches it. */
const ENDS_REMEMBERED_DAYS = 200

interface OverviewParts {
  readonly findings: Findings
  readonly tally: { reports: number; reportsUpheld: number }
}

interface CorrectParts {
  readonly findings: Findings
  readonly awards: Awards
}

declare module './parts.ts' {
  interface StateMemory {
    readonly reports: BreachReports
  }
}

/** Reports of breaches from the telling to their end: no deduction but from one that was upheld. */
export class BreachReports {
  readonly #open = new Map<string, OpenReport>()
  readonly #ended = new Map<string, EndedReport>()

  /** `breach-report.made`. */
  make(
    village: OverviewParts,
    index: number,
    { report: name, replyDueOn }: LeafOfKind<'breach-report.made'>['public'],
  ): void {
    village.tally.reports += 1
    if (this.#open.has(name))
      village.findings.add('report_wrong', index, `report ${name} was made before`)
    this.#open.set(name, {
      state: replyDueOn === null ? 'unassigned' : 'made',
      outcome: null,
      item: null,
      appealEndsOn: '',
      award: null,
      awardItem: null,
    })
  }

  /** `breach-report.attached`: what named nobody has its reported. */
  attach(village: OverviewParts, index: number, name: string): void {
    const report = this.#expect(village, index, name, ['unassigned'])
    if (report !== null) report.state = 'made'
  }

  /** `breach-report.withdrawn`, by who reported. */
  withdraw(village: OverviewParts, index: number, name: string): void {
    const report = this.#expect(village, index, name, ['unassigned', 'made'])
    if (report !== null) this.#open.delete(name)
  }

  /** `breach-report.closed`, where nobody was found. */
  close(village: OverviewParts, index: number, name: string): void {
    const report = this.#expect(village, index, name, ['unassigned'])
    if (report !== null) this.#open.delete(name)
  }

  /** `breach-report.decided`. */
  decide(
    village: OverviewParts,
    index: number,
    { at, public: fields }: Pick<LeafOfKind<'breach-report.decided'>, 'at' | 'public'>,
  ): void {
    const { report: name, outcome, item, appealEndsOn } = fields
    const report = this.#expect(village, index, name, ['made'])
    if (outcome === 'dismissed' && item !== null)
      village.findings.add('report_wrong', index, 'it was dismissed under a rule')
    if (appealEndsOn < at)
      village.findings.add('report_wrong', index, `its time for an appeal ended on ${appealEndsOn}`)
    if (report !== null) Object.assign(report, { state: 'decided', outcome, item, appealEndsOn })
  }

  /** `breach-report.appealed`. */
  appeal(
    village: OverviewParts,
    index: number,
    { at, public: fields }: Pick<LeafOfKind<'breach-report.appealed'>, 'at' | 'public'>,
  ): void {
    const report = this.#expect(village, index, fields.report, ['decided'])
    if (report === null) return
    if (at > report.appealEndsOn)
      village.findings.add(
        'report_wrong',
        index,
        `it could be appealed until ${report.appealEndsOn}`,
      )
    report.state = 'appealed'
  }

  /** A deduction says from which report it follows. */
  deduct(
    village: OverviewParts,
    index: number,
    at: string,
    made: { readonly award: string; readonly item: string; readonly report: string | null },
  ): void {
    const report = made.report === null ? undefined : this.#open.get(made.report)
    const isEnded =
      report?.state === 'appealed' || (report?.state === 'decided' && at > report.appealEndsOn)
    if (report === undefined || !isEnded || report.award !== null) {
      const detail = `no report at its end calls for deduction ${made.award}`
      village.findings.add('report_wrong', index, detail)
      return
    }
    report.award = made.award
    report.awardItem = made.item
  }

  /** `breach-report.settled`. */
  settle(
    village: OverviewParts,
    index: number,
    { at, public: told }: Pick<LeafOfKind<'breach-report.settled'>, 'at' | 'public'>,
  ): void {
    const report = this.#expect(village, index, told.report, ['decided', 'appealed'])
    if (told.outcome === 'upheld') village.tally.reportsUpheld += 1
    if (report === null) return
    const why = whyNotEnding(report, at, told)
    if (why !== null) village.findings.add('report_wrong', index, why)
    this.#open.delete(told.report)
    this.#ended.set(told.report, { on: at, counts: countsOf(report, told), takenBack: [] })
  }

  /** An award of a shift was taken back because a report of its post ended otherwise than it had counted. */
  takeBack(village: OverviewParts, index: number, award: string, name: string): void {
    const ended = this.#ended.get(name)
    if (ended === undefined || ended.counts === 0)
      village.findings.add(
        'report_wrong',
        index,
        `no end of report ${name} takes award ${award} back`,
      )
    else ended.takenBack.push(award)
  }

  /** The award that takes its place counts the reports as they stand now. */
  correct(
    village: CorrectParts,
    index: number,
    made: Pick<StatedAward, 'deed' | 'earner' | 'household' | 'input'>,
    corrects: string,
    name: string,
  ): void {
    const ended = this.#ended.get(name)
    const old = village.awards.get(corrects)
    const isSameDeed =
      old === undefined ||
      (old.deed === made.deed && old.earner === made.earner && old.household === made.household)
    const isInLine = ended?.counts !== 1 || (made.input.upheldReports ?? 0) > 0
    if (ended?.takenBack.includes(corrects) !== true || !isSameDeed || !isInLine)
      village.findings.add('report_wrong', index, `it cannot take the place of award ${corrects}`)
    if (ended) ended.takenBack = ended.takenBack.filter((award) => award !== corrects)
  }

  /** What was taken back because of a report is made anew in the same moment. */
  closeDay(village: Pick<OverviewParts, 'findings'>, index: number): void {
    for (const ended of this.#ended.values())
      for (const award of ended.takenBack.splice(0))
        village.findings.add('report_wrong', index, `nothing took the place of award ${award}`)
  }

  prune(today: string): void {
    const oldest = addCivilDays(today, -ENDS_REMEMBERED_DAYS)
    for (const [name, { on }] of this.#ended) if (on < oldest) this.#ended.delete(name)
  }

  #expect(
    village: OverviewParts,
    index: number,
    name: string,
    states: readonly OpenReport['state'][],
  ): OpenReport | null {
    const report = this.#open.get(name)
    if (report !== undefined && states.includes(report.state)) return report
    const detail = `report ${name} is ${report?.state ?? 'unknown'}, not ${states.join(' or ')}`
    village.findings.add('report_wrong', index, detail)
    return null
  }

  toJson() {
    return { open: [...this.#open], ended: [...this.#ended] }
  }

  load(json: ReturnType<BreachReports['toJson']>): void {
    for (const [name, report] of json.open) this.#open.set(name, report)
    for (const [name, report] of json.ended) this.#ended.set(name, report)
  }
}

/** A report of a household ends in its deduction; one of a post names no rule and counts in awards. */
function countsOf({ outcome, item }: OpenReport, end: Settled): EndedReport['counts'] {
  if (end.outcome === 'upheld') return end.item === null ? 1 : 0
  return outcome === 'upheld' && item === null ? -1 : 0
}

/** What the end does not fit of what went before; null when it fits. */
function whyNotEnding(report: OpenReport, at: string, told: Settled): string | null {
  if ((report.state === 'appealed') !== (told.appeal !== null)) return 'its appeal is not as told'
  if (report.state === 'decided' && at <= report.appealEndsOn)
    return `it could be appealed until ${report.appealEndsOn}`
  const isChanged = told.appeal === 'changed'
  if ((told.outcome === report.outcome) === isChanged)
    return `it was ${report.outcome} and ended ${told.outcome}`
  if (!isChanged && told.item !== report.item) return 'it ended under another rule'
  if (told.award !== report.award) return `its deduction is ${report.award}, not ${told.award}`
  if (told.award !== null && told.item !== report.awardItem)
    return `${report.awardItem} was deducted instead of ${told.item}`
  if (told.award !== null && told.outcome !== 'upheld') return 'it was dismissed with a deduction'
  return null
}

import { findItem, parseRuleSheet, ruleSheetBytes, type RuleItem } from '@azalea/scoring'
import { AuditError } from '../errors.ts'
import type { Findings } from '../findings.ts'
import {
  dayOf,
  integerOf,
  parseDocument,
  parseLeaf,
  textOf,
  textOrNull,
  UnreadableEntry,
  type Leaf,
} from '../leaf.ts'
import type { LogSource } from '../log-source.ts'
import { sha256Text } from '../suite.ts'
import { Accounts } from './accounts.ts'
import { Awards } from './awards.ts'
import { BreachReports } from './breach-reports.ts'
import { checkStatement } from './check-statement.ts'
import { Deductions } from './deductions.ts'
import {
  enterCounted,
  enterFinal,
  enterRepaired,
  enterReversed,
  enterWhole,
} from './enter-award.ts'
import type { Checks } from './judge-award.ts'
import { Notices } from './notices.ts'
import { Objections } from './objections.ts'
import { Once } from './once.ts'
import type { BookParts, Tally } from './parts.ts'
import { PassersBy } from './passers-by.ts'
import { RatingPoints } from './rating-points.ts'
import { Sheets } from './sheets.ts'
import { SpotChecks } from './spot-checks.ts'
import { weekOf } from './uncounted.ts'
import { UsageBook } from './usage-book.ts'

/** A week is counted within days of its end; who counts it months later is not found out by this. */
const WEEKS_REMEMBERED_DAYS = 40
const RATINGS_REMEMBERED_DAYS = 3

/**
 * A village's book, kept by a stranger: takes the entries of the log in their order and says what
 * does not follow from the rules and from the entries before.
 */
export class Book implements BookParts {
  readonly findings: Findings
  readonly sheets = new Sheets()
  readonly notices: Notices
  readonly objections = new Objections()
  readonly reports = new BreachReports()
  readonly deductions = new Deductions()
  readonly spotChecks = new SpotChecks()
  readonly passersBy = new PassersBy()
  readonly weeks = new Once(WEEKS_REMEMBERED_DAYS)
  readonly ratings = new Once(RATINGS_REMEMBERED_DAYS)
  readonly ratingPoints = new RatingPoints()
  usage = new UsageBook()
  awards = new Awards()
  accounts = new Accounts()
  checks: Checks = { exact: 0, atLeast: 0, unchecked: 0 }
  tally: Tally = {
    entries: 0,
    awards: 0,
    counts: 0,
    countedAwards: 0,
    reversals: 0,
    objections: 0,
    upheld: 0,
    reports: 0,
    reportsUpheld: 0,
    repairs: 0,
    spotDraws: 0,
    retiredDraws: 0,
    spotChecks: 0,
    lapsedChecks: 0,
    ratings: 0,
    statements: 0,
    balances: 0,
    boards: 0,
  }
  #village: string | null = null
  #closed = ''
  readonly #source: LogSource

  constructor(source: LogSource, findings: Findings) {
    this.#source = source
    this.findings = findings
    this.notices = new Notices(findings)
  }

  /** Takes the next entry. @throws AuditError when a document cannot be read for other reasons than that it is missing */
  async enter(index: number, bytes: Uint8Array): Promise<void> {
    this.tally.entries += 1
    try {
      const leaf = parseLeaf(bytes)
      this.#count(index, leaf)
      await this.#enterKind(index, leaf)
    } catch (error) {
      if (!(error instanceof UnreadableEntry)) throw error
      this.findings.add('entry_unreadable', index, error.message)
    }
  }

  #count(index: number, { village, kind, at }: Leaf): void {
    this.#village ??= village
    if (village !== this.#village)
      this.findings.add('entry_unreadable', index, `it is of village ${village}`)
    if (at <= this.#closed)
      this.findings.add('entry_after_close', index, `it is of ${at}, which was closed before`)
    // A successor begins with an entry of the day on which the log before it was retired.
    if (kind === 'log.begun' && index === 0) return this.accounts.countAhead(at)
    if (!this.accounts.count(at)) return
    const { usage, awards, weeks, ratings, ratingPoints, spotChecks, passersBy, reports } = this
    for (const memory of [usage, awards, weeks, ratings, ratingPoints, spotChecks, reports])
      memory.prune(at)
    passersBy.prune(at)
  }

  /** Awaits only what is read from elsewhere: most entries are judged at once. */
  #enterKind(index: number, leaf: Leaf): Promise<void> | void {
    switch (leaf.kind) {
      case 'log.begun':
        return this.spotChecks.succeed(leaf)
      case 'rule-sheet.adopted':
        return this.#adopt(index, leaf)
      case 'award.scored':
        return enterWhole(this, index, leaf, false)
      case 'award.final':
        if (leaf.public['input'] === undefined) return enterFinal(this, index, leaf)
        return enterWhole(this, index, leaf, true)
      case 'award.counted':
        return enterCounted(this, index, leaf)
      case 'award.reversed':
        return enterReversed(this, index, leaf)
      case 'award.repaired':
        return enterRepaired(this, index, leaf)
      case 'notice.published':
        return this.#publish(index, leaf)
      case 'objection.raised':
        return this.objections.raise(this, index, leaf.public)
      case 'objection.answered':
        return this.objections.answer(this, index, leaf.public)
      case 'breach-report.made':
        return this.reports.make(this, index, leaf)
      case 'breach-report.attached':
        return this.reports.attach(this, index, leaf)
      case 'breach-report.withdrawn':
      case 'breach-report.closed':
        return this.reports.endWithout(this, index, leaf)
      case 'breach-report.decided':
        return this.reports.decide(this, index, leaf)
      case 'breach-report.appealed':
        return this.reports.appeal(this, index, leaf)
      case 'breach-report.settled':
        return this.reports.settle(this, index, leaf)
      case 'spot-draw.announced':
        return this.spotChecks.announce(this, index, leaf)
      case 'spot-draw.drawn':
        return this.spotChecks.draw(this, index, leaf)
      case 'spot-check.scored':
        return this.spotChecks.score(this, index, leaf)
      case 'spot-check.lapsed':
        return this.spotChecks.lapse(this, index, leaf)
      case 'rating.given':
        return this.#rate(index, leaf)
      case 'village.public-url-said':
        return this.#sayAddress(leaf.public)
      case 'household.joined':
      case 'household.left': {
        const kind = leaf.kind === 'household.joined' ? 'joined' : 'left'
        return this.accounts.take(leaf.at, { kind, household: textOf(leaf.public, 'household') })
      }
      case 'day.closed':
        return checkStatement(this, index, leaf)
    }
  }

  async #adopt(index: number, { public: fields }: Leaf): Promise<void> {
    const hash = textOf(fields, 'sheet')
    const effectiveFrom = textOf(fields, 'effectiveFrom')
    const text = await this.readDocument(hash, index)
    const parsed = text === null ? null : parseRuleSheet(parseDocument(text))
    if (!parsed?.ok || ruleSheetBytes(parsed.sheet) !== text) {
      if (text !== null) this.findings.add('document_wrong', index, `${hash} is no rule sheet`)
      return
    }
    if (parsed.sheet.effectiveFrom !== effectiveFrom)
      this.findings.add('sheet_wrong', index, `the sheet is in force from another day`)
    this.usage.track(parsed.sheet, this.sheets.all.length === 0)
    this.sheets.adopt({ hash, effectiveFrom, sheet: parsed.sheet })
  }

  #publish(index: number, { public: fields }: Leaf): void {
    this.notices.publish(textOf(fields, 'notice'), textOrNull(fields, 'serial'), {
      index,
      awards: integerOf(fields, 'awards'),
      finalOn: textOf(fields, 'finalOn'),
      snapshot: textOf(fields, 'snapshot'),
    })
  }

  #rate(index: number, { at, public: fields }: Leaf): void {
    this.tally.ratings += 1
    const rater = textOf(fields, 'rater')
    const subject = textOf(fields, 'subject')
    const day = dayOf(fields, 'day')
    if (!this.ratings.add(`${rater} ${subject} ${day}`, day))
      this.findings.add('rating_twice', index, 'the same rater has rated the subject on that day')
    const stars = integerOf(fields, 'stars')
    if (stars < 1 || stars > 5) this.findings.add('entry_unreadable', index, `${stars} stars`)
    this.passersBy.rate(subject, day)
    const points = this.ratingPoints.rate(this.sheets.inForceOn(day), rater, day)
    if (points.mostHundredths > 0) this.accounts.uncountedOn(at).made(weekOf(day), points)
  }

  /** Where all plates lead: a telephone must be able to open it. */
  #sayAddress(fields: Leaf['public']): void {
    const address = textOf(fields, 'publicUrl')
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new UnreadableEntry(`${address} is no web address`)
  }

  async readDocument(hash: string, index: number): Promise<string | null> {
    let text: string
    try {
      text = new TextDecoder().decode(await this.#source.read(`document/${hash}`))
    } catch (error) {
      if (!(error instanceof AuditError) || error.code !== 'not_found') throw error
      this.findings.add('document_wrong', index, `document ${hash} is missing`)
      return null
    }
    if (sha256Text(text, 'hex') === hash) return text
    this.findings.add('document_wrong', index, `document ${hash} has been changed`)
    return null
  }

  itemOf(ref: string, sheetHash: string | undefined): RuleItem | undefined {
    const sheets = this.sheets.all.filter(
      ({ hash }) => sheetHash === undefined || hash === sheetHash,
    )
    for (const { sheet } of sheets.toReversed()) {
      const item = findItem(sheet, ref)
      if (item !== undefined) return item
    }
    return undefined
  }

  close(day: string): boolean {
    const isNew = day > this.#closed
    if (isNew) this.#closed = day
    return isNew
  }

  /** The last day that a statement closed. */
  get closedThrough(): string | null {
    return this.#closed || null
  }

  toJson() {
    return {
      village: this.#village,
      closed: this.#closed,
      sheets: this.sheets.all,
      usage: this.usage.toJson(),
      awards: this.awards.toJson(),
      accounts: this.accounts.toJson(),
      notices: this.notices.toJson(),
      objections: this.objections.toJson(),
      reports: this.reports.toJson(),
      deductions: this.deductions.toJson(),
      spotChecks: this.spotChecks.toJson(),
      passersBy: this.passersBy.toJson(),
      weeks: this.weeks.toJson(),
      ratings: this.ratings.toJson(),
      ratingPoints: this.ratingPoints.toJson(),
      checks: this.checks,
      tally: this.tally,
    }
  }

  load(json: ReturnType<Book['toJson']>): void {
    this.#village = json.village
    this.#closed = json.closed
    for (const sheet of json.sheets) this.sheets.adopt(sheet)
    this.usage = UsageBook.fromJson(json.usage)
    this.awards = Awards.fromJson(json.awards)
    this.accounts = Accounts.fromJson(json.accounts)
    this.notices.load(json.notices)
    this.objections.load(json.objections)
    this.reports.load(json.reports)
    this.deductions.load(json.deductions)
    this.spotChecks.load(json.spotChecks)
    this.passersBy.load(json.passersBy)
    this.weeks.load(json.weeks)
    this.ratings.load(json.ratings)
    this.ratingPoints.load(json.ratingPoints)
    this.checks = json.checks
    this.tally = json.tally
  }
}

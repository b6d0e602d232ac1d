import { parseLeaf, UnreadableLeaf, type Leaf, type LeafHead } from '@azalea/records'
import { findItem, type RuleItem } from '@azalea/scoring'
import { AuditError } from '../errors.ts'
import { codeOf, type Findings } from '../findings.ts'
import { UnreadableEntry } from '../documents.ts'
import type { LogSource } from '../log-source.ts'
import { sha256Text } from '../suite.ts'
import { Accounts } from './accounts.ts'
import { Awards } from './awards.ts'
import { BreachReports } from './breach-reports.ts'
import { Budgets } from './budgets.ts'
import { Closings } from './closings.ts'
import { Checks } from './checks.ts'
import { Deductions } from './deductions.ts'
import { judges, looks } from './judges/index.ts'
import type { Look } from './judges/judge.ts'
import { Notices } from './notices.ts'
import { Objections } from './objections.ts'
import { Once } from './once.ts'
import type { StateMemory, StateParts, Remembered } from './parts.ts'
import { Payments } from './payments.ts'
import { PassersBy } from './passers-by.ts'
import { Queues } from './queues.ts'
import { RatingPoints } from './rating-points.ts'
import { Sheets } from './sheets.ts'
import { Shop } from './shop.ts'
import { SpotChecks } from './spot-checks.ts'
import { newTally, type Tally } from './tally.ts'
import { UsageTotals } from './usage-totals.ts'
import { Vouchers } from './vouchers.ts'
import { Wallets } from './wallets.ts'
import { YearEnds } from './year-ends.ts'

/** A week is counted within days of its end; who counts it months later is not found out by this. */
const WEEKS_REMEMBERED_DAYS = 40
const RATINGS_REMEMBERED_DAYS = 3

/** What a state remembers, for the next audit. */
export type VillageStateJson = {
  readonly village: string | null
  readonly closed: string
  readonly tally: Tally
} & { readonly [Name in keyof StateMemory]?: unknown }

/**
 * A village's state, recomputed by a stranger: takes the entries of the log in their order and hands each to
 * the judge of its kind, who says what does not follow from the rules and from the entries before.
 */
export class VillageState implements StateParts {
  readonly sheets = new Sheets()
  readonly usage = new UsageTotals()
  readonly awards = new Awards()
  readonly accounts = new Accounts()
  readonly notices = new Notices()
  readonly objections = new Objections()
  readonly reports = new BreachReports()
  readonly deductions = new Deductions()
  readonly spotChecks = new SpotChecks()
  readonly passersBy = new PassersBy()
  readonly weeks = new Once(WEEKS_REMEMBERED_DAYS)
  readonly ratings = new Once(RATINGS_REMEMBERED_DAYS)
  readonly ratingPoints = new RatingPoints()
  readonly checks = new Checks()
  readonly queues = new Queues()
  readonly shop = new Shop()
  readonly budgets = new Budgets()
  readonly payments = new Payments()
  readonly wallets = new Wallets()
  readonly closings = new Closings()
  readonly yearEnds = new YearEnds()
  readonly vouchers = new Vouchers()
  readonly tally = newTally()
  readonly findings: Findings
  readonly #source: LogSource
  readonly #kept = judges.flatMap(({ keeps }) => keeps)
  #village: string | null = null
  #closed = ''

  constructor(source: LogSource, findings: Findings) {
    this.#source = source
    this.findings = findings
  }

  /** Takes the next entry. @throws AuditError when a document cannot be read for other reasons than that it is missing */
  async enter(index: number, bytes: Uint8Array): Promise<void> {
    this.tally.entries += 1
    try {
      const leaf = parseLeaf(bytes)
      this.#count(index, leaf)
      // The kind has found its own judge.
      const look = looks[leaf.kind] as Look<Leaf['kind']>
      const judged = look(this, index, leaf)
      if (judged !== undefined) await judged
    } catch (error) {
      if (error instanceof UnreadableLeaf) {
        if (error.head !== null) this.#count(index, error.head)
        this.findings.add(codeOf(error.problem), index, error.message)
      } else if (error instanceof UnreadableEntry)
        this.findings.add('entry_unreadable', index, error.message)
      else throw error
    }
  }

  #count(index: number, { village, kind, at }: LeafHead): void {
    this.#village ??= village
    if (village !== this.#village)
      this.findings.add('entry_unreadable', index, `it is of village ${village}`)
    if (at <= this.#closed)
      this.findings.add('entry_after_close', index, `it is of ${at}, which was closed before`)
    // A successor begins with an entry of the day on which the log before it was retired.
    if (kind === 'log.begun' && index === 0) return this.accounts.countAhead(at)
    if (!this.accounts.count(at)) return
    for (const name of this.#kept) this.#memory(name).prune?.(at)
  }

  #memory(name: keyof StateMemory): Remembered {
    return this[name]
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

  toJson(): VillageStateJson {
    const memory = this.#kept.map((name) => [name, this.#memory(name).toJson()] as const)
    return {
      village: this.#village,
      closed: this.#closed,
      tally: this.tally,
      ...Object.fromEntries(memory),
    }
  }

  /** @throws AuditError 'bad_state' where another version, which keeps less, has written it */
  load(json: VillageStateJson): void {
    const missing = this.#kept.find((name) => json[name] === undefined)
    if (missing !== undefined) {
      const sentence = `the state does not say what this version of azalea-audit keeps of ${missing}`
      throw new AuditError('bad_state', `${sentence}; remove it to begin anew`)
    }
    this.#village = json.village
    this.#closed = json.closed
    Object.assign(this.tally, json.tally)
    // Each wrote itself what it reads here.
    for (const name of this.#kept) this.#memory(name).load(json[name] as never)
  }
}

import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  boardBytes,
  calibrate,
  capWindows,
  contendingHundredths,
  countedUsage,
  findItem,
  parseRuleSheet,
  recountAwards,
  ruleSheetBytes,
  type CalibrationInput,
  type JsonValue,
  type RuleItem,
  type RuleSheet,
} from '@azalea/scoring'
import { addCivilDays, canonicalJson } from '@azalea/text'
import { Accounts, boardPeriods } from '../src/village-state/accounts.ts'
import { UsageTotals } from '../src/village-state/usage-totals.ts'
import { sha256Text } from '../src/suite.ts'

export const VILLAGE = '330109102259'
const FIRST_DAY = '2026-01-05' // a Monday
const GARDEN = '../../../packages/scoring/fixtures/rule-sheets/dashigai-garden.json'

export interface VillageSize {
  readonly households: number
  readonly days: number
  readonly ratingsADay: number
  readonly shiftsADay: number
}

/** One entry before it is spelled. */
export interface MadeEntry {
  kind: string
  at: string
  public: { [name: string]: JsonValue | undefined }
  version?: number
}

interface MadeAward {
  readonly award: string
  readonly item: string
  readonly earner: string
  readonly household: string
  readonly pointsHundredths: number
  readonly day: string
  readonly countedOccurrences: number
  readonly creditedQuantity: number
  notice: string | null
}

/**
 * A village that keeps its village by the rules, as the server does, but out of thin air: for audits of
 * any size without a database. Always the same for the same size.
 */
export class SyntheticVillage {
  readonly documents = new Map<string, string>()
  readonly sheet: RuleSheet
  readonly sheetHash: string
  readonly #size: VillageSize
  readonly #accounts = new Accounts()
  readonly #usage = new UsageTotals()
  /** By week, person and weekday: ratings that are not counted yet. */
  readonly #counts = new Map<string, Map<number, number[]>>()
  readonly #recounted = new Map<string, number>()
  #scored: MadeAward[] = []
  #noticed: { finalOn: string; awards: MadeAward[] }[] = []
  #final: MadeAward[] = []
  #records = 0
  #notices = 0
  #state = 7

  constructor(size: VillageSize) {
    this.#size = size
    const path = new URL(GARDEN, import.meta.url)
    const json = JSON.parse(readFileSync(path, 'utf8')) as object
    const parsed = parseRuleSheet({ ...json, villageId: VILLAGE, effectiveFrom: FIRST_DAY })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    // Its days go past the end of the wallets' year, which nobody announces here.
    const policies = { ...parsed.sheet.policies, wallet: { kind: 'keep' } as const }
    this.sheet = { ...parsed.sheet, policies }
    this.sheetHash = this.#publish(ruleSheetBytes(this.sheet))
    this.#usage.track(this.sheet, true)
  }

  /** The entries of all days, day by day. */
  *days(): Generator<readonly MadeEntry[]> {
    for (let no = 0; no < this.#size.days; no++) yield [...this.#day(no)]
  }

  *#day(no: number): Generator<MadeEntry> {
    const at = addCivilDays(FIRST_DAY, no)
    if (no === 0) yield* this.#found(at)
    else yield this.#enter(this.#statement(addCivilDays(at, -1), at))
    for (const entry of this.#happenings(no, at)) yield this.#enter(entry)
  }

  #enter(entry: MadeEntry): MadeEntry {
    this.#accounts.count(entry.at)
    this.#records += 1
    return entry
  }

  *#found(at: string): Generator<MadeEntry> {
    const { sheetHash: sheet } = this
    const resolution = { date: FIRST_DAY, eligible: 9, present: 8, for: 7, against: 1 }
    const adopted = { version: 1, sheet, effectiveFrom: FIRST_DAY, resolution }
    yield this.#enter({ kind: 'rule-sheet.adopted', at, public: adopted })
    for (let no = 0; no < this.#size.households; no++) {
      const household = name('household', no)
      yield this.#enter({ kind: 'household.joined', at, public: { household, optInVersion: 1 } })
      this.#accounts.take(at, { kind: 'joined', household })
    }
  }

  *#happenings(no: number, at: string): Generator<MadeEntry> {
    if (no % 7 === 2 && no > 7) yield* this.#countWeek(at, addCivilDays(FIRST_DAY, no - 9))
    yield* this.#finalise(at)
    for (let rating = 0; rating < this.#size.ratingsADay; rating++) yield this.#rate(no, rating, at)
    for (let shift = 0; shift < this.#size.shiftsADay; shift++) yield this.#shift(no, shift, at)
    if (no % 7 === 6 && this.#scored.length > 0) yield this.#notice(no, at)
    if (no % 10 === 9) yield* this.#takeBack(at)
  }

  #rate(no: number, rating: number, at: string): MadeEntry {
    const person = (no * 31 + rating) % this.#people
    const week = addCivilDays(FIRST_DAY, no - (no % 7))
    const people = this.#counts.get(week) ?? new Map<number, number[]>()
    this.#counts.set(week, people)
    const perDay = people.get(person) ?? [0, 0, 0, 0, 0, 0, 0]
    perDay[no % 7] = (perDay[no % 7] ?? 0) + 1
    people.set(person, perDay)
    const rater = name(`rater ${at.slice(0, 7)}`, person)
    const subject = name('subject', rating)
    return {
      kind: 'rating.given',
      at,
      public: { subject, rater, stars: this.#whole(1, 5), day: at },
    }
  }

  *#countWeek(at: string, week: string): Generator<MadeEntry> {
    const month = addCivilDays(week, 6).slice(0, 7)
    for (const [person, perDay] of this.#counts.get(week) ?? []) {
      const counts = fallingCounts(perDay)
      const item = 'garden-rate'
      const pointsHundredths = this.#earned(week, perDay)
      const account = this.#account(person)
      this.#accounts.take(at, { kind: 'posted', ...account, month, pointsHundredths })
      yield {
        kind: 'award.counted',
        at,
        public: {
          award: name(`count ${week}`, person),
          item,
          sheet: this.sheetHash,
          week,
          month,
          counts,
          pointsHundredths,
          ...account,
        },
      }
    }
    this.#counts.delete(week)
  }

  #earned(week: string, perDay: readonly number[]): number {
    const counts = fallingCounts(perDay)
    const key = `${week} ${counts.join(' ')}`
    const points =
      this.#recounted.get(key) ??
      recountAwards(this.sheet, { itemRef: 'garden-rate', week, counts })
    this.#recounted.set(key, points)
    return points
  }

  #uncountedHundredths(): number {
    let sum = 0
    for (const [week, people] of this.#counts)
      for (const perDay of people.values()) sum += this.#earned(week, perDay)
    return sum
  }

  #shift(no: number, shift: number, at: string): MadeEntry {
    const item = this.#item('watch-hour')
    const account = this.#account(this.#whole(0, this.#people - 1))
    const input: CalibrationInput = {
      itemRef: item.ref,
      quantity: this.#whole(60, 240),
      occurredOn: at,
      prior: capWindows(item, at).map((window) =>
        this.#usage.used(
          window,
          window.scope === 'person' ? account.earner : account.household,
          at,
          item.kind,
        ),
      ),
      competing: [],
      leaderScore: this.#whole(3, 5),
    }
    const calibration = calibrate(this.sheet, input)
    const award: MadeAward = {
      award: name(`award ${no}`, shift),
      item: item.ref,
      ...account,
      pointsHundredths: calibration.pointsHundredths,
      day: at,
      ...countedUsage(item, input.quantity, calibration),
      notice: null,
    }
    if (contendingHundredths(calibration) < 0) throw new Error('a shift is no deduction')
    this.#usage.add(item, award, 1)
    this.#scored.push(award)
    const deed = name(`deed ${no}`, shift)
    const { pointsHundredths } = award
    const said = {
      award: award.award,
      deed,
      item: item.ref,
      pointsHundredths,
      sheet: this.sheetHash,
    }
    return {
      kind: 'award.scored',
      at,
      public: { ...said, ...account, input: { ...input } as never },
    }
  }

  #notice(no: number, at: string): MadeEntry {
    const notice = name('notice', no)
    const finalOn = addCivilDays(at, 8)
    const awards = this.#scored
    this.#scored = []
    for (const award of awards) award.notice = notice
    this.#noticed.push({ finalOn, awards })
    const list = awards
      .map(({ award, household, item, pointsHundredths }) => ({
        award,
        household,
        item,
        pointsHundredths,
      }))
      .toSorted((a, b) => (a.award < b.award ? -1 : 1))
    const snapshot = sha256Text(canonicalJson(list), 'hex')
    this.#notices += 1
    const serial = `${at.slice(0, 4)}-${String(this.#notices).padStart(3, '0')}`
    return {
      kind: 'notice.published',
      at,
      public: { notice, serial, awards: awards.length, finalOn, snapshot },
    }
  }

  *#finalise(at: string): Generator<MadeEntry> {
    const due = this.#noticed.filter(({ finalOn }) => finalOn <= at)
    this.#noticed = this.#noticed.filter(({ finalOn }) => finalOn > at)
    for (const award of due.flatMap(({ awards }) => awards)) {
      const { household, earner, item, notice, pointsHundredths } = award
      const month = at.slice(0, 7)
      this.#accounts.take(at, { kind: 'posted', household, earner, month, pointsHundredths })
      this.#final.push(award)
      const said = { award: award.award, item, pointsHundredths, notice, earner, household }
      yield { kind: 'award.final', at, public: said }
    }
  }

  /** One of the oldest awards and one of the newest. */
  *#takeBack(at: string): Generator<MadeEntry> {
    const taken = [this.#final.shift(), this.#final.pop()].flatMap((award) => award ?? [])
    for (const { notice, ...award } of taken) {
      const { household, earner, pointsHundredths } = award
      const month = at.slice(0, 7)
      this.#usage.add(this.#item(award.item), award, -1)
      this.#accounts.take(at, { kind: 'taken_back', household, earner, month, pointsHundredths })
      const { countedOccurrences, creditedQuantity, day, item } = award
      const said = { award: award.award, item, day, pointsHundredths, earner, household, notice }
      const freed = { countedOccurrences, creditedQuantity, supersededBy: null }
      const postedHundredths = pointsHundredths
      yield { kind: 'award.reversed', at, public: { ...said, ...freed, postedHundredths } }
    }
  }

  #statement(day: string, at: string): MadeEntry {
    // The day before is over once the next one begins: the statement's own entry begins it.
    const peek = new Accounts()
    peek.load(structuredClone(this.#accounts.toJson()))
    peek.count(at)
    const households = [...peek.households()]
      .map(([household, honourHundredths]) => ({
        household,
        group: this.#groupOf(household),
        joined: true,
        honourHundredths,
        walletHundredths: honourHundredths,
      }))
      .toSorted((a, b) => (a.household < b.household ? -1 : 1))
    const groups = new Map(households.map(({ household, group }) => [household, group]))
    const boards: Record<string, string> = {}
    for (const period of boardPeriods)
      for (const [board, lines] of Object.entries(peek.boards(period, day, groups)))
        boards[`${period}/${board}`] = sha256Text(boardBytes(lines), 'base64url')
    return {
      kind: 'day.closed',
      at,
      public: {
        day,
        records: this.#records,
        recordsOfDay: peek.recordsOf(day),
        awardedHundredths: peek.awardedHundredths,
        reversedHundredths: peek.reversedHundredths,
        uncountedHundredths: this.#uncountedHundredths(),
        spentHundredths: 0,
        sheet: this.sheetHash,
        households: this.#publish(canonicalJson({ v: 1, village: VILLAGE, day, households })),
        boards,
      },
    }
  }

  #publish(text: string): string {
    const hash = sha256Text(text, 'hex')
    this.documents.set(hash, text)
    return hash
  }

  get #people(): number {
    return this.#size.households * 2
  }

  #account(person: number): { earner: string; household: string } {
    const household = name('household', person % this.#size.households)
    return { earner: name('earner', person), household }
  }

  #groupOf(household: string): number {
    return (household.codePointAt(0) ?? 0) % 9
  }

  #item(ref: string): RuleItem {
    const item = findItem(this.sheet, ref)
    if (item === undefined) throw new Error(`no item ${ref}`)
    return item
  }

  #whole(from: number, to: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return from + Math.floor((this.#state / 4_294_967_296) * (to - from + 1))
  }
}

function fallingCounts(perDay: readonly number[]): number[] {
  return perDay.filter((count) => count > 0).toSorted((a, b) => b - a)
}

/** As a leaf of the log is spelled. */
export function spell(entry: MadeEntry, no: number): string {
  const { kind, at, public: fields, version = 1 } = entry
  const id = name('id', no)
  const { salt, payload } = sealedPart(no)
  const commitments = [createHmac('sha256', salt).update(payload).digest('base64url')]
  return canonicalJson({ v: version, village: VILLAGE, id, kind, at, public: fields, commitments })
}

/** What stands behind the one commitment of an entry. */
export function sealedPart(no: number): { salt: Buffer; payload: string } {
  const salt = createHash('sha256').update(`salt ${no}`).digest()
  return { salt, payload: `{"words":"${no}"}` }
}

const names = new Map<string, string>()

/** Looks like a pseudonym of the server. */
export function name(kind: string, no: number): string {
  const known = names.get(`${kind} ${no}`)
  if (known !== undefined) return known
  const made = createHash('sha256').update(`${kind} ${no}`).digest('base64url').slice(0, 22)
  if (['household', 'earner'].includes(kind)) names.set(`${kind} ${no}`, made)
  return made
}

import { boardsOf, type BoardKind, type BoardLines } from '@azalea/scoring'

import type { PointsRange } from './rating-points.ts'
import { Uncounted } from './uncounted.ts'

/** What an entry does to the sums that the daily statements tell. */
export type Effect =
  | {
      readonly kind: 'posted' | 'taken_back'
      readonly household: string
      readonly earner: string
      /** 'YYYY-MM' of the posting. */
      readonly month: string
      readonly pointsHundredths: number
    }
  | {
      /** Of the wallet; honour is never spent. */
      readonly kind: 'spent'
      readonly household: string
      readonly pointsHundredths: number
    }
  | {
      /** To the wallet alone: points to start with; below zero what a yearly close took. */
      readonly kind: 'granted'
      readonly household: string
      readonly pointsHundredths: number
    }
  | { readonly kind: 'joined' | 'left'; readonly household: string }

export const boardPeriods = ['all', 'year', 'month', 'month-before'] as const
export type BoardPeriod = (typeof boardPeriods)[number]

interface Account {
  household: string
  earner: string
  allHundredths: number
  /** By 'YYYY' and 'YYYY-MM', the recent ones. */
  readonly periods: Map<string, number>
}

/** Periods that a statement can still ask for: this year and month and those before. */
const PERIODS_KEPT = 4

declare module './parts.ts' {
  interface StateMemory {
    readonly accounts: Accounts
  }
}

/**
 * Honour by household, person and period, and what households spent, as of the end of the last day that is over. What an entry
 * of the running day does waits until the next day begins: a statement speaks of whole days.
 */
export class Accounts {
  readonly #accounts = new Map<string, Account>()
  readonly #joined = new Set<string>()
  #waiting: Effect[] = []
  #today = ''
  /** Entries of days that are over, and of each of the last days. */
  #records = 0
  #recordsToday = 0
  #recordsOfDay = new Map<string, number>()
  #ahead: string | null = null
  #awarded = 0
  #reversed = 0
  readonly #spent = new Map<string, number>()
  readonly #granted = new Map<string, number>()
  /** What the entries so far leave in each wallet, those of the running day too. */
  readonly #wallets = new Map<string, number>()
  readonly #uncounted = new Uncounted()
  /** Of the running day, as sums: there may be many. */
  readonly #uncountedToday = new Uncounted()

  /** The running day: the latest that an entry tells. */
  get today(): string {
    return this.#today
  }

  get records(): number {
    return this.#records
  }

  get awardedHundredths(): number {
    return this.#awarded
  }

  get reversedHundredths(): number {
    return this.#reversed
  }

  get spentHundredths(): number {
    return [...this.#spent.values()].reduce((sum, one) => sum + one, 0)
  }

  /** What a household has spent of its wallet. */
  spentBy(household: string): number {
    return this.#spent.get(household) ?? 0
  }

  /** Of all households. */
  get grantedHundredths(): number {
    return [...this.#granted.values()].reduce((sum, one) => sum + one, 0)
  }

  /** What the entries so far leave in a household's wallet. */
  walletOf(household: string): number {
    return this.#wallets.get(household) ?? 0
  }

  /** Whose wallet held something at the end of the last day that is over. */
  filled(): string[] {
    return [...this.households()].flatMap(([household, honour]) =>
      honour + this.grantedTo(household) - this.spentBy(household) > 0 ? [household] : [],
    )
  }

  /** What was given to a household's wallet alone, less what a yearly close took from it. */
  grantedTo(household: string): number {
    return this.#granted.get(household) ?? 0
  }

  /** What waits to be counted. */
  get uncounted(): PointsRange {
    return this.#uncounted.sum()
  }

  recordsOf(day: string): number {
    return this.#recordsOfDay.get(day) ?? 0
  }

  /** Counts an entry that stands before those of earlier days, once its own day comes. */
  countAhead(day: string): void {
    this.#ahead = day
  }

  /** Counts an entry; says whether a new day began with it. */
  count(day: string): boolean {
    const isNew = day > this.#today
    if (isNew) this.#begin(day)
    if (day === this.#today) this.#recordsToday += 1
    else {
      this.#records += 1
      this.#recordsOfDay.set(day, this.recordsOf(day) + 1)
    }
    return isNew
  }

  #begin(day: string): void {
    for (const effect of this.#waiting) this.#apply(effect)
    this.#waiting = []
    this.#uncounted.takeFrom(this.#uncountedToday)
    this.#uncounted.prune(day)
    this.#records += this.#recordsToday
    this.#recordsOfDay = new Map([[this.#today, this.#recordsToday]])
    this.#recordsToday = 0
    this.#today = day
    if (this.#ahead === null || this.#ahead > day) return
    const ahead = this.#ahead
    this.#ahead = null
    this.count(ahead)
  }

  /** What an entry of this day does: at once if the day is over, else when it is. */
  take(day: string, effect: Effect): void {
    this.#move(effect)
    if (day < this.#today) this.#apply(effect)
    else this.#waiting.push(effect)
  }

  /** Of a memory that was kept before wallets were. */
  #recallWallets(): void {
    for (const [household, honour] of this.households())
      this.#wallets.set(household, honour + this.grantedTo(household) - this.spentBy(household))
    for (const effect of this.#waiting) this.#move(effect)
  }

  #move(effect: Effect): void {
    if (!('pointsHundredths' in effect)) return
    const { kind, household, pointsHundredths } = effect
    const isOut = kind === 'spent' || kind === 'taken_back'
    const moved = isOut ? -pointsHundredths : pointsHundredths
    this.#wallets.set(household, this.walletOf(household) + moved)
  }

  /** Where an entry of this day tells of points that wait to be counted, or no longer do. */
  uncountedOn(day: string): Uncounted {
    return day < this.#today ? this.#uncounted : this.#uncountedToday
  }

  #apply(effect: Effect): void {
    switch (effect.kind) {
      case 'joined':
        this.#joined.add(effect.household)
        return
      case 'left':
        this.#joined.delete(effect.household)
        return
      case 'spent':
        this.#spent.set(effect.household, this.spentBy(effect.household) + effect.pointsHundredths)
        return
      case 'granted':
        this.#granted.set(
          effect.household,
          this.grantedTo(effect.household) + effect.pointsHundredths,
        )
        return
      case 'posted':
        this.#awarded += effect.pointsHundredths
        return this.#add(effect.household, effect.earner, effect.month, effect.pointsHundredths)
      case 'taken_back':
        this.#reversed += effect.pointsHundredths
        return this.#add(effect.household, effect.earner, effect.month, -effect.pointsHundredths)
    }
  }

  #add(household: string, earner: string, month: string, pointsHundredths: number): void {
    const id = `${household} ${earner}`
    const account = this.#accounts.get(id) ?? {
      household,
      earner,
      allHundredths: 0,
      periods: new Map<string, number>(),
    }
    this.#accounts.set(id, account)
    account.allHundredths += pointsHundredths
    for (const period of [month.slice(0, 4), month])
      account.periods.set(period, (account.periods.get(period) ?? 0) + pointsHundredths)
    if (account.periods.size > 2 * PERIODS_KEPT) forgetOldest(account.periods)
  }

  isJoined(household: string): boolean {
    return this.#joined.has(household)
  }

  /** Every household that has joined or ever had points of either kind, with its honour. */
  households(): Map<string, number> {
    const known = [...this.#joined, ...this.#spent.keys(), ...this.#granted.keys()]
    const honour = new Map<string, number>(known.map((household) => [household, 0]))
    for (const { household, allHundredths } of this.#accounts.values())
      honour.set(household, (honour.get(household) ?? 0) + allHundredths)
    return honour
  }

  /** The boards of a period around a day; `groups` says where each household belongs. */
  boards(
    period: BoardPeriod,
    day: string,
    groups: ReadonlyMap<string, number>,
  ): Record<BoardKind, BoardLines> {
    const key = periodKey(period, day)
    const ranked = [...this.#joined].map((household) => ({
      household,
      group: groups.get(household) ?? 0,
      joined: true,
    }))
    const earned = [...this.#accounts.values()].map((account) => ({
      household: account.household,
      earner: account.earner,
      pointsHundredths: key === null ? account.allHundredths : (account.periods.get(key) ?? 0),
    }))
    return boardsOf(ranked, earned)
  }

  get size(): number {
    return this.#accounts.size
  }

  toJson() {
    return {
      accounts: [...this.#accounts.values()].map(
        ({ household, earner, allHundredths, periods }) => ({
          household,
          earner,
          allHundredths,
          periods: [...periods],
        }),
      ),
      joined: [...this.#joined],
      waiting: this.#waiting,
      today: this.#today,
      records: this.#records,
      recordsToday: this.#recordsToday,
      recordsOfDay: [...this.#recordsOfDay],
      ahead: this.#ahead,
      awarded: this.#awarded,
      reversed: this.#reversed,
      spent: [...this.#spent],
      granted: [...this.#granted],
      wallets: [...this.#wallets],
      uncounted: this.#uncounted.toJson(),
      uncountedToday: this.#uncountedToday.toJson(),
    }
  }

  load(json: ReturnType<Accounts['toJson']>): void {
    for (const { household, earner, allHundredths, periods } of json.accounts)
      this.#accounts.set(`${household} ${earner}`, {
        household,
        earner,
        allHundredths,
        periods: new Map(periods),
      })
    for (const household of json.joined) this.#joined.add(household)
    for (const [household, spent] of json.spent) this.#spent.set(household, spent)
    for (const [household, granted] of json.granted ?? []) this.#granted.set(household, granted)
    this.#waiting = json.waiting
    if (json.wallets === undefined) this.#recallWallets()
    this.#today = json.today
    this.#records = json.records
    this.#recordsToday = json.recordsToday
    this.#recordsOfDay = new Map(json.recordsOfDay)
    this.#ahead = json.ahead
    this.#awarded = json.awarded
    this.#reversed = json.reversed
    for (const [household, wallet] of json.wallets ?? []) this.#wallets.set(household, wallet)
    this.#uncounted.load(json.uncounted)
    this.#uncountedToday.load(json.uncountedToday)
  }
}

function forgetOldest(periods: Map<string, number>): void {
  for (const length of [4, 7]) {
    const keys = [...periods.keys()].filter((key) => key.length === length)
    for (const key of keys.toSorted((a, b) => (a < b ? 1 : -1)).slice(PERIODS_KEPT))
      periods.delete(key)
  }
}

/** The key of a board's period around a day; null for all time. */
function periodKey(period: BoardPeriod, day: string): string | null {
  const month = day.slice(0, 7)
  switch (period) {
    case 'all':
      return null
    case 'year':
      return day.slice(0, 4)
    case 'month':
      return month
    case 'month-before': {
      const [year, no] = [Number(month.slice(0, 4)), Number(month.slice(5))]
      return no === 1 ? `${year - 1}-12` : `${year}-${String(no - 1).padStart(2, '0')}`
    }
  }
}

import { beatenBy } from '../beaten-rivals.ts'
import { calibrate, contendingHundredths } from '../calibrate.ts'
import { CalibrationError } from '../calibration.ts'
import type { Calibration, CalibrationInput, CompetingAward, PriorUsage } from '../calibration.ts'
import { countedUsage } from '../counted-usage.ts'
import { findItem } from '../rule-sheet.ts'
import type { RuleItem, RuleSheet } from '../rule-sheet.ts'
import { effectsOf } from './effects.ts'
import { StandingRepairs } from './standing-repairs.ts'
import type { ReplayedAward } from './replayed-award.ts'
import { deedUnder } from './replayed-contribution.ts'
import type { ReplayContribution, ReplayEvent, ReplayRepair } from './replayed-contribution.ts'
import { StandingDeductions } from './standing-deductions.ts'
import { UsageTotals } from './usage-totals.ts'
import type { UsageOfAward } from './usage-totals.ts'

/**
 * Why a deed comes to nothing: the sheet has no such item, its item counts something else, or the
 * facts do not fit its rule.
 */
export type UnjudgedReason = 'missing_item' | 'other_measure' | 'unfit'

export interface UnjudgedContribution {
  readonly contribution: ReplayContribution
  readonly reason: UnjudgedReason
}

/** An award with what others must know of it. */
interface Entry extends UsageOfAward {
  readonly award: ReplayedAward
  readonly contendingHundredths: number
}

/** A day before any village had a sheet: a replay asks what the rules would have given then. */
const BEFORE_ALL = '0001-01-01'

/**
 * Judges deeds by one sheet in the order in which they came in, as if it had been in force all
 * along: caps, bands, only-the-highest, repetition and repair see the awards of the same replay. The
 * steps are those of the server; `take` may be called event by event, so that a server can
 * pause in between.
 */
export class SheetReplay {
  readonly awards: ReplayedAward[] = []
  readonly unjudged: UnjudgedContribution[] = []
  readonly #sheet: RuleSheet
  readonly #usage: UsageTotals
  readonly #repairs = new StandingRepairs()
  readonly #standing: StandingDeductions
  readonly #entries = new Map<string, Entry>()
  readonly #bySource = new Map<string, Entry[]>()
  readonly #byDay = new Map<string, Entry[]>()

  constructor(sheet: RuleSheet) {
    this.#sheet = { ...sheet, effectiveFrom: BEFORE_ALL }
    this.#usage = new UsageTotals(sheet)
    this.#standing = new StandingDeductions(sheet, this.#repairs)
  }

  /** Takes the next event; what concerns a deed that came to nothing changes nothing. */
  take(event: ReplayEvent): void {
    switch (event.kind) {
      case 'contribution':
        return this.#judge(event.contribution)
      case 'final': {
        const award = this.#entries.get(event.contributionId)?.award
        if (award?.state === 'stands') this.#standing.began(award, event.on)
        return
      }
      case 'repair':
        return this.#repair(event.repair)
      case 'reversal': {
        const entry = this.#entries.get(event.contributionId)
        if (entry?.award.state === 'stands') this.#takeOut(entry, 'reversed')
        this.#repairs.takeBack(event.contributionId)
      }
    }
  }

  #repair(repair: ReplayRepair): void {
    const deduction = this.#entries.get(repair.contributionId)?.award
    if (deduction?.state !== 'stands') return
    const award = this.#repairs.take(repair, deduction)
    if (award !== null) this.awards.push(award)
  }

  #judge(told: ReplayContribution): void {
    const item = findItem(this.#sheet, told.itemRef)
    if (item === undefined) return this.#leave(told, 'missing_item')
    const contribution = deedUnder(item, told)
    if (contribution === null) return this.#leave(told, 'other_measure')
    try {
      this.#award(item, contribution)
    } catch (error) {
      if (!(error instanceof CalibrationError)) throw error
      this.#leave(told, 'unfit')
    }
  }

  #leave(contribution: ReplayContribution, reason: UnjudgedReason): void {
    this.unjudged.push({ contribution, reason })
  }

  #award(item: RuleItem, contribution: ReplayContribution): void {
    const rivals = this.#rivalsOf(item, contribution)
    const competing = rivals.map(({ award, contendingHundredths: hundredths }) => ({
      itemRef: award.item.ref,
      pointsHundredths: hundredths,
    }))
    let calibration = this.#calibrate(item, contribution, competing)
    const beats = beatenBy(calibration)
    const beaten = rivals.filter(
      ({ pointsHundredths }, at) => pointsHundredths !== 0 && isBeaten(competing[at], beats),
    )
    if (beaten.length > 0) {
      for (const rival of beaten) this.#takeOut(rival, 'beaten')
      // What the beaten awards had used up is free again.
      calibration = this.#calibrate(item, contribution, competing)
    }
    this.#enter(item, contribution, calibration)
  }

  #calibrate(
    item: RuleItem,
    contribution: ReplayContribution,
    competing: CompetingAward[],
  ): Calibration {
    const prior = this.#usage.priorOf(item, contribution)
    const input = inputOf(item, contribution, prior, competing)
    input.sameInForce = this.#standing.sameInForce(item, contribution)
    return calibrate(this.#sheet, input)
  }

  #enter(item: RuleItem, contribution: ReplayContribution, calibration: Calibration): void {
    const { pointsHundredths } = calibration
    const award: ReplayedAward = {
      contribution,
      item,
      pointsHundredths,
      effects: effectsOf(calibration),
      state: 'stands',
    }
    const used = countedUsage(item, contribution.quantity, calibration)
    const entry: Entry = {
      award,
      pointsHundredths,
      countedOccurrences: used.countedOccurrences,
      creditedQuantity: used.creditedQuantity,
      contendingHundredths: contendingHundredths(calibration),
    }
    this.awards.push(award)
    this.#entries.set(contribution.contributionId, entry)
    this.#usage.count(item, contribution, entry, 1)
    append(this.#bySource, sourceOf(contribution), entry)
    if (item.exclusiveGroup !== undefined) append(this.#byDay, dayOf(item, contribution), entry)
  }

  #takeOut(entry: Entry, state: 'beaten' | 'reversed'): void {
    const { award } = entry
    award.state = state
    this.#repairs.takeBackAll(award.contribution.contributionId)
    this.#usage.count(award.item, award.contribution, entry, -1)
    remove(this.#bySource, sourceOf(award.contribution), entry)
    if (award.item.exclusiveGroup !== undefined)
      remove(this.#byDay, dayOf(award.item, award.contribution), entry)
  }

  /** The awards for the same deed: of its source, or of its person, day and exclusive group. */
  #rivalsOf(item: RuleItem, contribution: ReplayContribution): Entry[] {
    if (!item.stages.some(({ stage }) => stage === 'only_highest')) return []
    const ofSource = this.#bySource.get(sourceOf(contribution)) ?? []
    if (item.exclusiveGroup === undefined) return ofSource
    const ofDay = this.#byDay.get(dayOf(item, contribution)) ?? []
    return [...new Set([...ofSource, ...ofDay])]
  }
}

/** Field by field: spreading a deed costs more than judging it. */
function inputOf(
  item: RuleItem,
  contribution: ReplayContribution,
  prior: PriorUsage[],
  competing: CompetingAward[],
): CalibrationInput {
  const { quantity, occurredOn } = contribution
  const input: CalibrationInput = { itemRef: item.ref, quantity, occurredOn, prior, competing }
  if (contribution.circumstances !== undefined) input.circumstances = contribution.circumstances
  if (contribution.leaderScore !== undefined) input.leaderScore = contribution.leaderScore
  if (contribution.spotCheckScore !== undefined) input.spotCheckScore = contribution.spotCheckScore
  if (contribution.passersBy !== undefined) input.passersBy = contribution.passersBy
  if (contribution.upheldReports !== undefined) input.upheldReports = contribution.upheldReports
  return input
}

function isBeaten(
  rival: CompetingAward | undefined,
  beats: (rival: CompetingAward) => boolean,
): boolean {
  return rival !== undefined && beats(rival)
}

function sourceOf({ sourceKind, sourceId }: ReplayContribution): string {
  return `${sourceKind} ${sourceId}`
}

function dayOf({ exclusiveGroup }: RuleItem, { personId, occurredOn }: ReplayContribution): string {
  return `${personId} ${occurredOn} ${exclusiveGroup ?? ''}`
}

function append(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [entry])
  else list.push(entry)
}

function remove(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const rest = (lists.get(key) ?? []).filter((one) => one !== entry)
  if (rest.length === 0) lists.delete(key)
  else lists.set(key, rest)
}

import {
  capWindows,
  spanAround,
  type PriorUsage,
  type RuleItem,
  type RuleSheet,
  type UsageKey,
  type UsageWindow,
} from '@azalea/scoring'
import { addCivilDays } from '@azalea/text'

/** What an award takes of caps and bands. */
export interface AwardUsage {
  readonly earner: string
  readonly household: string
  readonly day: string
  readonly pointsHundredths: number
  readonly countedOccurrences: number
  readonly creditedQuantity: number
}

/** Sums for merits and deductions apart; the quantity for both together. */
interface Sums {
  merits: number
  meritCount: number
  deductions: number
  deductionCount: number
  quantity: number
}

/** Windows of days and months this long past are closed: no deed of then is scored any more. */
const KEPT_DAYS = 200
const PRUNED_EVERY_DAYS = 10

declare module './parts.ts' {
  interface StateMemory {
    readonly usage: UsageTotals
  }
}

/**
 * What each person and household has used of every window that a cap or band of an adopted sheet
 * looks at. Grows with the accounts and the windows, not with the awards.
 */
export class UsageTotals {
  readonly #tracked = new Map<string, UsageKey[]>()
  readonly #sums = new Map<string, Sums>()
  /** Windows that a later sheet began to look at: what went before was not added up. */
  readonly #incomplete = new Set<string>()
  #prunedOn = ''

  /** Adds up, from now on, what the sheet's items look at. */
  track(sheet: RuleSheet, isFirst: boolean): void {
    for (const item of sheet.items)
      for (const { scope, of, key, window } of capWindows(item, sheet.effectiveFrom)) {
        const list = this.#tracked.get(`${of} ${key}`) ?? []
        if (list.some((one) => one.scope === scope && one.window === window)) continue
        this.#tracked.set(`${of} ${key}`, [...list, { scope, of, key, window }])
        if (!isFirst) this.#incomplete.add(nameOf({ scope, of, key, window }))
      }
  }

  isComplete(key: UsageKey): boolean {
    return !this.#incomplete.has(nameOf(key))
  }

  /** Adds an award's usage; `times` -1 takes it back. */
  add(item: RuleItem, usage: AwardUsage, times: 1 | -1): void {
    for (const about of [
      `item ${item.ref}`,
      `category ${item.category}`,
      `source ${item.source ?? item.ref}`,
    ])
      for (const key of this.#tracked.get(about) ?? []) this.#addTo(key, usage, times)
  }

  #addTo(key: UsageKey, usage: AwardUsage, times: 1 | -1): void {
    const owner = key.scope === 'person' ? usage.earner : usage.household
    const id = bucketOf(key, owner, usage.day)
    const sums = this.#sums.get(id) ?? {
      merits: 0,
      meritCount: 0,
      deductions: 0,
      deductionCount: 0,
      quantity: 0,
    }
    this.#sums.set(id, sums)
    sums.quantity += times * usage.creditedQuantity
    if (usage.pointsHundredths > 0) {
      sums.merits += times * usage.pointsHundredths
      sums.meritCount += times * usage.countedOccurrences
    } else if (usage.pointsHundredths < 0) {
      sums.deductions -= times * usage.pointsHundredths
      sums.deductionCount += times * usage.countedOccurrences
    }
  }

  /** What an owner has used of a window, by awards of the item's own sign. */
  used(window: UsageWindow, owner: string, day: string, kind: RuleItem['kind']): PriorUsage {
    const { scope, of, key } = window
    const sums = this.#sums.get(bucketOf(window, owner, day))
    return {
      scope,
      of,
      key,
      window: window.window,
      usedHundredths: (kind === 'merit' ? sums?.merits : sums?.deductions) ?? 0,
      usedCount: (kind === 'merit' ? sums?.meritCount : sums?.deductionCount) ?? 0,
      usedQuantity: sums?.quantity ?? 0,
    }
  }

  /** Forgets windows that ended long before this day. */
  prune(day: string): void {
    if (addCivilDays(day, -PRUNED_EVERY_DAYS) < this.#prunedOn) return
    this.#prunedOn = day
    const oldest = addCivilDays(day, -KEPT_DAYS)
    // The bucket begins with the window's last day, or with a space when it has none.
    for (const id of this.#sums.keys())
      if (!id.startsWith(' ') && id < oldest) this.#sums.delete(id)
  }

  toJson() {
    return {
      tracked: [...this.#tracked],
      sums: [...this.#sums],
      incomplete: [...this.#incomplete],
    }
  }

  load(json: ReturnType<UsageTotals['toJson']>): void {
    for (const [about, keys] of json.tracked) this.#tracked.set(about, keys)
    for (const [id, sums] of json.sums) this.#sums.set(id, sums)
    for (const name of json.incomplete) this.#incomplete.add(name)
  }
}

function nameOf({ scope, of, key, window }: UsageKey): string {
  return `${scope} ${window} ${of} ${key}`
}

/** Begins with the window's last day, so that what is over can be found. */
function bucketOf(key: UsageKey, owner: string, day: string): string {
  return `${spanAround(day, key.window).lastDay ?? ''} ${owner} ${nameOf(key)}`
}

import type { PriorUsage, UsageKey } from '../calibration.ts'
import { spanAround } from '../civil-day.ts'
import type { CountedUsage } from '../counted-usage.ts'
import type { CivilDay, RuleItem, RuleSheet, UsageScope, UsageSpan } from '../rule-sheet.ts'
import { bandUsageKey, capUsageKey, usageKeyText } from '../usage-windows.ts'

/** Whose sums are kept and which day they are of. */
export interface UsageOwner {
  readonly personId: string
  readonly householdId: string
  readonly occurredOn: CivilDay
}

/** What an award adds to the sums. */
export interface UsageOfAward extends Pick<
  CountedUsage,
  'countedOccurrences' | 'creditedQuantity'
> {
  readonly pointsHundredths: number
}

/** Sums of one owner, subject and stretch of the calendar; of merits, and of deductions. */
interface Sums {
  merit: { hundredths: number; count: number }
  deduction: { hundredths: number; count: number }
  quantity: number
}

interface ItemKeys {
  /** What calibrating the item asks for. */
  readonly asked: readonly UsageKey[]
  /** What an award of the item adds to: whatever some item asks for. */
  readonly fed: readonly UsageKey[]
}

/** The sums that caps and bands of a sheet ask for, kept as awards come and go. */
export class UsageBook {
  readonly #keys: ReadonlyMap<string, ItemKeys>
  readonly #sums = new Map<string, Sums>()
  /** First days of stretches, by span and day: the calendar is worked out once a day. */
  readonly #firstDays = new Map<string, string>()

  constructor({ items }: RuleSheet) {
    const everAsked = distinct(items.flatMap(askedBy))
    this.#keys = new Map(
      items.map((item) => {
        const subjects = {
          item: item.ref,
          category: item.category,
          source: item.source ?? item.ref,
        }
        const fed = everAsked.filter(({ of, key }) => subjects[of] === key)
        return [item.ref, { asked: distinct(askedBy(item)), fed }]
      }),
    )
  }

  /** What earlier awards took of everything that calibrating the item looks at. */
  priorOf(item: RuleItem, owner: UsageOwner): PriorUsage[] {
    return this.#keysOf(item).asked.map((key) => {
      const sums = this.#sums.get(this.#cell(key, owner))
      const own = sums?.[item.kind]
      return {
        ...key,
        usedHundredths: own?.hundredths ?? 0,
        usedCount: own?.count ?? 0,
        usedQuantity: sums?.quantity ?? 0,
      }
    })
  }

  /** Counts an award (`times` 1), or takes it out again (−1). */
  count(item: RuleItem, owner: UsageOwner, award: UsageOfAward, times: 1 | -1): void {
    const { pointsHundredths, countedOccurrences, creditedQuantity } = award
    for (const key of this.#keysOf(item).fed) {
      const sums = this.#sumsAt(this.#cell(key, owner))
      sums.quantity += times * creditedQuantity
      if (pointsHundredths === 0) continue
      const own = pointsHundredths > 0 ? sums.merit : sums.deduction
      own.hundredths += times * Math.abs(pointsHundredths)
      own.count += times * countedOccurrences
    }
  }

  #keysOf({ ref }: RuleItem): ItemKeys {
    const keys = this.#keys.get(ref)
    if (keys === undefined) throw new RangeError(`the sheet has no item ${ref}`)
    return keys
  }

  #cell(key: UsageKey, owner: UsageOwner): string {
    const ownerId = ownerOf(key.scope, owner)
    return `${usageKeyText(key)} ${ownerId} ${this.#firstDay(owner.occurredOn, key.window)}`
  }

  #sumsAt(cell: string): Sums {
    const known = this.#sums.get(cell)
    if (known !== undefined) return known
    const none = () => ({ hundredths: 0, count: 0 })
    const sums = { merit: none(), deduction: none(), quantity: 0 }
    this.#sums.set(cell, sums)
    return sums
  }

  #firstDay(day: CivilDay, span: UsageSpan): string {
    if (span === 'lifetime') return ''
    if (span === 'day') return day
    const name = `${span} ${day}`
    const known = this.#firstDays.get(name)
    if (known !== undefined) return known
    const firstDay = spanAround(day, span).firstDay ?? ''
    this.#firstDays.set(name, firstDay)
    return firstDay
  }
}

function ownerOf(scope: UsageScope, { personId, householdId }: UsageOwner): string {
  return scope === 'person' ? personId : householdId
}

function askedBy(item: RuleItem): UsageKey[] {
  const bandKey = bandUsageKey(item)
  const capKeys = item.caps.map((cap) => capUsageKey(item, cap))
  return bandKey === null ? capKeys : [...capKeys, bandKey]
}

function distinct(keys: readonly UsageKey[]): UsageKey[] {
  return [...new Map(keys.map((key) => [usageKeyText(key), key])).values()]
}

import type { CivilDay } from '@azalea/text'
import type { PriorUsage, UsageKey } from '../calibration.ts'
import { spanAround } from '../usage-span.ts'
import type { CountedUsage } from '../counted-usage.ts'
import type { RuleItem, RuleSheet, UsageScope, UsageSpan } from '../rule-sheet.ts'
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

/** Sums of one owner and stretch of the calendar; of merits, and of deductions. */
interface Sums {
  meritHundredths: number
  meritCount: number
  deductionHundredths: number
  deductionCount: number
  quantity: number
}

/** All sums under one key. */
interface Ledger {
  readonly key: UsageKey
  /** By owner, then by the first day of the stretch. */
  readonly byOwner: Map<string, Map<string, Sums>>
}

interface ItemLedgers {
  /** What calibrating the item asks for. */
  readonly asked: readonly Ledger[]
  /** What an award of the item adds to: whatever some item asks for. */
  readonly fed: readonly Ledger[]
}

/** The sums that caps and bands of a sheet ask for, kept as awards come and go. */
export class UsageTotals {
  readonly #ledgers: ReadonlyMap<string, ItemLedgers>
  readonly #firstDays = new Map<UsageSpan, Map<CivilDay, string>>()

  constructor({ items }: RuleSheet) {
    const all = new Map<string, Ledger>()
    for (const key of items.flatMap(askedBy)) {
      const text = usageKeyText(key)
      if (!all.has(text)) all.set(text, { key, byOwner: new Map() })
    }
    this.#ledgers = new Map(
      items.map((item) => {
        const asked = new Set(askedBy(item).map(usageKeyText))
        const subjects = {
          item: item.ref,
          category: item.category,
          source: item.source ?? item.ref,
        }
        return [
          item.ref,
          {
            asked: [...all].filter(([text]) => asked.has(text)).map(([, ledger]) => ledger),
            fed: [...all.values()].filter(({ key }) => subjects[key.of] === key.key),
          },
        ]
      }),
    )
  }

  /** What earlier awards took of everything that calibrating the item looks at. */
  priorOf(item: RuleItem, owner: UsageOwner): PriorUsage[] {
    const isMerit = item.kind === 'merit'
    return this.#ledgersOf(item).asked.map(({ key, byOwner }) => {
      const ofOwner = byOwner.get(ownerOf(key.scope, owner))
      const sums = ofOwner?.get(this.#firstDay(owner.occurredOn, key.window)) ?? nothing
      return {
        scope: key.scope,
        of: key.of,
        key: key.key,
        window: key.window,
        usedHundredths: isMerit ? sums.meritHundredths : sums.deductionHundredths,
        usedCount: isMerit ? sums.meritCount : sums.deductionCount,
        usedQuantity: sums.quantity,
      }
    })
  }

  /** Counts an award (`times` 1), or takes it out again (−1). */
  count(item: RuleItem, owner: UsageOwner, award: UsageOfAward, times: 1 | -1): void {
    const { pointsHundredths, countedOccurrences, creditedQuantity } = award
    for (const ledger of this.#ledgersOf(item).fed) {
      const sums = this.#sumsIn(ledger, owner)
      sums.quantity += times * creditedQuantity
      if (pointsHundredths > 0) {
        sums.meritHundredths += times * pointsHundredths
        sums.meritCount += times * countedOccurrences
      } else if (pointsHundredths < 0) {
        sums.deductionHundredths -= times * pointsHundredths
        sums.deductionCount += times * countedOccurrences
      }
    }
  }

  #ledgersOf({ ref }: RuleItem): ItemLedgers {
    const ledgers = this.#ledgers.get(ref)
    if (ledgers === undefined) throw new RangeError(`the sheet has no item ${ref}`)
    return ledgers
  }

  #sumsIn({ key, byOwner }: Ledger, owner: UsageOwner): Sums {
    const ownerId = ownerOf(key.scope, owner)
    const firstDay = this.#firstDay(owner.occurredOn, key.window)
    const ofOwner = byOwner.get(ownerId)
    const known = ofOwner?.get(firstDay)
    if (known !== undefined) return known
    const sums = { ...nothing }
    if (ofOwner === undefined) byOwner.set(ownerId, new Map([[firstDay, sums]]))
    else ofOwner.set(firstDay, sums)
    return sums
  }

  /** The first day of the stretch around a day; worked out once a day. */
  #firstDay(day: CivilDay, span: UsageSpan): string {
    if (span === 'lifetime') return ''
    if (span === 'day') return day
    const ofSpan = this.#firstDays.get(span)
    const known = ofSpan?.get(day)
    if (known !== undefined) return known
    const firstDay = spanAround(day, span).firstDay ?? ''
    if (ofSpan === undefined) this.#firstDays.set(span, new Map([[day, firstDay]]))
    else ofSpan.set(day, firstDay)
    return firstDay
  }
}

const nothing: Readonly<Sums> = {
  meritHundredths: 0,
  meritCount: 0,
  deductionHundredths: 0,
  deductionCount: 0,
  quantity: 0,
}

function ownerOf(scope: UsageScope, { personId, householdId }: UsageOwner): string {
  return scope === 'person' ? personId : householdId
}

function askedBy(item: RuleItem): UsageKey[] {
  const bandKey = bandUsageKey(item)
  const capKeys = item.caps.map((cap) => capUsageKey(item, cap))
  return bandKey === null ? capKeys : [...capKeys, bandKey]
}

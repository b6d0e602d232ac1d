import { type CivilDay, isCivilDay } from '@azalea/text'
import { CalibrationError } from './calibration.ts'
import type { UsageKey, UsageWindow } from './calibration.ts'
import { spanAround } from './usage-span.ts'
import type { Cap, RuleItem } from './rule-sheet.ts'

/**
 * The sums of earlier awards that calibrating this item needs, each once: for its caps, and for its
 * bands if they add up over a span. The caller answers each with a `PriorUsage` of the same key.
 *
 * @throws CalibrationError `bad_day`.
 */
export function capWindows(item: RuleItem, occurredOn: CivilDay): UsageWindow[] {
  if (!isCivilDay(occurredOn)) throw new CalibrationError('bad_day', `not a day: ${occurredOn}`)
  const keys = item.caps.map((cap) => capUsageKey(item, cap))
  const bandKey = bandUsageKey(item)
  if (bandKey !== null) keys.push(bandKey)
  const windows = new Map<string, UsageWindow>()
  for (const key of keys) {
    windows.set(usageKeyText(key), { ...key, ...spanAround(occurredOn, key.window) })
  }
  return [...windows.values()]
}

/** What the cap adds up. An item without a source counts alone under a cap of its source. */
export function capUsageKey(item: RuleItem, cap: Cap): UsageKey {
  const keys = { item: item.ref, category: item.category, source: item.source ?? item.ref }
  return { scope: cap.scope, of: cap.of, key: keys[cap.of], window: cap.window }
}

/** What the item's bands add up, or null if it has none that do. */
export function bandUsageKey(item: RuleItem): UsageKey | null {
  const { base } = item
  if (base.kind !== 'bands' || base.over === 'each') return null
  return { scope: base.scope, of: 'item', key: item.ref, window: base.over }
}

/** A key as one string, equal exactly when the keys are. */
export function usageKeyText(key: UsageKey): string {
  return `${key.scope} ${key.of} ${key.window} ${key.key}`
}

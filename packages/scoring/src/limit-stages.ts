import type { CompetingAward, JsonValue, SpecOf } from './calibration.ts'
import { occurrencesOf } from './base-stage.ts'
import { scaleHalfAway, scaleTowardZero } from './integer-arithmetic.ts'
import { findItem } from './rule-sheet.ts'
import type { Cap } from './rule-sheet.ts'
import { signOf, usageFor } from './stage-run.ts'
import type { StageEffect, StageRun } from './stage-run.ts'
import { capUsageKey } from './usage-windows.ts'

/**
 * One deed that matches several items earns the highest only (or costs the highest deduction only).
 * Of equals the item whose ref sorts first stands, and of two of one item the earlier award.
 */
export function runOnlyHighest(run: StageRun): StageEffect {
  const rivals = run.input.competing
    .filter((rival) => competes(run, rival))
    .map(({ itemRef, pointsHundredths }) => ({ itemRef, pointsHundredths }))
    .toSorted(byStrength)
  const [strongest] = rivals
  const own = Math.abs(run.beforeHundredths)
  const isBeaten =
    strongest !== undefined &&
    (Math.abs(strongest.pointsHundredths) > own ||
      (Math.abs(strongest.pointsHundredths) === own && strongest.itemRef <= run.item.ref))
  return {
    input: { competing: rivals },
    afterHundredths: isBeaten ? 0 : run.beforeHundredths,
    reason: isBeaten
      ? {
          code: 'not_highest',
          params: {
            itemRef: strongest.itemRef,
            nameZh: findItem(run.sheet, strongest.itemRef)?.name.zh ?? strongest.itemRef,
            nameEn: findItem(run.sheet, strongest.itemRef)?.name.en ?? strongest.itemRef,
            pointsHundredths: strongest.pointsHundredths,
          },
        }
      : { code: 'highest', params: { rivals: rivals.length } },
  }
}

interface CapLimit {
  cap: Cap
  usedHundredths: number
  usedCount: number
  /** Magnitude that this cap still leaves. */
  leavesHundredths: number
}

/** The tightest of the item's caps decides; the order in which they stand has no influence. */
export function runCap(run: StageRun): StageEffect {
  const magnitude = Math.abs(run.beforeHundredths)
  const limits = run.item.caps.map((cap) => limitOf(run, cap, magnitude))
  const tightest = limits.reduce<CapLimit | null>(
    (best, one) => (best === null || one.leavesHundredths < best.leavesHundredths ? one : best),
    null,
  )
  const leaves = Math.min(magnitude, tightest?.leavesHundredths ?? magnitude)
  const input = {
    occurrences: occurrencesOf(run.item, run.input.quantity),
    caps: limits.map(describeLimit),
  }
  const afterHundredths = signOf(run.item) * leaves + 0
  if (tightest === null || leaves === magnitude) {
    return { input, afterHundredths, reason: { code: 'within_cap', params: {} } }
  }
  const { cap } = tightest
  return {
    input,
    afterHundredths,
    reason: {
      code: leaves === 0 ? 'cap_reached' : 'cap_trimmed',
      params: {
        scope: cap.scope,
        of: cap.of,
        window: cap.window,
        usedHundredths: tightest.usedHundredths,
        usedCount: tightest.usedCount,
        ...(cap.atMostHundredths === undefined ? {} : { atMostHundredths: cap.atMostHundredths }),
        ...(cap.atMostCount === undefined ? {} : { atMostCount: cap.atMostCount }),
      },
    },
  }
}

/** Rounds the points to a coarser step. */
export function runRounding(run: StageRun, spec: SpecOf<'rounding'>): StageEffect {
  const scale = spec.mode === 'toward_zero' ? scaleTowardZero : scaleHalfAway
  const afterHundredths = scale(run.beforeHundredths, 1, spec.toHundredths) * spec.toHundredths + 0
  return {
    input: { toHundredths: spec.toHundredths, mode: spec.mode },
    afterHundredths,
    reason: {
      code: afterHundredths === run.beforeHundredths ? 'already_round' : 'rounded',
      params: { toHundredths: spec.toHundredths, mode: spec.mode },
    },
  }
}

function competes(run: StageRun, rival: CompetingAward): boolean {
  const isSameKind = Math.sign(rival.pointsHundredths) === signOf(run.item)
  if (!isSameKind || run.sheet.policies.onlyHighest === 'same_deed') return isSameKind
  const group = findItem(run.sheet, rival.itemRef)?.exclusiveGroup
  return group !== undefined && group === run.item.exclusiveGroup
}

function byStrength(a: CompetingAward, b: CompetingAward): number {
  const difference = Math.abs(b.pointsHundredths) - Math.abs(a.pointsHundredths)
  if (difference !== 0) return difference
  return a.itemRef < b.itemRef ? -1 : a.itemRef > b.itemRef ? 1 : 0
}

function limitOf(run: StageRun, cap: Cap, magnitude: number): CapLimit {
  const { usedHundredths, usedCount } = usageFor(run.input, capUsageKey(run.item, cap))
  const occurrences = occurrencesOf(run.item, run.input.quantity)
  const leftCount = Math.max(0, (cap.atMostCount ?? usedCount + occurrences) - usedCount)
  const byCount =
    leftCount >= occurrences ? magnitude : scaleTowardZero(magnitude, leftCount, occurrences)
  const byPoints = Math.max(
    0,
    (cap.atMostHundredths ?? usedHundredths + magnitude) - usedHundredths,
  )
  return { cap, usedHundredths, usedCount, leavesHundredths: Math.min(byCount, byPoints) }
}

function describeLimit(limit: CapLimit): JsonValue {
  const { cap, usedHundredths, usedCount, leavesHundredths } = limit
  const { scope, of, window, atMostHundredths, atMostCount } = cap
  const left = { usedHundredths, usedCount, leavesHundredths }
  if (atMostCount === undefined) return { scope, of, window, atMostHundredths, ...left }
  if (atMostHundredths === undefined) return { scope, of, window, atMostCount, ...left }
  return { scope, of, window, atMostHundredths, atMostCount, ...left }
}

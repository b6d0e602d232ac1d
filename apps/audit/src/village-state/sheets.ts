import { isRatingItem } from '@azalea/scoring'
import type { RuleItem, RuleSheet, UsageKey } from '@azalea/scoring'

/** A rule sheet that the log says was adopted. */
export interface AdoptedSheet {
  readonly hash: string
  readonly effectiveFrom: string
  /** The day of its entry. */
  readonly adoptedOn: string
  readonly sheet: RuleSheet
}

declare module './parts.ts' {
  interface StateMemory {
    readonly sheets: Sheets
  }
}

/** The sheets of a village in the order of their adoption. */
export class Sheets {
  readonly #adopted: AdoptedSheet[] = []

  get all(): readonly AdoptedSheet[] {
    return this.#adopted
  }

  adopt(sheet: AdoptedSheet): void {
    this.#adopted.push(sheet)
  }

  toJson() {
    return this.all
  }

  load(json: ReturnType<Sheets['toJson']>): void {
    this.#adopted.push(...json)
  }

  byHash(hash: string): AdoptedSheet | undefined {
    return this.#adopted.find((one) => one.hash === hash)
  }

  /** Of those that took effect by then the latest, of several the one adopted last. */
  inForceOn(day: string): AdoptedSheet | undefined {
    let best: AdoptedSheet | undefined
    for (const one of this.#adopted)
      if (one.effectiveFrom <= day && one.effectiveFrom >= (best?.effectiveFrom ?? '')) best = one
    return best
  }

  /**
   * Whether awards that enter the log later, counted, share this window: then the log's sum may lag
   * behind what was used.
   */
  isShared(key: UsageKey): boolean {
    return this.#adopted.some(({ sheet }) =>
      sheet.items.some((item) => isCountedLater(item) && sharesWindow(item, key)),
    )
  }
}

/** As the server enters them: merits for rating that are final at once. */
export function isCountedLater(item: RuleItem): boolean {
  return isRatingItem(item) && item.noticeDays === 0
}

function sharesWindow(item: RuleItem, { of, key }: UsageKey): boolean {
  const keys = { item: item.ref, category: item.category, source: item.source ?? item.ref }
  return keys[of] === key
}

import type { RuleItem } from './rule-sheet.ts'

/** Who is looking at an award. */
export type Audience = 'own' | 'committee' | 'public'

/** What of an award may be shown: with name, masked name, inside totals only, or not at all. */
export type Visibility = 'named' | 'masked' | 'totals_only' | 'hidden'

/** What decides beside the item how far an award may be seen. */
export interface AwardView {
  audience: Audience
  /** Expired awards are archived. */
  isInForce: boolean
  /** The person asked to take it out of public view. */
  isWithdrawn: boolean
  /** Separate consent to be named (PIPL art. 25). */
  hasConsent: boolean
}

/**
 * How an award of the item may be shown. The person and the committee see everything; the public
 * sees what the item's class allows, nothing archived or withdrawn, and a deduction never by name.
 */
export function visibilityOf(item: RuleItem, view: AwardView): Visibility {
  if (view.audience !== 'public') return 'named'
  if (!view.isInForce || view.isWithdrawn) return 'hidden'
  switch (item.publicity) {
    case 'named_with_consent':
      return view.hasConsent && item.kind === 'merit' ? 'named' : 'masked'
    case 'masked':
      return 'masked'
    case 'totals_only':
      return 'totals_only'
    case 'private':
      return 'hidden'
  }
}

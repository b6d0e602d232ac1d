import type { Precedence, TieBreak } from '@azalea/scoring/order'
import { measuresIn, type OfferUnit } from './offer.ts'

export const precedences = ['honour', 'bands', 'honour_less_received', 'lot'] as const
export const ties = ['none', 'longer_wait', 'less_received'] as const

/** A rule of order while it is written. */
export interface RuleDraft {
  nameZh: string
  nameEn: string
  by: Precedence['by']
  /** Points, falling, as typed. */
  bands: string
  /** After how much honour counts half, in the unit beside it. */
  half: number | null
  halfUnit: OfferUnit
  tie: (typeof ties)[number]
  floorPercent: number | null
  partial: boolean
}

export const emptyRule: RuleDraft = {
  nameZh: '',
  nameEn: '',
  by: 'honour',
  bands: '',
  half: null,
  halfUnit: 'kg',
  tie: 'longer_wait',
  floorPercent: 0,
  partial: true,
}

/** As the server takes it; null while something is missing. What contradicts itself it says in words. */
export function ruleOf({ by, bands, half, halfUnit, tie, floorPercent, partial }: RuleDraft) {
  const thresholds = bands.split(/[、,，\s]+/).filter(Boolean)
  if (by === 'bands' && (thresholds.length === 0 || thresholds.some((one) => !(Number(one) > 0))))
    return null
  if (by === 'honour_less_received' && !(half !== null && half > 0)) return null
  if (floorPercent === null || floorPercent < 0 || floorPercent > 100) return null
  const precedence: Record<Precedence['by'], Precedence> = {
    honour: { by: 'honour' },
    bands: {
      by: 'bands',
      fromHundredths: thresholds.map((points) => Math.round(Number(points) * 100)),
    },
    honour_less_received: {
      by: 'honour_less_received',
      halfAtQuantity: Math.round((half ?? 0) * measuresIn[halfUnit]),
    },
    lot: { by: 'lot' },
  }
  return {
    schema: 'azalea-order-rule/1',
    precedence: precedence[by],
    ties: tiesOf(tie),
    floorPermille: Math.round(floorPercent * 10),
    partial,
  }
}

function tiesOf(tie: RuleDraft['tie']): readonly TieBreak[] {
  return tie === 'none' ? [] : [tie]
}

/** The rule with its names, and the unit in which its amount is meant. */
export function draftedRule(draft: RuleDraft, rule: NonNullable<ReturnType<typeof ruleOf>>) {
  const { nameZh, nameEn, halfUnit: unit } = draft
  return { nameZh: nameZh.trim(), nameEn: nameEn.trim(), rule: { ...rule }, unit }
}

import type { Body } from '@azalea/client'
import { lintOffer } from '@azalea/scoring'
import { measuresIn, type OfferBrief, type OfferUnit } from './offer.ts'

/** An offer while it is written. */
export interface DraftOffer {
  kind: OfferBrief['kind']
  titleZh: string
  titleEn: string
  wordsZh: string
  wordsEn: string
  unit: OfferUnit
  claimant: OfferBrief['claimant']
  ageFrom: number | null
  ageTo: number | null
  supply: number | null
  most: number | null
  orderRuleId: string
  honourSince: string | null
  groupNos: readonly number[]
  opensAt: string | null
  closesAt: string | null
  days: number | null
  publishes: 'masked_names' | 'places_only'
}

export const emptyDraft: DraftOffer = {
  kind: 'produce_sale',
  titleZh: '',
  titleEn: '',
  wordsZh: '',
  wordsEn: '',
  unit: 'kg',
  claimant: 'household',
  ageFrom: null,
  ageTo: null,
  supply: null,
  most: null,
  orderRuleId: '',
  honourSince: null,
  groupNos: [],
  opensAt: null,
  closesAt: null,
  days: 3,
  publishes: 'masked_names',
}

/** What of the words touches a statutory right, as the server would refuse it; null: nothing. */
export function touchesRight(text: string, language: 'zh' | 'en'): string | null {
  const [reason] = lintOffer([text])
  if (reason === undefined) return null
  const { messageZh, messageEn, article } = reason
  return language === 'zh' ? `${messageZh}依据：${article}。` : `${messageEn} See ${article}.`
}

/** Only of persons is an age asked. */
function agesOf({ claimant, ageFrom, ageTo }: DraftOffer) {
  return claimant === 'person' ? { ageFrom, ageTo } : {}
}

/** As the server takes it; null while something is missing or touches a right. */
export function bodyOf(draft: DraftOffer): Body<'/api/offers'> | null {
  const { supply, most, opensAt, closesAt, days, unit } = draft
  if (supply === null || most === null || days === null) return null
  if (opensAt === null || closesAt === null || draft.orderRuleId === '') return null
  const words = {
    titleZh: draft.titleZh.trim(),
    titleEn: draft.titleEn.trim(),
    wordsZh: draft.wordsZh.trim(),
    wordsEn: draft.wordsEn.trim(),
  }
  if (words.titleZh === '' || words.wordsZh === '') return null
  if (lintOffer(Object.values(words)).length > 0) return null
  return {
    ...words,
    kind: draft.kind,
    unit,
    claimant: draft.claimant,
    ...agesOf(draft),
    supplyQuantity: Math.round(supply * measuresIn[unit]),
    mostQuantity: Math.round(most * measuresIn[unit]),
    orderRuleId: draft.orderRuleId,
    honourSince: draft.honourSince,
    groupNos: [...draft.groupNos],
    opensAt,
    closesAt,
    answerWithinDays: days,
    publishes: draft.publishes,
  }
}

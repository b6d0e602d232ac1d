import type { Answer, Item } from '@azalea/client'
import { formatQuantity } from '@azalea/scoring'
import { useLanguage } from '../../ui/settings.ts'

/** How many offers a list reads at once. */
export const OFFERS_A_PAGE = 50

export type OfferBrief = Item<'/api/offers'>
export type OfferView = Answer<'/api/offers/{id}'>
export type OwnClaim = NonNullable<OfferView['ownClaim']>
export type OwnTurn = NonNullable<OfferView['ownTurn']>
export type PublicQueue = Answer<'/api/villages/{villageId}/offers/{id}/queue'>
export type DeskOffer = Item<'/api/offer-desk'>
export type DeskQueue = Answer<'/api/offers/{id}/queue'>
export type OrderRuleView = Item<'/api/order-rules'>
export type ProtectedHousehold = Item<'/api/protected-households'>
export type WhatIf = Answer<'/api/order-rules/what-if'>
export type OfferUnit = OfferBrief['unit']
export type OfferState = OfferBrief['state']
export type TurnState = OwnTurn['state']

export const offerKinds = [
  'produce_sale',
  'village_job',
  'house_for_rent',
  'plot',
  'course',
  'tool',
  'trip_place',
] as const satisfies readonly OfferBrief['kind'][]

export const offerUnits = [
  'piece',
  'person',
  'time',
  'hour',
  'kg',
  'jin',
] as const satisfies readonly OfferUnit[]

/** Where an offer stands in the list: one's own as long as something can still come of it. */
export function partOf({
  state,
  ownClaim,
  ownTurn,
  kept,
}: Pick<OfferBrief, 'state' | 'ownClaim' | 'ownTurn' | 'kept'>):
  | 'mine'
  | 'open'
  | 'running'
  | 'past' {
  const isOver = state === 'settled' || state === 'cancelled'
  if (kept?.state === 'called') return 'mine'
  if (isOver) return 'past'
  if (ownClaim !== null || ownTurn !== null) return 'mine'
  return state === 'published' ? 'open' : 'running'
}

/** How many of the small measure, in which amounts are sent, are one of the unit. */
export const measuresIn: Record<OfferUnit, number> = {
  piece: 1,
  person: 1,
  time: 1,
  hour: 60,
  kg: 1000,
  jin: 500,
}

/** How a turn stands: nothing came to it yet, or, once its queue is over, nothing came to it at all. */
export function turnWords(turn: TurnState, offer: OfferState): `turn_${TurnState | 'not_yet'}` {
  return `turn_${turn === 'waiting' && offer === 'drawn' ? 'not_yet' : turn}`
}

export const turnTones = {
  waiting: 'past',
  called: 'waiting',
  accepted: 'done',
  declined: 'past',
  lapsed: 'past',
  struck: 'wrong',
} as const satisfies Record<TurnState, string>

export const offerTones = {
  draft: 'waiting',
  published: 'waiting',
  announced: 'waiting',
  drawn: 'waiting',
  settled: 'done',
  cancelled: 'past',
} as const satisfies Record<OfferState, string>

/** Writes amounts of a unit as people say them. */
export function useQuantity(unit: OfferUnit): (quantity: number) => string {
  const language = useLanguage()
  // A number does not stand on a line without its unit.
  return (quantity) => formatQuantity(quantity, unit, language).replace(' ', '\u00A0')
}

import { explainTurn, whatWouldMove, type ComeSoFar } from '@azalea/scoring/order'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { communityRefusals, readJoined, readPeople } from '../../community/index.ts'
import {
  countClaims,
  selectClaimsOf,
  selectStandingClaim,
  type Claim,
} from '../claims/claim.store.ts'
import { whyNotClaimable, whyNotClaimant } from '../claims/claimable.ts'
import { holdersOf } from '../claims/holder.ts'
import { whyNotObjecting } from '../objections/dispute-turn.ts'
import { readOwnTurnObjectionsOf } from '../objections/read-own-turn-objections.ts'
import { selectRuleOfOffer, type OrderRuleRow } from '../order-rules/order-rule.store.ts'
import type { Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { inUnit } from '../say-quantity.ts'
import { selectKeptTurn, selectKeptTurnsOf } from '../turns/kept-turn.store.ts'
import type { OfferState } from '../tables.ts'
import { selectTurnOf, selectTurnsOf, type QueueTurn } from '../turns/turn.store.ts'
import { offerOrders, selectOffer, selectOffers, type Offer } from './offer.store.ts'
import {
  presentBrief,
  presentClaim,
  presentKept,
  presentTerms,
  presentTurn,
} from './present-offer.ts'

export const shownStates = ['published', 'announced', 'drawn', 'settled', 'cancelled'] as const

/** Those that close last first. */
export const LAST_FIRST = '-closesAt'

export type OffersAsked = Asked<keyof typeof offerOrders.by>
export type OffersPage = Omit<OffersAsked, 'sort'>

/** A page of the offers in some states, and how many claim each. @throws Refusal 'invalid_cursor' */
export async function readOfferPage(
  db: Db,
  villageId: string,
  states: readonly OfferState[],
  asked: OffersAsked,
) {
  const list = `offers ${states.join(' ')}`
  const found = await selectOffers(db, villageId, states, pageOrder(list, offerOrders, asked))
  const { shown, nextCursor } = cutListed(list, asked, found)
  const ids = shown.map(({ offerId }) => offerId)
  const counts = await countClaims(db, villageId, ids)
  const claimsOf = ({ offerId }: Offer) => counts.get(offerId) ?? 0
  return { offers: shown, claimsOf, nextCursor }
}

/**
 * The village's offers, those that close last first, with what one or one's household has of each.
 * What waits for no other answer is asked for at once: it travels in one packet.
 * @throws Refusal 'invalid_cursor'
 */
export async function readOffers(
  { database }: Readers,
  actor: Actor,
  language: Language,
  page: OffersPage,
) {
  const { villageId } = actor
  const holders = holdersOf(actor)
  return database.readInVillage(villageId, async (db) => {
    const [{ offers, claimsOf, nextCursor }, claims, turns, kept] = await Promise.all([
      readOfferPage(db, villageId, shownStates, { ...page, sort: LAST_FIRST }),
      selectClaimsOf(db, villageId, holders),
      selectTurnsOf(db, villageId, holders),
      selectKeptTurnsOf(db, villageId, holders),
    ])
    const names = await enteredByNames(db, villageId, [...claims.values()])
    return {
      items: offers.map((offer) => {
        const claim = claims.get(offer.offerId)
        const turn = turns.get(offer.offerId)
        const share = kept.get(offer.offerId)
        return {
          ...presentBrief(offer, claimsOf(offer), language),
          ownClaim: claim ? presentClaim(claim, names(claim)) : null,
          ownTurn: turn ? presentTurn(turn) : null,
          kept: share ? presentKept(share) : null,
        }
      }),
      nextCursor,
    }
  })
}

/**
 * One offer: what it says, and one's own or one's household's claim and turn, with the sentences that
 * say why.
 * @throws Refusal 'unknown_offer'
 */
export async function readOffer(
  { database, clock }: Readers,
  actor: Actor,
  language: Language,
  offerId: string,
) {
  const { villageId, householdId } = actor
  const holders = holdersOf(actor)
  return database.readInVillage(villageId, async (db) => {
    const [offer, rule, counts, claim, kept, turn, joined, objections] = await Promise.all([
      selectOffer(db, villageId, offerId),
      selectRuleOfOffer(db, villageId, offerId),
      countClaims(db, villageId, [offerId]),
      selectStandingClaim(db, villageId, offerId, holders),
      selectKeptTurn(db, villageId, offerId, holders),
      selectTurnOf(db, villageId, offerId, holders),
      readJoined(db, villageId, householdId === null ? [] : [householdId]),
      readOwnTurnObjectionsOf(db, actor, offerId),
    ])
    if (offer === null || rule === null || offer.state === 'draft') throw refuse('unknown_offer')
    const claims = counts.get(offerId) ?? 0
    const entered = [claim, turn?.turn, kept].flatMap((one) => one ?? [])
    const names = await enteredByNames(db, villageId, entered)
    const why = await whyNotClaiming(db, actor, joined, offer, clock.now())
    return {
      ...presentBrief(offer, claims, language),
      ...presentTerms(offer, rule, language),
      canClaim: permission(why, language),
      canObject: permission(whyNotObjecting(offer, claim), language),
      objections,
      ownClaim: claim ? presentClaim(claim, names(claim)) : null,
      ownTurn: turn && {
        ...presentOwnTurn(turn, { offer, rule, of: claims, language }),
        enteredByName: names(turn.turn),
      },
      kept: kept && { ...presentKept(kept), enteredByName: names(kept) },
    }
  })
}

function presentOwnTurn(
  found: NonNullable<Awaited<ReturnType<typeof selectTurnOf>>>,
  about: {
    readonly offer: Offer
    readonly rule: OrderRuleRow
    readonly of: number
    readonly language: Language
  },
) {
  const { offer, rule, of, language } = about
  const sentences = whySentences(found.turn, found.ahead, offer, rule, language)
  return { ...presentTurn(found.turn), of, sentences }
}

async function whyNotClaiming(
  db: Db,
  { villageId, personId, householdId }: Actor,
  joined: ReadonlySet<string>,
  offer: Offer,
  now: Date,
): Promise<Refusal | null> {
  if (householdId === null || !joined.has(householdId))
    return communityRefusals('household_not_joined')
  const why = whyNotClaimable(offer, now)
  return why ?? whyNotClaimant(db, villageId, offer, { personId, householdId })
}

function whySentences(
  turn: QueueTurn,
  ahead: QueueTurn | null,
  { unit, state }: Offer,
  { rule }: OrderRuleRow,
  language: Language,
): string[] {
  const move = whatWouldMove(rule.precedence, turn, ahead ?? turn)
  const asCalled = {
    ...turn,
    givenQuantity: turn.calledQuantity,
    outcome: comeSoFar(turn, state === 'drawn'),
  }
  return explainTurn(asCalled, rule, move, language, inUnit(unit, language))
}

function comeSoFar(turn: QueueTurn, isRunning: boolean): ComeSoFar {
  const { calledQuantity, wantedQuantity } = turn
  if (calledQuantity > 0) return calledQuantity === wantedQuantity ? 'whole' : 'part'
  return isRunning && turn.state === 'waiting' ? 'nothing_yet' : turn.outcome
}

type Entered = Pick<Claim, 'enteredBy'>

async function enteredByNames(
  db: Db,
  villageId: string,
  entered: readonly Entered[],
): Promise<(one: Entered) => string | null> {
  const ids = entered.flatMap(({ enteredBy }) => enteredBy ?? [])
  const people = await readPeople(db, villageId, ids)
  return ({ enteredBy }) => (enteredBy === null ? null : (people.get(enteredBy)?.name ?? null))
}

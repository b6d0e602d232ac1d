import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import {
  communityRefusals,
  maskName,
  readHouseholds,
  readPeople,
  readVillage,
} from '../../community/index.ts'
import { countClaims, selectClaims } from '../claims/claim.store.ts'
import { isPersons } from '../claims/holder.ts'
import { readTurnJudges, whyNotDeciding } from '../objections/turn-bench.ts'
import {
  selectOpenTurnObjections,
  selectTurnObjections,
  type TurnObjection,
} from '../objections/turn-objection.store.ts'
import { selectOffer, type Offer } from '../offers/offer.store.ts'
import { presentBrief, presentTerms } from '../offers/present-offer.ts'
import { whyNotCancelling } from '../offers/cancel-offer.ts'
import { whyNotPublishing } from '../offers/publish-offer.ts'
import {
  LAST_FIRST,
  readOfferPage,
  shownStates,
  type OffersAsked,
  type OffersPage,
} from '../offers/read-offers.ts'
import { ruleOf } from '../order-rules/rule-of.ts'
import type { Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { pageOfPlaces, placeBefore } from '../schema.ts'
import { selectPlaces, selectTurnsAfter, type QueueTurn } from '../turns/turn.store.ts'

interface Page {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The offers of a village, for anybody. @throws Refusal 'unknown_village', 'invalid_cursor' */
export async function readPublicOffers(
  { database }: Readers,
  villageId: string,
  language: Language,
  page: OffersPage,
) {
  return database.inVillage(villageId, async (db) => {
    if ((await readVillage(db, villageId)) === null) throw communityRefusals('unknown_village')
    const { offers, claimsOf, nextCursor } = await readOfferPage(db, villageId, shownStates, {
      ...page,
      sort: LAST_FIRST,
    })
    return {
      items: offers.map((offer) => presentBrief(offer, claimsOf(offer), language)),
      nextCursor,
    }
  })
}

/**
 * A queue as it is published: places, with masked names where the offer says so. What comes from the
 * kept share is told as a sum only.
 * @throws Refusal 'unknown_offer', 'invalid_cursor'
 */
export async function readPublicQueue(
  { database }: Readers,
  villageId: string,
  language: Language,
  offerId: string,
  page: Page,
) {
  return database.inVillage(villageId, async (db) => {
    const head = await queueHead(db, villageId, language, offerId)
    if (head.offer.state === 'draft') throw refuse('unknown_offer')
    const { shown, nextCursor } = await turnsOf(db, villageId, offerId, page)
    const isNamed = head.offer.publishes === 'masked_names'
    const homes = await readHolders(db, villageId, isNamed ? shown : [])
    return {
      ...head.told,
      lines: shown.map((turn) => {
        const { name, publishesName, groupName } = homes(turn)
        return {
          ...lineOf(turn),
          name: name === null || publishesName ? name : maskName(name),
          groupName,
        }
      }),
      nextCursor,
    }
  })
}

/**
 * What cadres have on their desk: drafts and what runs, with objections that wait.
 * @throws Refusal 'invalid_cursor'
 */
export async function readDesk(
  { database }: Readers,
  actor: Actor,
  language: Language,
  page: OffersAsked,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const states = ['draft', ...shownStates] as const
    const { offers, claimsOf, nextCursor } = await readOfferPage(db, villageId, states, page)
    const open = await selectOpenTurnObjections(db, villageId)
    return {
      items: offers.map((offer) => ({
        ...presentBrief(offer, claimsOf(offer), language),
        openObjections: open.filter(({ offerId }) => offerId === offer.offerId).length,
      })),
      nextCursor,
    }
  })
}

/**
 * An offer with its claims or queue, with names, for those whose office it is.
 * @throws Refusal 'unknown_offer', 'invalid_cursor'
 */
export async function readDeskQueue(
  { database, clock }: Readers,
  actor: Actor,
  language: Language,
  offerId: string,
  page: Page,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const { offer, told } = await queueHead(db, villageId, language, offerId)
    const { shown, nextCursor } = await turnsOf(db, villageId, offerId, page)
    const isOpen = offer.state === 'published'
    const claims = isOpen ? await selectClaims(db, villageId, offerId) : []
    const homes = await readHolders(db, villageId, [...shown, ...claims])
    const writers = [...claims, ...shown].flatMap(({ enteredBy }) => enteredBy ?? [])
    const people = await readPeople(db, villageId, [offer.draftedBy, ...writers])
    const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null))
    const homeOf = (held: Held) => {
      const { name, houseNo } = homes(held)
      return { holderId: held.holderId, name, houseNo }
    }
    return {
      ...told,
      canCancel: permission(whyNotCancelling(offer, clock.now()), language),
      canPublish: permission(await whyNotPublishing(db, actor, offer), language),
      draftedByName: nameOf(offer.draftedBy),
      claimers: claims.map(({ wantedQuantity, leastQuantity, enteredBy, ...claim }) => ({
        ...homeOf(claim),
        wantedQuantity,
        leastQuantity,
        enteredByName: nameOf(enteredBy),
      })),
      lines: shown.map((turn) => ({
        ...lineOf(turn),
        ...homeOf(turn),
        wantedQuantity: turn.wantedQuantity,
        honourHundredths: turn.honourHundredths,
        receivedQuantity: turn.receivedQuantity,
        waitedOffers: turn.waitedOffers,
        dueOn: turn.dueOn,
        enteredByName: nameOf(turn.enteredBy),
      })),
      nextCursor,
      objections: await presentObjections(db, actor, offer, language),
    }
  })
}

type Held = Pick<QueueTurn, 'holderId' | 'householdId'>

/** Who the holders of claims or turns are: the head of a household, or the person. */
async function readHolders(
  db: Db,
  villageId: string,
  all: readonly Held[],
): Promise<
  (held: Held) => {
    readonly name: string | null
    readonly publishesName: boolean
    readonly houseNo: string
    readonly groupName: string | null
  }
> {
  const ids = all.map(({ householdId }) => householdId)
  const households = await readHouseholds(db, villageId, ids)
  const persons = all.filter(isPersons).map(({ holderId }) => holderId)
  const people = await readPeople(db, villageId, persons)
  return (held) => {
    const household = households.get(held.householdId)
    const person = people.get(held.holderId)
    const head = {
      name: household?.headName ?? null,
      publishesName: household?.headPublishesName ?? false,
    }
    const own = { name: person?.name ?? null, publishesName: person?.publishesName ?? false }
    return {
      ...(isPersons(held) ? own : head),
      houseNo: household?.houseNo ?? '',
      groupName: household?.groupName ?? null,
    }
  }
}

async function queueHead(db: Db, villageId: string, language: Language, offerId: string) {
  const offer = await selectOffer(db, villageId, offerId)
  if (offer === null) throw refuse('unknown_offer')
  const claims = (await countClaims(db, villageId, [offerId])).get(offerId) ?? 0
  const rule = await ruleOf(db, villageId, offer)
  const told = {
    ...presentBrief(offer, claims, language),
    ...presentTerms(offer, rule, language),
  }
  return { offer, told }
}

async function turnsOf(db: Db, villageId: string, offerId: string, { cursor, limit }: Page) {
  const place = placeBefore(offerId, cursor)
  const turns = await selectTurnsAfter(db, villageId, offerId, { place, limit: limit + 1 })
  return pageOfPlaces(offerId, limit, turns)
}

function lineOf({ place, givenQuantity, state, isDisputed }: QueueTurn) {
  return { place, quantity: givenQuantity, state, isDisputed }
}

async function presentObjections(db: Db, actor: Actor, offer: Offer, language: Language) {
  const { villageId } = actor
  const objections = await selectTurnObjections(db, villageId, offer.offerId)
  if (objections.length === 0) return []
  const parties = objections.flatMap(({ claimerId, objectorId }) => [claimerId, objectorId])
  const judges = await readTurnJudges(db, actor, offer, objections)
  const people = await readPeople(db, villageId, parties)
  const disputed = objections.map(({ holderId }) => holderId)
  const places = await selectPlaces(db, villageId, offer.offerId, disputed)
  return objections.map((one: TurnObjection) => ({
    objectionId: one.objectionId,
    place: places.get(one.holderId) ?? 0,
    objectorName: people.get(one.objectorId)?.name ?? null,
    words: one.words,
    raisedAt: one.raisedAt.toISOString(),
    dueOn: one.dueOn,
    outcome: one.outcome,
    reasons: one.reasons,
    canDecide: permission(whyNotDeciding(actor, one, offer, judges), language),
  }))
}

import { z } from 'zod'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../../../platform/http/cursor.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { readOffersById, type OfferBrief } from '../../../benefits/index.ts'
import type { RoundReaders } from '../parts.ts'
import { roundReaders } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectStatementsOf } from '../settlements/settlement.store.ts'
import { presentWeighIns } from '../weigh-ins/read-weigh-ins.ts'
import { selectWeighIns } from '../weigh-ins/weigh-in.store.ts'
import {
  selectRound,
  selectRounds,
  selectSlotsOf,
  selectTerms,
  type BuyingRound,
  type RoundTerms,
  type Slot,
} from './round.store.ts'

const LIST = 'rounds'

export type RoundState = 'draft' | 'claims' | 'queue' | 'called' | 'closed' | 'cancelled'

/** How far a round is: its offer says until growers come. */
export function stateOf({ closedAt }: BuyingRound, offer: OfferBrief): RoundState {
  if (offer.state === 'cancelled') return 'cancelled'
  if (closedAt !== null) return 'closed'
  if (offer.state === 'draft') return 'draft'
  if (offer.state === 'published') return 'claims'
  return offer.state === 'announced' ? 'queue' : 'called'
}

/** The village's rounds, those whose hours come last first; drafts for who keeps them. */
export async function readRounds(
  { database }: Pick<RoundReaders, 'database'>,
  actor: Actor,
  language: Language,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { villageId, householdId } = actor
  const mark = decodeCursor(LIST, page.cursor, z.tuple([z.iso.datetime(), z.uuid()]))
  const after = mark === null ? null : { at: new Date(mark[0]), roundId: mark[1] }
  return database.readInVillage(villageId, async (db) => {
    const found = await selectRounds(db, villageId, { limit: page.limit + 1, after })
    const cut = cutPage(LIST, found, page.limit, ({ beginsAt, roundId }) => [
      beginsAt.toISOString(),
      roundId,
    ])
    const ids = cut.shown.map(({ roundId }) => roundId)
    const offers = await readOffersById(db, villageId, ids)
    const slots =
      householdId === null
        ? new Map<string, Slot>()
        : await selectSlotsOf(db, villageId, householdId)
    const items = []
    for (const round of cut.shown) {
      const offer = offers.get(round.roundId)
      if (offer === undefined || !mayRead(actor, offer)) continue
      const terms = await selectTerms(db, villageId, round.roundId)
      const own = slots.get(round.roundId)
      items.push({
        ...presentRound(round, offer, terms, language),
        ownSlot: own === undefined ? null : presentSlot(own),
      })
    }
    return { items, nextCursor: cut.nextCursor }
  })
}

/** One round, with what the reader’s own household has of it. @throws Refusal 'unknown_round' */
export async function readRound(
  { database }: Pick<RoundReaders, 'database'>,
  actor: Actor,
  language: Language,
  roundId: string,
) {
  const { villageId, householdId } = actor
  return database.readInVillage(villageId, async (db) => {
    const { round, offer, terms } = await requireRound(db, actor, roundId)
    const slots = householdId === null ? null : await selectSlotsOf(db, villageId, householdId)
    const own = slots?.get(roundId)
    const weighIns =
      householdId === null ? [] : await selectWeighIns(db, villageId, roundId, householdId)
    const statements =
      householdId === null ? [] : await selectStatementsOf(db, villageId, householdId)
    return {
      ...presentRound(round, offer, terms, language),
      deductions: terms.deductions.map((deduction) => ({
        name: inLanguage(language, deduction.nameZh, deduction.nameEn),
        permille: 'permille' in deduction ? deduction.permille : null,
        fenEach: 'fenEach' in deduction ? deduction.fenEach : null,
      })),
      ownSlot: own === undefined ? null : presentSlot(own),
      ownWeighIns: await presentWeighIns(db, villageId, weighIns),
      ownStatements: statements
        .filter((one) => one.roundId === roundId)
        .map(({ settlementId, row: { netFen, paidFen } }) => ({ settlementId, netFen, paidFen })),
    }
  })
}

/** @throws Refusal 'unknown_round' */
export async function requireRound(
  db: Db,
  actor: Actor,
  roundId: string,
): Promise<{ round: BuyingRound; offer: OfferBrief; terms: RoundTerms }> {
  const { villageId } = actor
  const round = await selectRound(db, villageId, roundId)
  const offer = (await readOffersById(db, villageId, [roundId])).get(roundId)
  if (round === null || offer === undefined || !mayRead(actor, offer)) throw refuse('unknown_round')
  return { round, offer, terms: await selectTerms(db, villageId, roundId) }
}

function mayRead(actor: Actor, { state }: OfferBrief): boolean {
  return state !== 'draft' || hasAnyRole(actor, roundReaders)
}

export function presentRound(
  round: BuyingRound,
  offer: OfferBrief,
  { grades }: RoundTerms,
  language: Language,
) {
  return {
    roundId: round.roundId,
    title: inLanguage(language, offer.titleZh, offer.titleEn),
    crop: round.crop,
    priceUnit: round.priceUnit,
    grades: grades.map(({ grade, fen }) => ({ grade, fen })),
    collectionPoint: round.collectionPoint,
    wantedGrams: offer.supplyQuantity,
    claimsCloseAt: offer.closesAt.toISOString(),
    beginsAt: round.beginsAt.toISOString(),
    endsAt: round.endsAt.toISOString(),
    state: stateOf(round, offer),
  }
}

function presentSlot({ place, takenGrams, comesAt }: Slot) {
  return { place, takenGrams, comesAt: comesAt.toISOString() }
}

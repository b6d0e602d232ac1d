import { z } from 'zod'
import { civilDay, addCivilDays } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { cutPage, decodeCursor } from '../../../../platform/http/cursor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import { readHouseholds, readSubjects } from '../../../community/index.ts'
import { selectHarvestsBetween } from '../../inputs/index.ts'
import type { RoundReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectSettlements } from '../settlements/settlement.store.ts'
import { presentWeighIns } from '../weigh-ins/read-weigh-ins.ts'
import { selectCame, selectWeighIns, countDisputed } from '../weigh-ins/weigh-in.store.ts'
import { requireRound, presentRound } from './read-rounds.ts'
import { selectSlots, type BuyingRound, type Slot } from './round.store.ts'

/** What was harvested so long before a round may be brought to it. */
const HARVESTED_WITHIN_DAYS = 30

/** How far a round is, for who keeps it. @throws Refusal 'unknown_round' */
export async function readRoundDesk(
  { database, clock }: RoundReaders,
  actor: Actor,
  language: Language,
  roundId: string,
) {
  const { villageId } = actor
  return database.readInVillage(villageId, async (db) => {
    const { round, offer, terms } = await requireRound(db, actor, roundId)
    const slots = await selectSlots(db, villageId, roundId)
    const came = await selectCame(db, villageId, roundId)
    const settlements = await selectSettlements(db, villageId, roundId)
    return {
      ...presentRound(round, offer, terms, language),
      calledCount: slots.length,
      takenGrams: slots.reduce((sum, { takenGrams }) => sum + takenGrams, 0),
      cameCount: came.size,
      broughtGrams: [...came.values()].reduce((sum, grams) => sum + grams, 0),
      disputedCount: await countDisputed(db, villageId, roundId),
      canClose: permission(whyNotClosing(round, slots, came, clock.now()), language),
      settlements: settlements.map(({ settlementId, no, state, growerCount, netFen, paidFen }) => ({
        settlementId,
        no,
        state,
        growerCount,
        netFen,
        paidFen,
      })),
    }
  })
}

/** Why a round is not closed yet; null when it can be. */
export function whyNotClosing(
  round: BuyingRound,
  slots: readonly Slot[],
  came: ReadonlyMap<string, number>,
  now: Date,
) {
  if (round.closedAt !== null) return refuse('round_closed')
  const isMissing = slots.length === 0 || slots.some(({ householdId }) => !came.has(householdId))
  return now < round.endsAt && isMissing ? refuse('round_runs') : null
}

/** Who comes when, in the order of the queue, and what they brought. @throws Refusal 'unknown_round' */
export async function readSlots(
  { database }: Pick<RoundReaders, 'database'>,
  actor: Actor,
  roundId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { villageId } = actor
  const list = `round slots ${roundId}`
  const after = decodeCursor(list, page.cursor, z.tuple([z.int()]))?.[0] ?? 0
  return database.readInVillage(villageId, async (db) => {
    await requireRound(db, actor, roundId)
    const found = await selectSlots(db, villageId, roundId, { after, limit: page.limit + 1 })
    const cut = cutPage(list, found, page.limit, ({ place }) => [place])
    const ids = cut.shown.map(({ householdId }) => householdId)
    const households = await readHouseholds(db, villageId, ids)
    const came = await selectCame(db, villageId, roundId)
    return {
      items: cut.shown.map(({ householdId, place, takenGrams, comesAt }) => ({
        householdId,
        place,
        headName: households.get(householdId)?.headName ?? null,
        groupName: households.get(householdId)?.groupName ?? '',
        houseNo: households.get(householdId)?.houseNo ?? '',
        takenGrams,
        comesAt: comesAt.toISOString(),
        broughtGrams: came.get(householdId) ?? 0,
      })),
      nextCursor: cut.nextCursor,
    }
  })
}

/** What a household can bring to a round, and what it brought. @throws Refusal 'unknown_round' */
export async function readGrower(
  { database, clock }: RoundReaders,
  actor: Actor,
  roundId: string,
  householdId: string,
) {
  const { villageId } = actor
  return database.readInVillage(villageId, async (db) => {
    const { round } = await requireRound(db, actor, roundId)
    const today = civilDay(clock.now())
    const from = addCivilDays(today, -HARVESTED_WITHIN_DAYS)
    const all = await selectHarvestsBetween(db, villageId, from, today)
    const harvests = all.filter((one) => one.householdId === householdId && one.crop === round.crop)
    const plotIds = harvests.map(({ plotId }) => plotId)
    const subjects = await readSubjects(db, villageId, [...new Set(plotIds)])
    const weighIns = await selectWeighIns(db, villageId, roundId, householdId)
    return {
      harvests: harvests.map(({ harvestId, plotId, on, expectedGrams }) => ({
        harvestId,
        plotLabel: subjects.get(plotId)?.label ?? '',
        on,
        expectedGrams,
      })),
      weighIns: await presentWeighIns(db, villageId, weighIns),
    }
  })
}

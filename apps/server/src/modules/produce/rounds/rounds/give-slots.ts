import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { readOffersById, readTaken } from '../../../benefits/index.ts'
import { readHouseholds, selectVillageIds, sendMessages } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { SlotParts } from '../parts.ts'
import {
  insertSlots,
  lockRound,
  selectOpenRounds,
  selectSlots,
  type BuyingRound,
  type Slot,
} from './round.store.ts'

/** Whoever has not answered by then is not waited for any more. */
const LATEST_HOURS_BEFORE = 12
const MINUTE = 60_000

/** Gives growers who took a turn the time at which they come. */
export function giveSlotsJob(parts: SlotParts): Job {
  return {
    name: 'give-round-slots',
    everyMinutes: 1,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => giveSlots(parts, villageId))
    },
  }
}

/**
 * Once all who were called have answered, or half a day before the hours begin, those who took a turn
 * come one after another in the order of the queue; who takes one later comes after them. Where the
 * hours are too short for all, those who are left share the last time: nobody is turned away for it.
 */
export async function giveSlots(parts: SlotParts, villageId: string): Promise<void> {
  const { act, database, clock, newId } = parts
  const due = await database.inVillage(villageId, async (db) => {
    const ids: string[] = []
    for (const round of await selectOpenRounds(db, villageId)) {
      const list = await readTaken(db, villageId, round.roundId)
      if (list === null || list.isOpen || list.takenQuantity.size === 0) continue
      const latest = round.beginsAt.getTime() - LATEST_HOURS_BEFORE * 60 * MINUTE
      if (!list.isAnswered && clock.now().getTime() < latest) continue
      const given = await selectSlots(db, villageId, round.roundId)
      if (given.length < list.takenQuantity.size) ids.push(round.roundId)
    }
    return ids
  })
  for (const roundId of due) {
    const actor = systemActor(villageId)
    const command = { name: 'give-round-slots', actor, key: newId(), input: { roundId } }
    await act(command, (tx) => giveIn(tx, roundId))
  }
}

async function giveIn(tx: Tx, roundId: string): Promise<{ readonly given: number }> {
  const { db, villageId } = tx
  const round = await lockRound(db, villageId, roundId, 'alone')
  const list = await readTaken(db, villageId, roundId)
  if (round === null || round.closedAt !== null || list === null) return { given: 0 }
  const known = await selectSlots(db, villageId, roundId)
  const before = new Set(known.map(({ householdId }) => householdId))
  const slots = [...list.takenQuantity]
    .filter(([householdId]) => !before.has(householdId))
    .map(([householdId, takenGrams], at): Slot => {
      const place = known.length + at + 1
      return { householdId, place, takenGrams, comesAt: timeOf(round, place) }
    })
  if (slots.length === 0) return { given: 0 }
  await insertSlots(db, villageId, roundId, slots)
  await tellGrowers(tx, round, slots)
  return { given: slots.length }
}

function timeOf({ beginsAt, endsAt, minutesEach }: BuyingRound, place: number): Date {
  const each = minutesEach * MINUTE
  const last = Math.max(0, Math.floor((endsAt.getTime() - beginsAt.getTime()) / each) - 1)
  return new Date(beginsAt.getTime() + Math.min(place - 1, last) * each)
}

async function tellGrowers(tx: Tx, round: BuyingRound, slots: readonly Slot[]): Promise<void> {
  const { roundId, collectionPoint } = round
  const ids = slots.map(({ householdId }) => householdId)
  const households = await readHouseholds(tx.db, tx.villageId, ids)
  const offer = (await readOffersById(tx.db, tx.villageId, [roundId])).get(roundId)
  await sendMessages(
    tx,
    slots.flatMap(({ householdId, comesAt, takenGrams }) => {
      const personId = households.get(householdId)?.headPersonId ?? null
      if (personId === null) return []
      const params = {
        roundId,
        title: offer?.titleZh ?? round.crop,
        titleEn: offer?.titleEn ?? null,
        at: comesAt.toISOString(),
        collectionPoint,
        grams: takenGrams,
      }
      return [{ personId, kind: 'round.slot', params }]
    }),
  )
}

import { civilDay } from '@azalea/text'
import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import { day } from '../../../platform/http/day.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  readAdultsOf,
  readHouseholdGroups,
  readHouseholds,
  readPeople,
  readPhones,
} from '../../community/index.ts'
import { mayEnterFor } from '../../cases/index.ts'
import { isPersons } from '../claims/holder.ts'
import { selectOffersById, type Offer } from '../offers/offer.store.ts'
import type { Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { ownTurnsWaiting } from './answer-turn.ts'
import { selectCalledTurns, type CalledTurn } from './called-turn.store.ts'

const LIST = 'called turns'
const position = z.tuple([day, z.uuid(), z.uuid()])

/**
 * What waits for an answer, of those for whom this cadre may enter one: of every household, or of the
 * group that they lead. What comes from the kept share only the committee reads, since it tells who is
 * protected.
 * @throws Refusal 'invalid_cursor'
 */
export async function readCalledTurns(
  { database, clock }: Readers,
  actor: Actor,
  language: Language,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const { villageId, roles } = actor
  const found = decodeCursor(LIST, cursor, position)
  const after = found && { dueOn: found[0], offerId: found[1], holderId: found[2] }
  const withKept = roles.has('committee')
  return database.readInVillage(villageId, async (db) => {
    const page = { after, limit: limit + 1, withKept }
    const rows = await selectCalledTurns(db, villageId, page)
    const { shown, nextCursor } = cutPage(LIST, rows, limit, (last) => [
      last.dueOn,
      last.offerId,
      last.holderId,
    ])
    const theirs = await ofWhom(db, actor, shown)
    return { items: await present(db, actor, language, theirs, clock.now()), nextCursor }
  })
}

/** Of these, those for whom the cadre may enter something. */
async function ofWhom(
  db: Db,
  actor: Actor,
  called: readonly CalledTurn[],
): Promise<readonly CalledTurn[]> {
  const ids = called.map(({ householdId }) => householdId)
  const groups = await readHouseholdGroups(db, actor.villageId, ids)
  return called.filter(({ personId, householdId }) =>
    mayEnterFor(actor, { personId, groupNo: groups.get(householdId)?.groupNo ?? null }),
  )
}

async function present(
  db: Db,
  actor: Actor,
  language: Language,
  called: readonly CalledTurn[],
  now: Date,
) {
  const { villageId } = actor
  const ids = called.map(({ householdId }) => householdId)
  const year = Number(civilDay(now).slice(0, 4))
  const adults = await readAdultsOf(db, villageId, ids, year)
  const speakersOf = (turn: CalledTurn) =>
    isPersons(turn) ? [turn.holderId] : (adults.get(turn.householdId) ?? [turn.personId])
  const speakers = called.flatMap(speakersOf)
  const people = await readPeople(db, villageId, speakers)
  const reached = await readPhones(db, villageId, speakers)
  const households = await readHouseholds(db, villageId, ids)
  const offerIds = called.map(({ offerId }) => offerId)
  const offers = await selectOffersById(db, villageId, offerIds)
  const waits = await ownTurnsWaiting(db, actor)
  return called.map((turn) => {
    const offer = offers.get(turn.offerId)
    if (offer === undefined) throw new Error(`offer ${turn.offerId} is missing`)
    const household = households.get(turn.householdId)
    const ofTurn = speakersOf(turn)
    const own = isPersons(turn) ? people.get(turn.holderId)?.name : household?.headName
    return {
      offerId: turn.offerId,
      title: inLanguage(language, offer.titleZh, offer.titleEn),
      unit: offer.unit,
      claimant: offer.claimant,
      holderId: turn.holderId,
      name: own ?? null,
      houseNo: household?.houseNo ?? '',
      groupName: household?.groupName ?? null,
      place: turn.place,
      quantity: turn.quantity,
      dueOn: turn.dueOn,
      isKept: turn.isKept,
      hasTelephone: ofTurn.some((personId) => reached.has(personId)),
      speakers: ofTurn.map((personId) => ({ personId, name: people.get(personId)?.name ?? null })),
      canEnter: permission(whyNot(actor, turn, offer, waits), language),
    }
  })
}

function whyNot(
  actor: Actor,
  { householdId }: CalledTurn,
  offer: Offer,
  waits: (offer: Offer) => boolean,
): Refusal | null {
  if (householdId === actor.householdId) return refuse('turn_for_household')
  return waits(offer) ? refuse('own_turn_waits') : null
}

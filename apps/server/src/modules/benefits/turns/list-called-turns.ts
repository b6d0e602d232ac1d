import { inLanguage } from '../../../platform/http/language.ts'
import { startOfCivilDay } from '@azalea/text'
import type { HomePart } from '../../../platform/contributions.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { holdersOf } from '../claims/holder.ts'
import { selectRunningOffers, type Offer } from '../offers/offer.store.ts'
import { selectKeptTurnsOf } from './kept-turn.store.ts'
import { isAnswerable } from './end-turn.ts'
import { selectTurnsOf } from './turn.store.ts'

/** Something that came to oneself or one's household and waits for an answer. */
export interface CalledTurn {
  readonly offer: Offer
  /** The last day for the answer. */
  readonly dueOn: string
}

/** What came to this person or household and is not answered; what rests for an objection is not asked. */
export async function listCalledTurns(db: Db, actor: Actor): Promise<CalledTurn[]> {
  const { villageId } = actor
  const holders = holdersOf(actor)
  const turns = await selectTurnsOf(db, villageId, holders)
  if (turns.size === 0) return []
  const kept = await selectKeptTurnsOf(db, villageId, holders)
  const offers = await selectRunningOffers(db, villageId)
  return offers.flatMap((offer) => {
    const turn = turns.get(offer.offerId)
    const called = turn !== undefined && isAnswerable(turn) ? turn : kept.get(offer.offerId)
    if (called?.state !== 'called' || called.dueOn === null) return []
    return [{ offer, dueOn: called.dueOn }]
  })
}

/** One's own turns, and those of one's household, for whoever of it looks. */
export const calledTurnsHome: HomePart<unknown> = {
  waiting: {
    kinds: { turn_called: 25 },
    list: async (_, { db, actor, language }) =>
      (await listCalledTurns(db, actor)).map(({ offer, dueOn }) => ({
        kind: 'turn_called',
        id: offer.offerId,
        title: inLanguage(language, offer.titleZh, offer.titleEn),
        at: startOfCivilDay(dueOn).toISOString(),
        count: 1,
      })),
  },
}

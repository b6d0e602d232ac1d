import { roundClosed } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { readOffersById } from '../../../benefits/index.ts'
import { readHouseholds, sendMessages } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectCame } from '../weigh-ins/weigh-in.store.ts'
import { lockRound, markClosed, selectSlots, type BuyingRound } from './round.store.ts'

/**
 * Closes a round after its hours, or once everybody came. Who had a time and brought nothing is named
 * and told; it costs neither money nor points.
 * @throws Refusal 'unknown_round', 'round_closed', 'round_runs'
 */
export async function closeRound(
  { act, secrets }: RoundCommands,
  actor: Actor,
  key: string,
  { roundId }: { readonly roundId: string },
): Promise<{ readonly cameCount: number; readonly missedCount: number }> {
  return act({ name: 'close-round', actor, key, input: { roundId } }, async (tx) => {
    const { db, villageId } = tx
    const round = await lockRound(db, villageId, roundId, 'alone')
    if (round === null) throw refuse('unknown_round')
    if (round.closedAt !== null) throw refuse('round_closed')
    const slots = await selectSlots(db, villageId, roundId)
    const came = await selectCame(db, villageId, roundId)
    const missed = slots.filter(({ householdId }) => !came.has(householdId))
    const isOver = tx.now >= round.endsAt
    if (!isOver && (missed.length > 0 || slots.length === 0)) throw refuse('round_runs')
    await markClosed(db, villageId, roundId, { by: actor.personId, at: tx.now })
    await tellMissed(
      tx,
      round,
      missed.map(({ householdId }) => householdId),
    )
    const counts = { cameCount: came.size, missedCount: missed.length }
    const secret = await secrets.of(db, villageId)
    tx.append(
      roundClosed({
        public: { offer: secret.pseudonym('offer', roundId), ...counts },
        parts: [{ personId: actor.personId, payload: { roundId, closedBy: actor.personId } }],
      }),
    )
    return counts
  })
}

async function tellMissed(tx: Tx, round: BuyingRound, ids: readonly string[]): Promise<void> {
  const { roundId } = round
  const households = await readHouseholds(tx.db, tx.villageId, ids)
  const offer = (await readOffersById(tx.db, tx.villageId, [roundId])).get(roundId)
  const params = { roundId, title: offer?.titleZh ?? round.crop, titleEn: offer?.titleEn ?? null }
  await sendMessages(
    tx,
    ids.flatMap((householdId) => {
      const personId = households.get(householdId)?.headPersonId ?? null
      return personId === null ? [] : [{ personId, kind: 'round.missed', params }]
    }),
  )
}

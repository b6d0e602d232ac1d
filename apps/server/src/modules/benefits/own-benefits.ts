import { anyRows, type DataBankPart } from '../../platform/contributions.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { selectEveryClaimOf } from './claims/claim.store.ts'
import { holdersOf, isPersons } from './claims/holder.ts'
import { selectOffersById } from './offers/offer.store.ts'
import { presentKept, presentTurn } from './offers/present-offer.ts'
import { selectTurnObjectionsOf } from './objections/turn-objection.store.ts'
import { selectKeptTurnsOf } from './turns/kept-turn.store.ts'
import { selectTurnsOf } from './turns/turn.store.ts'

/** What one or one's household claimed of what is scarce, what came to it, and what one said about turns. */
export const ownBenefits: DataBankPart<unknown> = {
  shape: { claims: anyRows, turnObjections: anyRows },
  counted: {
    claims: { zh: '我和我家申请过的机会', en: 'Offers that I or my household claimed' },
    turnObjections: { zh: '关于轮次的异议', en: 'Objections about turns' },
  },
  read: async (_, { db, actor }) => ({
    claims: await readOwnClaims(db, actor),
    turnObjections: await readOwnTurnObjections(db, actor),
  }),
}

async function readOwnClaims(db: Db, actor: Actor) {
  const { villageId } = actor
  const holders = holdersOf(actor)
  const claims = await selectEveryClaimOf(db, villageId, holders)
  const ids = claims.map(({ offerId }) => offerId)
  const offers = await selectOffersById(db, villageId, ids)
  const turns = await selectTurnsOf(db, villageId, holders)
  const kept = await selectKeptTurnsOf(db, villageId, holders)
  return claims.map((claim) => {
    const offer = offers.get(claim.offerId)
    const turn = turns.get(claim.offerId)
    const share = kept.get(claim.offerId)
    return {
      offerId: claim.offerId,
      titleZh: offer?.titleZh ?? null,
      titleEn: offer?.titleEn ?? null,
      unit: offer?.unit ?? null,
      claimant: claim.claimant,
      isMine: isPersons(claim),
      claimedBy: claim.personId,
      wantedQuantity: claim.wantedQuantity,
      leastQuantity: claim.leastQuantity,
      channel: claim.channel,
      enteredBy: claim.enteredBy,
      claimedAt: claim.claimedAt.toISOString(),
      changedAt: claim.changedAt.toISOString(),
      withdrawnAt: claim.withdrawnAt?.toISOString() ?? null,
      turn:
        turn === undefined
          ? null
          : {
              ...presentTurn(turn),
              honourHundredths: turn.honourHundredths,
              receivedQuantity: turn.receivedQuantity,
              waitedOffers: turn.waitedOffers,
              calledQuantity: turn.calledQuantity,
              endedAt: turn.endedAt?.toISOString() ?? null,
              enteredBy: turn.enteredBy,
            },
      keptShare: share ? { ...presentKept(share), enteredBy: share.enteredBy } : null,
    }
  })
}

async function readOwnTurnObjections(db: Db, { villageId, personId }: Actor) {
  const objections = await selectTurnObjectionsOf(db, villageId, personId)
  return objections.map((one) => ({
    objectionId: one.objectionId,
    offerId: one.offerId,
    part: one.objectorId === personId ? 'objector' : 'claimer',
    words: one.words,
    raisedAt: one.raisedAt.toISOString(),
    dueOn: one.dueOn,
    escalatedAt: one.escalatedAt?.toISOString() ?? null,
    outcome: one.outcome,
    reasons: one.reasons,
    decidedAt: one.decidedAt?.toISOString() ?? null,
  }))
}

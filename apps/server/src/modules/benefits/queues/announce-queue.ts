import { queueAnnounced } from '@azalea/records'
import { accountsBytes, queueBytes, type Claim, type Queue } from '@azalea/scoring/order'
import { addCivilDays, civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { publishDocument } from '../../record/index.ts'
import { selectQueuedClaims } from '../claims/claim.store.ts'
import { changeOffer, lockOffer, lockQueues, type Offer } from '../offers/offer.store.ts'
import { ruleOf } from '../order-rules/rule-of.ts'
import type { QueueParts } from '../parts.ts'
import { selectHistory } from './history.store.ts'
import { readHonour, type CountedHonour } from './read-honour.ts'

/**
 * Freezes the claims of an offer whose time is over and announces their list: the whole queue is
 * published and its hash recorded, before anybody knows the lots. A crash before the commit leaves
 * the claims as they were; whoever comes second finds it announced.
 * @returns whether it was announced now
 */
export async function announceQueue(
  { act, newId, secrets }: QueueParts,
  villageId: string,
  offerId: string,
): Promise<boolean> {
  const command = {
    name: 'announce-queue',
    actor: systemActor(villageId),
    key: newId(),
    input: { offerId },
  }
  return act(command, async (tx) => {
    const { db } = tx
    await lockQueues(db, villageId)
    // Claims stand under this row: those that hold it are in, those that wait for it are too late.
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null || offer.state !== 'published' || offer.closesAt > tx.now) return false
    const honour = await readHonour(db, villageId, offer)
    if (mayYetBeClosed(offer, honour, tx.now)) return false
    const secret = await secrets.of(db, villageId)
    const { queue, accounts } = await queueOf(db, villageId, offer, honour, (householdId) =>
      secret.pseudonym('household', householdId),
    )
    const name = secret.pseudonym('offer', offerId)
    const queueHash = await publishDocument(tx, Buffer.from(queueBytes(queue)))
    const accountsHash = await publishDocument(tx, Buffer.from(accountsBytes(name, accounts)))
    const recordId = tx.newId()
    await changeOffer(db, villageId, offerId, {
      state: 'announced',
      announced_at: tx.now,
      announced_record_id: recordId,
      queue_hash: Buffer.from(queueHash, 'hex'),
      honour_through: honour.through,
      honour_before: honour.before,
    })
    tx.append(
      queueAnnounced({
        recordId,
        public: {
          offer: name,
          queue: queueHash,
          accounts: accountsHash,
          claims: queue.claims.length,
          honourThrough: honour.through,
          honourBefore: honour.before,
        },
        parts: [],
      }),
    )
    return true
  })
}

/** The statement of the day before the close is waited for on the day of the close, not longer. */
function mayYetBeClosed({ closesAt }: Offer, { through }: CountedHonour, now: Date): boolean {
  const closesOn = civilDay(closesAt)
  return through !== addCivilDays(closesOn, -1) && civilDay(now) === closesOn
}

/** The claims as they are frozen, with what decides how early each comes. */
async function queueOf(
  db: Db,
  villageId: string,
  offer: Offer,
  honour: CountedHonour,
  householdName: (householdId: string) => string,
): Promise<{ queue: Queue; accounts: { claimant: string; household: string }[] }> {
  const { rule } = await ruleOf(db, villageId, offer)
  const claims = await selectQueuedClaims(db, villageId, offer.offerId)
  const historyOf = await selectHistory(db, villageId, offer)
  const named = claims.map((claim) => ({ claim, household: householdName(claim.householdId) }))
  return {
    queue: {
      rule,
      supplyQuantity: offer.supplyQuantity,
      claims: named.map(({ claim, household }): Claim => {
        const { receivedQuantity, waitedOffers } = historyOf(claim.householdId)
        return {
          claimant: claim.claimant,
          wantedQuantity: claim.wantedQuantity,
          leastQuantity: claim.leastQuantity,
          honourHundredths: honour.of(household),
          receivedQuantity,
          waitedOffers,
        }
      }),
    },
    accounts: named.map(({ claim, household }) => ({ claimant: claim.claimant, household })),
  }
}

import { adoptionContractPublished, adoptionOfferOffered } from '@azalea/records'
import { canonicalJson, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readHousemates, requireSecondPerson } from '../../../community/index.ts'
import { openPayee, villageCompany } from '../../../money/index.ts'
import { publishDocument, type Tx } from '../../../record/index.ts'
import { readPlots, selectSeason } from '../../land/index.ts'
import { priceOffices } from '../../market/index.ts'
import {
  insertContract,
  lockContracts,
  selectContracts,
  type Contract,
} from '../contracts/contract.store.ts'
import type { AdoptionCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { insertOffer, lockOffer, setConfirmed, type AdoptionOffer } from './offer.store.ts'

export type PublishContractInput = Omit<Contract, 'edition' | 'publishedAt'>

/**
 * Publishes the next edition of what adopters agree to, with what is done where a harvest fails. What
 * was offered before keeps its edition. @throws Refusal 'refund_and_next_season'
 */
export async function publishAdoptionContract(
  { act }: Pick<AdoptionCommands, 'act'>,
  actor: Actor,
  key: string,
  input: PublishContractInput,
): Promise<{ readonly edition: number }> {
  const command = { name: 'publish-adoption-contract', actor, key, input: { ...input } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const { failure, refundPermille, wordsZh, wordsEn } = input
    if ((failure === 'refund') !== refundPermille > 0) throw refuse('refund_and_next_season')
    await lockContracts(db, villageId)
    const edition = ((await selectContracts(db, villageId))[0]?.edition ?? 0) + 1
    const english = wordsEn === null ? {} : { wordsEn }
    const rule = { edition, failure, refundPermille }
    const said = { schema: 'azalea-adoption-contract/1', ...rule, wordsZh, ...english }
    const documentHash = await publishDocument(tx, Buffer.from(canonicalJson(said)))
    const publishedBy = actor.personId
    const published = { publishedAt: tx.now, documentHash, publishedBy }
    await insertContract(db, villageId, { edition, ...input, ...published })
    tx.append(
      adoptionContractPublished({
        public: { ...rule, document: documentHash },
        parts: [{ personId: publishedBy, payload: { publishedBy } }],
      }),
    )
    return { edition }
  })
}

export type ProposeAdoptionInput = Pick<
  AdoptionOffer,
  | 'plotId'
  | 'growingSeasonId'
  | 'kind'
  | 'nameZh'
  | 'nameEn'
  | 'wordsZh'
  | 'wordsEn'
  | 'priceFen'
  | 'shareCount'
  | 'crop'
  | 'unit'
  | 'part'
  | 'partAmount'
>

/**
 * Proposes shares of what a plot gives in a season, under the contract in force; nothing is offered
 * before a second person confirms it.
 * @throws Refusal 'no_adoption_contract', 'shares_above_harvest', 'unknown_adoption_plot',
 *   'unknown_adoption_season', 'adoption_season_over'
 */
export async function proposeAdoption(
  { act }: Pick<AdoptionCommands, 'act'>,
  actor: Actor,
  key: string,
  input: ProposeAdoptionInput,
): Promise<{ readonly offerId: string }> {
  return act({ name: 'propose-adoption', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { plotId, growingSeasonId, part, shareCount, partAmount } = input
    const [contract] = await selectContracts(db, villageId)
    if (contract === undefined) throw refuse('no_adoption_contract')
    if (part === 'permille' && shareCount * partAmount > 1000) throw refuse('shares_above_harvest')
    const plot = (await readPlots(db, villageId, [plotId])).get(plotId)
    if (plot === undefined || plot.isResting) throw refuse('unknown_adoption_plot')
    await requireSeasonRuns(tx, growingSeasonId)
    const offerId = tx.newId()
    const { home } = await readHousemates(db, villageId, actor.personId)
    const by = { proposedBy: actor.personId, proposerHouseholdId: home, proposedAt: now }
    await insertOffer(db, villageId, { ...input, offerId, edition: contract.edition, ...by })
    return { offerId }
  })
}

/** @throws Refusal 'unknown_adoption_season', 'adoption_season_over' */
export async function requireSeasonRuns(
  { db, villageId, now }: Tx,
  growingSeasonId: string,
): Promise<void> {
  const season = await selectSeason(db, villageId, growingSeasonId)
  if (season === null) throw refuse('unknown_adoption_season')
  if (season.endsOn < civilDay(now)) throw refuse('adoption_season_over')
}

/**
 * Offers it, as the second person, of another household than proposed it.
 * @throws Refusal 'unknown_adoption_offer', 'adoption_offer_confirmed', 'adoption_season_over', those
 *   of requireSecondPerson
 */
export async function confirmAdoption(
  { act, secrets }: AdoptionCommands,
  actor: Actor,
  key: string,
  { offerId }: { readonly offerId: string },
): Promise<Record<string, never>> {
  return act({ name: 'confirm-adoption', actor, key, input: { offerId } }, async (tx) => {
    const { db, villageId, now } = tx
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null) throw refuse('unknown_adoption_offer')
    if (offer.confirmedAt !== null) throw refuse('adoption_offer_confirmed')
    await requireSeasonRuns(tx, offer.growingSeasonId)
    await requireSecondPerson(tx, priceOffices, offer, actor.personId)
    const confirmedBy = actor.personId
    await setConfirmed(db, villageId, offerId, { by: confirmedBy, at: now })
    // What is earned of it is the company's; its account is opened before.
    openPayee(tx, villageCompany)
    const secret = await secrets.of(db, villageId)
    const { kind, crop, priceFen, unit, part, partAmount, edition, proposedBy } = offer
    tx.append(
      adoptionOfferOffered({
        public: {
          adoptionOffer: secret.pseudonym('adoptionOffer', offerId),
          subject: secret.pseudonym('subject', offer.plotId),
          growingSeason: secret.pseudonym('growingSeason', offer.growingSeasonId),
          of: kind,
          shares: offer.shareCount,
          crop,
          priceFen,
          unit,
          part,
          partAmount,
          edition,
        },
        parts: [
          { personId: proposedBy, payload: { offerId, proposedBy } },
          { personId: confirmedBy, payload: { offerId, confirmedBy } },
        ],
      }),
    )
    return {}
  })
}

import { dueOfShare } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import {
  communityRefusals,
  maskName,
  readPeople,
  readSubjects,
  readVillage,
  selectFileContent,
} from '../../community/index.ts'
import { selectPlotsOf, selectSeasons } from '../land/index.ts'
import { selectCustomers } from '../market/index.ts'
import { selectContracts } from './contracts/contract.store.ts'
import { selectOffer, selectOffers, sumOffer, type AdoptionOffer } from './offers/offer.store.ts'
import { readGrowerOf } from './offers/read-adoption-growers.ts'
import type { AdoptionReaders } from './parts.ts'
import { deskReaders } from './policy.ts'
import { refuse } from './refusals.ts'
import {
  selectDeliveries,
  selectShareByNumber,
  selectShares,
  selectSharesOfCustomer,
  sumDelivered,
  type Share,
} from './shares/share.store.ts'
import { isAdopters } from './tables.ts'
import { selectUpdates, type Update } from './updates/update.store.ts'

type Seasons = Awaited<ReturnType<typeof selectSeasons>>

async function presentOffer(
  db: Db,
  villageId: string,
  offer: AdoptionOffer,
  { seasons, language }: { readonly seasons: Seasons; readonly language: Language },
) {
  const season = seasons.find(({ growingSeasonId }) => growingSeasonId === offer.growingSeasonId)
  const { taken, harvested, delivered } = await sumOffer(db, villageId, offer.offerId)
  const { offerId, kind, priceFen, shareCount, crop, unit, part, partAmount } = offer
  return {
    offerId,
    plotId: offer.plotId,
    kind,
    name: inLanguage(language, offer.nameZh, offer.nameEn),
    words: inLanguage(language, offer.wordsZh, offer.wordsEn),
    seasonName: season === undefined ? '' : inLanguage(language, season.nameZh, season.nameEn),
    beginsOn: season?.beginsOn ?? '',
    endsOn: season?.endsOn ?? '',
    priceFen,
    shareCount,
    crop,
    unit,
    part,
    partAmount,
    edition: offer.edition,
    left: shareCount - taken,
    harvested,
    delivered,
    outcome: offer.outcome,
  }
}

/** What can be adopted of a village, and could be. @throws Refusal 'unknown_village' */
export async function readAdoptions(
  { database }: AdoptionReaders,
  villageId: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const seasons = await selectSeasons(db, villageId)
    const items = []
    for (const offer of await selectOffers(db, villageId))
      if (offer.confirmedAt !== null)
        items.push(await presentOffer(db, villageId, offer, { seasons, language }))
    return { villageName: village.name, items }
  })
}

const presentUpdate = ({ updateId, words, photoFileId, isPublic, writtenAt }: Update) => ({
  updateId,
  words,
  photoFileId,
  isPublic,
  writtenAt: writtenAt.toISOString(),
})

/** Who grows it, where they agreed to be named. */
async function readGrowerName(
  db: Db,
  villageId: string,
  updates: readonly Update[],
): Promise<string | null> {
  const ids = updates.map(({ writtenBy }) => writtenBy)
  for (const person of (await readPeople(db, villageId, ids)).values())
    if (person.publishesName && person.isPresent) return person.name
  return null
}

async function presentWhole(
  db: Db,
  villageId: string,
  offer: AdoptionOffer,
  { language, seesAll }: { readonly language: Language; readonly seesAll: boolean },
) {
  const seasons = await selectSeasons(db, villageId)
  const village = await readVillage(db, villageId)
  const contracts = await selectContracts(db, villageId)
  const contract = contracts.find(({ edition }) => edition === offer.edition)
  const subject = (await readSubjects(db, villageId, [offer.plotId])).get(offer.plotId)
  const updates = await selectUpdates(db, villageId, offer.offerId)
  return {
    villageName: village?.name ?? '',
    ...(await presentOffer(db, villageId, offer, { seasons, language })),
    plotLabel: subject?.label ?? '',
    growerName: await readGrowerName(db, villageId, updates),
    contract: {
      edition: offer.edition,
      words: contract === undefined ? '' : inLanguage(language, contract.wordsZh, contract.wordsEn),
      failure: contract?.failure ?? ('refund' as const),
      refundPermille: contract?.refundPermille ?? 0,
    },
    updates: updates.filter(({ isPublic }) => seesAll || isPublic).map(presentUpdate),
  }
}

/** One of them, for anybody. @throws Refusal 'unknown_adoption_offer' */
export async function readAdoption(
  { database }: AdoptionReaders,
  villageId: string,
  offerId: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const offer = await selectOffer(db, villageId, offerId)
    if (offer === null || offer.confirmedAt === null) throw refuse('unknown_adoption_offer')
    return presentWhole(db, villageId, offer, { language, seesAll: false })
  })
}

/** A picture that the grower agreed to show to anybody. @throws Refusal 'unknown_adoption_offer' */
export async function readAdoptionPhoto(
  { database }: AdoptionReaders,
  villageId: string,
  { offerId, fileId }: { readonly offerId: string; readonly fileId: string },
  customerId: string | null,
): Promise<{ readonly mediaType: string; readonly content: Buffer }> {
  return database.readInVillage(villageId, async (db) => {
    const updates = await selectUpdates(db, villageId, offerId)
    const own = customerId === null ? [] : await selectSharesOfCustomer(db, villageId, customerId)
    const isAdopter = own.some((share) => share.offerId === offerId && isAdopters(share.state))
    const isShown = updates.some(
      ({ photoFileId, isPublic }) => photoFileId === fileId && (isPublic || isAdopter),
    )
    const photo = isShown ? await selectFileContent(db, villageId, fileId) : null
    if (photo === null) throw refuse('unknown_adoption_offer')
    return photo
  })
}

/** A customer's shares, the latest first. */
export async function readOwnAdoptions(
  { database }: AdoptionReaders,
  villageId: string,
  customerId: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const items = []
    for (const share of await selectSharesOfCustomer(db, villageId, customerId)) {
      const offer = await selectOffer(db, villageId, share.offerId)
      if (offer === null) continue
      const { number, shareNo, state } = share
      const name = inLanguage(language, offer.nameZh, offer.nameEn)
      items.push({ number, shareNo, state, name, priceFen: offer.priceFen })
    }
    return { items }
  })
}

/** One share with what came of it, for whose it is. @throws Refusal 'unknown_adoption' */
export async function readOwnAdoption(
  { database }: AdoptionReaders,
  villageId: string,
  asked: { readonly number: string; readonly customerId: string },
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const share = await selectShareByNumber(db, villageId, asked.number)
    if (share === null || share.customerId !== asked.customerId) throw refuse('unknown_adoption')
    const offer = await selectOffer(db, villageId, share.offerId)
    if (offer === null) throw refuse('unknown_adoption')
    const deliveries = await selectDeliveries(db, villageId, [share.adoptionId])
    return {
      ...(await presentShare(db, villageId, share, offer)),
      canPay: share.state === 'held',
      offer: await presentWhole(db, villageId, offer, {
        language,
        seesAll: isAdopters(share.state),
      }),
      deliveries: deliveries.map(({ quantity, deliveredOn }) => ({ quantity, deliveredOn })),
    }
  })
}

async function presentShare(db: Db, villageId: string, share: Share, offer: AdoptionOffer) {
  const { harvested } = await sumOffer(db, villageId, offer.offerId)
  const { number, shareNo, state, refundFen, adoptedAt } = share
  return {
    number,
    shareNo,
    state,
    refundFen,
    adoptedAt: adoptedAt?.toISOString() ?? null,
    due: dueOfShare({ part: offer.part, amount: offer.partAmount }, harvested),
  }
}

/** The certificate of a share, for anybody who has its number; the name is masked. @throws Refusal 'unknown_adoption' */
export async function readCertificate(
  { database }: AdoptionReaders,
  villageId: string,
  number: string,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const share = await selectShareByNumber(db, villageId, number)
    const offer = share && (await selectOffer(db, villageId, share.offerId))
    if (share === null || offer === null || share.recordId === null)
      throw refuse('unknown_adoption')
    const seasons = await selectSeasons(db, villageId)
    const village = await readVillage(db, villageId)
    const customer = (await selectCustomers(db, villageId, [share.customerId])).get(
      share.customerId,
    )
    const { name, seasonName, priceFen } = await presentOffer(db, villageId, offer, {
      seasons,
      language,
    })
    return {
      ...(await presentShare(db, villageId, share, offer)),
      villageName: village?.name ?? '',
      name,
      seasonName,
      priceFen,
      unit: offer.unit,
      shareCount: offer.shareCount,
      adopterName:
        customer?.name === undefined || customer.name === null ? null : maskName(customer.name),
      recordId: share.recordId,
    }
  })
}

/** The record of a share that began, which anybody with its number may have the proof of. @throws Refusal 'unknown_adoption' */
export async function readAdoptionRecord(
  db: Db,
  villageId: string,
  number: string,
): Promise<string> {
  const share = await selectShareByNumber(db, villageId, number)
  if (share === null || share.recordId === null) throw refuse('unknown_adoption')
  return share.recordId
}

/** What the own household grows and somebody adopted, with what was written of it. */
export async function readGrownAdoptions(
  { database }: AdoptionReaders,
  { villageId, householdId }: Actor,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const items = []
    for (const offer of await selectOffers(db, villageId)) {
      if (offer.confirmedAt === null || householdId === null) continue
      if ((await readGrowerOf(db, villageId, offer)) !== householdId) continue
      items.push(await presentWhole(db, villageId, offer, { language, seesAll: true }))
    }
    return { items }
  })
}

/** All offers with their shares, contracts and what can be chosen, for the desk. */
export async function readAdoptionDesk(
  { database, clock }: AdoptionReaders,
  actor: Actor,
  language: Language,
) {
  const { villageId } = actor
  if (!hasAnyRole(actor, deskReaders)) throw refuse('unknown_adoption_offer')
  return database.readInVillage(villageId, async (db) => {
    const seasons = await selectSeasons(db, villageId)
    const today = civilDay(clock.now())
    const items = []
    for (const offer of await selectOffers(db, villageId)) {
      const shares = await selectShares(db, villageId, offer.offerId)
      const ids = shares.map(({ adoptionId }) => adoptionId)
      const delivered = sumDelivered(await selectDeliveries(db, villageId, ids))
      const customers = await selectCustomers(
        db,
        villageId,
        shares.map(({ customerId }) => customerId),
      )
      items.push({
        ...(await presentOffer(db, villageId, offer, { seasons, language })),
        isConfirmed: offer.confirmedAt !== null,
        shares: shares.map(({ adoptionId, number, shareNo, state, customerId, refundFen }) => ({
          adoptionId,
          number,
          shareNo,
          state,
          refundFen,
          name: customers.get(customerId)?.name ?? null,
          delivered: delivered.get(adoptionId) ?? 0,
        })),
      })
    }
    return {
      items,
      contracts: (await selectContracts(db, villageId)).map(
        ({ edition, wordsZh, wordsEn, failure, refundPermille }) => ({
          edition,
          failure,
          refundPermille,
          words: inLanguage(language, wordsZh, wordsEn),
        }),
      ),
      seasons: seasons
        .filter(({ endsOn }) => endsOn >= today)
        .map(({ growingSeasonId, nameZh, nameEn }) => ({
          growingSeasonId,
          name: inLanguage(language, nameZh, nameEn),
        })),
      plots: (await selectPlotsOf(db, villageId)).map(({ plotId, subject }) => ({
        plotId,
        label: subject.label,
      })),
    }
  })
}

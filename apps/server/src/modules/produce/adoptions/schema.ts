import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { line, paragraphs, personName } from '../../../platform/http/text.ts'
import { adoptedKinds, shareStates, units } from './tables.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const fen = z.int().meta({ description: 'Fen' })
const quantity = z.int().meta({ description: 'Grams, or pieces' })
const MOST_FEN = 10_000_000
const MOST_QUANTITY = 100_000_000

export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const offerParams = inVillage.extend({ id: uuid })
export const photoParams = offerParams.extend({ fileId: uuid })
export const numberParams = inVillage.extend({ number: line(20) })
export const byId = z.object({ id: uuid })
export const nothing = z.object({})

const orNull = (max: number) =>
  line(max, 0)
    .nullish()
    .transform((value) => value || null)
const failure = z.enum(['refund', 'next_season'])
const permille = z.int().min(0).max(1000).meta({ description: 'Thousandths of the price' })

export const contractBody = z.object({
  wordsZh: paragraphs(4000),
  wordsEn: paragraphs(8000, 0)
    .nullish()
    .transform((value) => value || null),
  failure,
  refundPermille: permille,
})
export const contractAnswer = z.object({ edition: z.int() })

export const offerBody = z.object({
  plotId: uuid,
  growingSeasonId: uuid,
  kind: z.enum(adoptedKinds),
  nameZh: line(40),
  nameEn: orNull(80),
  wordsZh: paragraphs(1000),
  wordsEn: paragraphs(2000, 0)
    .nullish()
    .transform((value) => value || null),
  priceFen: z.int().min(1).max(MOST_FEN),
  shareCount: z.int().min(1).max(500),
  crop: line(20),
  unit: z.enum(units),
  part: z.enum(['permille', 'fixed']),
  partAmount: z.int().min(1).max(1_000_000),
})
export const offerIdAnswer = z.object({ offerId: uuid })

export const harvestBody = z.object({
  quantity: z.int().min(1).max(MOST_QUANTITY),
  harvestedOn: day,
})
export const deliveryBody = z.object({
  quantity: z.int().min(1).max(MOST_QUANTITY),
  deliveredOn: day,
})
export const settleBody = z.object({
  outcome: z.enum(['harvested', 'failed']),
  nextOfferId: uuid.nullable(),
})
export const updateBody = z.object({
  words: paragraphs(500, 0)
    .nullish()
    .transform((value) => value || null),
  photoFileId: uuid.nullable(),
  isPublic: z.boolean(),
})
export const adoptBody = z.object({
  name: personName,
  address: orNull(120),
  priceFen: fen,
  edition: z.int(),
})
export const adoptAnswer = z.object({ number: z.string() })

const offer = {
  offerId: uuid,
  plotId: uuid,
  kind: z.enum(adoptedKinds),
  name: z.string(),
  words: z.string(),
  seasonName: z.string(),
  beginsOn: day,
  endsOn: day,
  priceFen: fen,
  shareCount: z.int(),
  crop: z.string(),
  unit: z.enum(units),
  part: z.enum(['permille', 'fixed']),
  partAmount: z.int(),
  edition: z.int(),
  left: z.int(),
  harvested: quantity,
  delivered: quantity,
  outcome: z.enum(['harvested', 'failed']).nullable(),
}
const whole = z
  .object({
    ...offer,
    villageName: z.string(),
    plotLabel: z.string(),
    growerName: z.string().nullable().meta({ description: 'Where the grower agreed to be named' }),
    contract: z.object({
      edition: z.int(),
      words: z.string(),
      failure,
      refundPermille: permille,
    }),
    updates: z.array(
      z.object({
        updateId: uuid,
        words: z.string().nullable(),
        photoFileId: uuid.nullable(),
        isPublic: z.boolean(),
        writtenAt: instant,
      }),
    ),
  })
  .meta({ id: 'Adoption' })

export const adoptionsAnswer = z.object({
  villageName: z.string(),
  items: z.array(z.object(offer)),
})
export const adoptionAnswer = whole
export const grownAnswer = z.object({ items: z.array(whole) })

const state = z.enum(shareStates)
const share = {
  number: z.string(),
  shareNo: z.int(),
  state,
  refundFen: fen,
  adoptedAt: instant.nullable(),
  due: quantity,
}
export const ownListAnswer = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      shareNo: z.int(),
      state,
      name: z.string(),
      priceFen: fen,
    }),
  ),
})
export const ownAnswer = z
  .object({
    ...share,
    canPay: z.boolean(),
    offer: whole,
    deliveries: z.array(z.object({ quantity, deliveredOn: day })),
  })
  .meta({ id: 'OwnAdoption' })
export const certificateAnswer = z
  .object({
    ...share,
    villageName: z.string(),
    name: z.string(),
    seasonName: z.string(),
    priceFen: fen,
    unit: z.enum(units),
    shareCount: z.int(),
    adopterName: z.string().nullable().meta({ description: 'Masked' }),
    recordId: uuid,
  })
  .meta({ id: 'AdoptionCertificate' })

export const deskAnswer = z.object({
  items: z.array(
    z
      .object({
        ...offer,
        isConfirmed: z.boolean(),
        shares: z.array(
          z.object({
            adoptionId: uuid,
            number: z.string(),
            shareNo: z.int(),
            state,
            refundFen: fen,
            name: z.string().nullable(),
            delivered: quantity,
          }),
        ),
      })
      .meta({ id: 'AdoptionDeskOffer' }),
  ),
  contracts: z.array(
    z.object({ edition: z.int(), failure, refundPermille: permille, words: z.string() }),
  ),
  seasons: z.array(z.object({ growingSeasonId: uuid, name: z.string() })),
  plots: z.array(z.object({ plotId: uuid, label: z.string() })),
})

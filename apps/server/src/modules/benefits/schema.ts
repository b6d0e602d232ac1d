import { offerClaimants, offerKinds, offerUnits } from '@azalea/scoring/order'
import { z } from 'zod'
import { day } from '../../platform/http/day.ts'
import { cutPage, decodeCursor, listQuery, pageOf, pageQuery } from '../../platform/http/cursor.ts'
import { permissionView as permission } from '../../platform/http/permission.ts'
import { line } from '../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const toldInstant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const amount = z.int().min(1).max(1_000_000_000)
const measure = {
  description: 'In the small measure of the unit: grams of kg and jin, minutes of hour',
}
const amountOf = amount.meta(measure)
const quantity = z.int().min(0).meta(measure)
const count = z.int().min(0).max(1_000_000)
const kind = z.enum(offerKinds)
const unit = z.enum(offerUnits)
const claimant = z
  .enum(offerClaimants)
  .meta({ description: 'Who claims: a household once, or each grown member for themselves' })
const age = z.int().min(18).max(120)
const publishes = z.enum(['masked_names', 'places_only'])
const optionalLine = (most: number) =>
  line(most, 0)
    .nullish()
    .transform((value) => value || null)

export const nothing = z.object({})
export const byId = z.object({ id: uuid })
export const byHousehold = z.object({ householdId: uuid })
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const inVillageById = inVillage.extend({ id: uuid })

// Rules of order

const vote = z.object({
  date: day,
  body: z.enum(['adults', 'households', 'delegates']).optional(),
  eligible: count,
  present: count,
  for: count,
  against: count,
})

const ruleShape = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A rule of the schema azalea-order-rule/1' })

export const draftOrderRuleBody = z.object({
  nameZh: line(40),
  nameEn: optionalLine(80),
  rule: ruleShape,
  unit: unit
    .nullish()
    .meta({ description: 'In which the amount at which honour counts half is meant' }),
})
export const draftOrderRuleAnswer = z.object({ orderRuleId: uuid })
export const adoptOrderRuleBody = z.object({ resolution: vote })
export const orderRulesAnswer = z.object({
  items: z.array(
    z
      .object({
        orderRuleId: uuid,
        name: z.string(),
        state: z.enum(['draft', 'adopted']),
        rule: ruleShape,
        sentences: z.array(z.string()),
        hash: z.string(),
        adoptedAt: instant.nullable(),
        resolution: vote.nullable(),
        draftedByName: z.string().nullable(),
        canAdopt: permission,
      })
      .meta({ id: 'OrderRuleView' }),
  ),
})

// Offers

const optionalAge = age
  .nullish()
  .transform((value) => value ?? null)
  .meta({ description: 'Of persons, in the year of the close; absent: all who are grown' })
export const draftOfferBody = z.object({
  kind,
  titleZh: line(60),
  titleEn: optionalLine(120),
  wordsZh: line(600),
  wordsEn: optionalLine(1200),
  unit,
  claimant: claimant.default('household'),
  ageFrom: optionalAge,
  ageTo: optionalAge,
  supplyQuantity: amountOf,
  mostQuantity: amountOf,
  orderRuleId: uuid,
  honourSince: day
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'The first day whose honour counts; absent: all' }),
  groupNos: z.array(z.int().min(1).max(999)).max(100).default([]),
  opensAt: toldInstant,
  closesAt: toldInstant,
  answerWithinDays: z.int().min(1).max(14).default(3),
  publishes: publishes.default('masked_names'),
})
export const draftOfferAnswer = z.object({ offerId: uuid })
export const cancelOfferBody = z.object({ reason: line(200) })

const offerState = z.enum(['draft', 'published', 'announced', 'drawn', 'settled', 'cancelled'])
const turnState = z.enum(['waiting', 'called', 'accepted', 'declined', 'lapsed', 'struck'])

const ownClaim = z.object({
  wantedQuantity: quantity,
  leastQuantity: quantity,
  enteredByName: z.string().nullable().meta({ description: 'The cadre who entered it' }),
  changedAt: instant,
})
const ownTurn = z.object({
  place: z.int(),
  quantity: quantity.meta({ description: 'What came to it; once ended, what was taken' }),
  state: turnState,
  dueOn: day.nullable(),
  isDisputed: z.boolean(),
})
const keptTurn = z.object({
  quantity,
  state: z.enum(['called', 'accepted', 'declined', 'lapsed']),
  dueOn: day,
})

const answerEntered = {
  enteredByName: z.string().nullable().meta({ description: 'The cadre who entered the answer' }),
}

const offerBrief = {
  offerId: uuid,
  kind,
  title: z.string(),
  unit,
  claimant,
  supplyQuantity: quantity,
  mostQuantity: quantity,
  opensAt: instant,
  closesAt: instant,
  state: offerState,
  claims: z.int(),
}
export const offersAnswer = pageOf(
  z
    .object({
      ...offerBrief,
      ownClaim: ownClaim.nullable(),
      ownTurn: ownTurn.nullable(),
      kept: keptTurn.nullable(),
    })
    .meta({ id: 'OfferBrief' }),
)

const terms = {
  words: z.string(),
  ruleName: z.string(),
  ruleSentences: z.array(z.string()),
  honourSince: day.nullable(),
  groupNos: z.array(z.int()),
  ageFrom: age.nullable(),
  ageTo: age.nullable(),
  answerWithinDays: z.int(),
  publishes,
  cancelReason: z.string().nullable(),
}
const drawn = {
  announcedAt: instant.nullable(),
  honourThrough: day.nullable().meta({ description: 'The statement up to which honour counts' }),
  queueHash: z.string().nullable(),
  drawnAt: instant.nullable(),
  checkpoint: z.string().nullable().meta({ description: 'Its SHA-256 is the seed of the lots' }),
  leftQuantity: quantity.nullable(),
  floorQuantity: quantity.nullable(),
  keptTakenQuantity: quantity.nullable().meta({
    description: 'Of the share kept for protected households, in all; null until settled',
  }),
}
const ownObjection = z.object({
  place: z.int(),
  isMine: z.boolean().meta({ description: 'My household objected; else it is to its turn' }),
  words: z.string().nullable(),
  raisedAt: instant,
  dueOn: day,
  outcome: z.enum(['upheld', 'dismissed']).nullable(),
  reasons: z.string().nullable(),
})
export const offerAnswer = z
  .object({
    ...offerBrief,
    ...terms,
    ...drawn,
    canClaim: permission,
    canObject: permission,
    objections: z.array(ownObjection),
    ownClaim: ownClaim.nullable(),
    ownTurn: ownTurn
      .extend({ of: z.int(), sentences: z.array(z.string()), ...answerEntered })
      .nullable(),
    kept: keptTurn.extend(answerEntered).nullable(),
  })
  .meta({ id: 'OfferView' })

const onBehalf = z
  .object({ personId: uuid, channel: z.enum(['oral', 'written']) })
  .optional()
  .meta({ description: 'For whom a cadre enters it' })
export const enterClaimBody = z.object({
  wantedQuantity: amountOf,
  leastQuantity: amountOf,
  onBehalf,
})
export const enterClaimAnswer = z.object({ changed: z.boolean() })
export const withdrawClaimBody = enterClaimBody.pick({ onBehalf: true })

export const answerTurnBody = z.object({
  takenQuantity: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .meta({ description: 'All that one was called for, or less; zero declines' }),
  onBehalf,
})
export const disputeTurnBody = z.object({ place: z.int().min(1), words: line(500) })
export const disputeTurnAnswer = z.object({ objectionId: uuid, dueOn: day })
export const decideTurnBody = z.object({
  outcome: z.enum(['upheld', 'dismissed']),
  reasons: line(500),
})

// The queue as everybody reads it, and as cadres do

const publicLine = {
  place: z.int(),
  quantity,
  state: turnState,
  isDisputed: z.boolean(),
}
export const queueQuery = z.object(pageQuery)
export const publicOffersAnswer = pageOf(z.object(offerBrief).meta({ id: 'PublicOffer' }))
export const publicQueueAnswer = z
  .object({
    ...offerBrief,
    ...terms,
    ...drawn,
    lines: z.array(
      z.object({
        ...publicLine,
        name: z
          .string()
          .nullable()
          .meta({ description: 'Masked; null where only places are published' }),
        groupName: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'PublicQueue' })

const objection = z.object({
  objectionId: uuid,
  place: z.int(),
  objectorName: z.string().nullable(),
  words: z.string().nullable(),
  raisedAt: instant,
  dueOn: day,
  outcome: z.enum(['upheld', 'dismissed']).nullable(),
  reasons: z.string().nullable(),
  canDecide: permission,
})
export const deskQueueAnswer = z
  .object({
    ...offerBrief,
    ...terms,
    ...drawn,
    canPublish: permission,
    canCancel: permission,
    draftedByName: z.string().nullable(),
    claimers: z
      .array(
        z.object({
          holderId: uuid.meta({ description: 'The household, or the person' }),
          houseNo: z.string(),
          name: z.string().nullable().meta({ description: 'Of the head, or the person' }),
          wantedQuantity: quantity,
          leastQuantity: quantity,
          enteredByName: z.string().nullable(),
        }),
      )
      .meta({ description: 'While claims are open' }),
    lines: z.array(
      z.object({
        ...publicLine,
        holderId: uuid,
        houseNo: z.string(),
        name: z.string().nullable(),
        wantedQuantity: quantity,
        honourHundredths: z.int(),
        receivedQuantity: quantity,
        waitedOffers: z.int(),
        dueOn: day.nullable(),
        ...answerEntered,
      }),
    ),
    nextCursor: z.string().nullable(),
    objections: z.array(objection),
  })
  .meta({ id: 'DeskQueue' })

export const calledTurnsAnswer = pageOf(
  z
    .object({
      offerId: uuid,
      title: z.string(),
      unit,
      claimant,
      holderId: uuid.meta({ description: 'The household, or the person' }),
      name: z.string().nullable().meta({ description: 'Of the head, or the person' }),
      houseNo: z.string(),
      groupName: z.string().nullable(),
      place: z.int(),
      quantity,
      dueOn: day,
      isKept: z.boolean().meta({ description: 'Of the kept share: told to the committee alone' }),
      hasTelephone: z.boolean().meta({ description: 'Somebody who may answer can sign in' }),
      speakers: z
        .array(z.object({ personId: uuid, name: z.string().nullable() }))
        .meta({ description: 'Who may answer' }),
      canEnter: permission,
    })
    .meta({ id: 'CalledTurn' }),
)

export const deskQuery = z.object(listQuery(['closesAt', 'kind'], '-closesAt'))
export const deskAnswer = pageOf(
  z.object({ ...offerBrief, openObjections: z.int() }).meta({ id: 'DeskOffer' }),
)

// Protected households

export const protectBody = z.object({ householdId: uuid, resolvedOn: day })
export const protectedAnswer = z.object({
  items: z.array(
    z.object({
      householdId: uuid,
      houseNo: z.string().nullable(),
      groupName: z.string().nullable(),
      headName: z.string().nullable(),
      resolvedOn: day,
    }),
  ),
})

/** A page of places of a queue. */
export function pageOfPlaces<Turn extends { readonly place: number }>(
  offerId: string,
  limit: number,
  turns: readonly Turn[],
) {
  return cutPage(`queue ${offerId}`, turns, limit, ({ place }) => [place])
}

/** The last place of the page before; zero for the first. @throws Refusal 'invalid_cursor' */
export function placeBefore(offerId: string, cursor: string | undefined): number {
  return decodeCursor(`queue ${offerId}`, cursor, z.tuple([z.int().min(0)]))?.[0] ?? 0
}

import { canonicalJson, type CivilDay } from '@azalea/text'
import type { QuantityUnit } from '../rule-sheet.ts'
import { integer, listOf, object, oneOf, optional, text, type Shape } from '../shape.ts'
import { checkQueue, type Claim, type Queue } from './claim.ts'
import { parseOrderRule, type OrderRule } from './order-rule.ts'
import type { PassedOn } from './pass-on.ts'
import { queueBytes } from './queue-bytes.ts'
import type { SharedOut } from './share-out.ts'

export const offerKinds = [
  'produce_sale',
  'village_job',
  'house_for_rent',
  'plot',
  'course',
  'tool',
  'trip_place',
] as const
export type OfferKind = (typeof offerKinds)[number]

/** What is counted in offers. */
export const offerUnits = [
  'piece',
  'person',
  'time',
  'hour',
  'kg',
  'jin',
] as const satisfies readonly QuantityUnit[]
export type OfferUnit = (typeof offerUnits)[number]

/** Who claims: a household once, or each grown member for themselves. */
export const offerClaimants = ['household', 'person'] as const
export type OfferClaimant = (typeof offerClaimants)[number]

/** An offer as the village publishes it; its hash stands in the log. */
export interface PublishedOffer {
  schema: 'azalea-offer/1'
  /** Its name in the log. */
  offer: string
  kind: OfferKind
  titleZh: string
  titleEn?: string
  wordsZh: string
  wordsEn?: string
  unit: OfferUnit
  /** In the small measure of the unit, as all amounts of an offer. */
  supplyQuantity: number
  /** Who claims: absent, one for a household; `person`, grown members, each for themselves. */
  claimant?: 'person'
  /** Of persons: how old in the year in which claims close, at least and at most. */
  ageFrom?: number
  ageTo?: number
  /** What one claim may come to at most. */
  mostQuantity: number
  /** SHA-256 of the rule of order, hexadecimal. */
  rule: string
  /** The first day whose honour counts; absent: all. */
  honourSince?: CivilDay
  /** Groups whose households may claim; none named: all. */
  groups: readonly number[]
  /** ISO 8601, UTC. */
  opensAt: string
  closesAt: string
  /** The civil day on which claims close: honour counts up to the day before. */
  closesOn: CivilDay
  answerWithinDays: number
  /** What the public list of the queue shows of a household beside its place. */
  publishes: 'masked_names' | 'places_only'
}

const MOST = 1_000_000_000
const dayShape = text({ atMost: 10, pattern: /^\d{4}-\d{2}-\d{2}$/ })
const instantShape = text({ atMost: 24, pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/ })
const hashShape = text({ atMost: 64, pattern: /^[0-9a-f]{64}$/ })
const nameShape = text({ atMost: 22, pattern: /^[\w-]{22}$/ })

const offerShape: Shape<PublishedOffer> = object<PublishedOffer>({
  schema: oneOf('azalea-offer/1'),
  offer: nameShape,
  kind: oneOf(...offerKinds),
  titleZh: text({ atMost: 200 }),
  titleEn: optional(text({ atMost: 200 })),
  wordsZh: text({ atMost: 2000 }),
  wordsEn: optional(text({ atMost: 2000 })),
  unit: oneOf(...offerUnits),
  supplyQuantity: integer(1, MOST),
  claimant: optional(oneOf('person')),
  ageFrom: optional(integer(18, 120)),
  ageTo: optional(integer(18, 120)),
  mostQuantity: integer(1, MOST),
  rule: hashShape,
  honourSince: optional(dayShape),
  groups: listOf(integer(1, 999), 0, 100),
  opensAt: instantShape,
  closesAt: instantShape,
  closesOn: dayShape,
  answerWithinDays: integer(1, 14),
  publishes: oneOf('masked_names', 'places_only'),
})

/** Whose honour a claimant of a queue has, under the names of the log; of persons several may share one. */
export interface QueueAccount {
  claimant: string
  household: string
}

interface QueueAccounts {
  schema: 'azalea-queue-accounts/1'
  offer: string
  accounts: readonly QueueAccount[]
}

const MOST_CLAIMS = 200_000
const claimShape: Shape<Claim> = object<Claim>({
  claimant: nameShape,
  wantedQuantity: integer(1, MOST),
  leastQuantity: integer(1, MOST),
  honourHundredths: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  receivedQuantity: integer(0, Number.MAX_SAFE_INTEGER),
  waitedOffers: integer(0, Number.MAX_SAFE_INTEGER),
})
const ruleShape: Shape<OrderRule> = {
  schema: { type: 'object' },
  read: (value, _, problems) => {
    const parsed = parseOrderRule(value)
    if (parsed.ok) return parsed.rule
    problems.push(...parsed.problems)
    return undefined
  },
}
const queueShape: Shape<Queue & { schema: 'azalea-queue/1' }> = object<
  Queue & { schema: 'azalea-queue/1' }
>({
  schema: oneOf('azalea-queue/1'),
  rule: ruleShape,
  supplyQuantity: integer(0, MOST),
  claims: listOf(claimShape, 0, MOST_CLAIMS),
})
const accountsShape: Shape<QueueAccounts> = object<QueueAccounts>({
  schema: oneOf('azalea-queue-accounts/1'),
  offer: nameShape,
  accounts: listOf(
    object<QueueAccount>({ claimant: nameShape, household: nameShape }),
    0,
    MOST_CLAIMS,
  ),
})

/** The bytes of a rule of order, as text; their SHA-256 names it. */
export function orderRuleBytes(rule: OrderRule): string {
  return canonicalJson({ ...rule, precedence: { ...rule.precedence } })
}

/** The bytes of an offer, as text. */
export function offerBytes(offer: PublishedOffer): string {
  return canonicalJson({ ...offer })
}

/** The bytes of the list that says who the claimants of a queue are, as text. */
export function accountsBytes(offer: string, accounts: readonly QueueAccount[]): string {
  return canonicalJson({
    schema: 'azalea-queue-accounts/1',
    offer,
    accounts: accounts.map(({ claimant, household }) => ({ claimant, household })),
  })
}

/** What a draw came to, as text: who stands where, and what is given. */
export function drawnBytes({ turns, leftQuantity, floorQuantity }: SharedOut): string {
  return canonicalJson({
    schema: 'azalea-queue-order/1',
    turns: turns.map(({ claimant, place, givenQuantity }) => ({ claimant, givenQuantity, place })),
    leftQuantity,
    floorQuantity,
  })
}

/** Who is called for what of the rest when a turn ends, in the order of places, as it is hashed. */
export function passedOnBytes(called: PassedOn['called']): string {
  return canonicalJson({
    schema: 'azalea-passed-on/1',
    called: called.map(({ claimant, quantity }) => ({ claimant, quantity })),
  })
}

/** An offer from its bytes; null when they are none, or not in the one spelling. */
export function readOffer(bytes: string): PublishedOffer | null {
  const offer = readExactly(bytes, offerShape)
  return offer !== null && offerBytes(offer) === bytes ? offer : null
}

/** A rule of order from its bytes; null when they are none. */
export function readOrderRule(bytes: string): OrderRule | null {
  const rule = readExactly(bytes, ruleShape)
  return rule !== null && orderRuleBytes(rule) === bytes ? rule : null
}

/** A queue from its bytes; null when they are none, or it could not be shared out. */
export function readQueue(bytes: string): Queue | null {
  const queue = readExactly(bytes, queueShape)
  if (queue === null || queueBytes(queue) !== bytes) return null
  try {
    checkQueue(queue)
    return queue
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The accounts of a queue from their bytes; null when they are none of this offer. */
export function readQueueAccounts(bytes: string, offer: string): readonly QueueAccount[] | null {
  const read = readExactly(bytes, accountsShape)
  if (read === null || accountsBytes(offer, read.accounts) !== bytes) return null
  return read.accounts
}

function readExactly<T>(bytes: string, shape: Shape<T>): T | null {
  try {
    return shape.read(JSON.parse(bytes), '', []) ?? null
  } catch {
    return null
  }
}

export { checkQueue } from './claim.ts'
export type { Claim, Queue } from './claim.ts'
export { replayOffers } from './replay-offers.ts'
export type { PastOffer } from './replay-offers.ts'
export { describeOrderRule, explainTurn } from './order-in-words.ts'
export type { ComeSoFar, SayQuantity } from './order-in-words.ts'
export { parseOrderRule } from './order-rule.ts'
export type { OrderRule, Precedence, TieBreak } from './order-rule.ts'
export { afterOffer, noHistory, passOn, sumByHousehold } from './pass-on.ts'
export type { HeldTurn, OfferHistory, PassedOn } from './pass-on.ts'
export {
  accountsBytes,
  drawnBytes,
  offerBytes,
  offerClaimants,
  offerKinds,
  offerUnits,
  orderRuleBytes,
  passedOnBytes,
  readOffer,
  readOrderRule,
  readQueue,
  readQueueAccounts,
} from './published-offer.ts'
export type {
  OfferClaimant,
  OfferKind,
  OfferUnit,
  PublishedOffer,
  QueueAccount,
} from './published-offer.ts'
export { PassingOn } from './passing-on.ts'
export { queueBytes } from './queue-bytes.ts'
export { rankClaims } from './rank-claims.ts'
export type { DecidedBy, RankedClaim, Sha256 } from './rank-claims.ts'
export { shareOut } from './share-out.ts'
export type { SharedOut, Turn, TurnOutcome } from './share-out.ts'
export { whatWouldMove } from './what-would-move.ts'
export type { Move } from './what-would-move.ts'

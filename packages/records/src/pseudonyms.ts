/** What a pseudonym stands for, and why it lasts as long as it does. */
interface Purpose {
  /** Goes into the keyed hash before the identifier: one purpose cannot be linked with another. */
  readonly label: string
  readonly standsFor: string
  readonly changes: string
  /** Why not longer, why not shorter. */
  readonly why: string
}

/**
 * Every purpose of a name in the log. A name is 132 bits of HMAC-SHA-256 under the village's secret;
 * the label must never change, or everybody would be somebody else from that day on.
 */
export const pseudonymPurposes = {
  earner: {
    label: 'pseudonym earner',
    standsFor: 'who earns',
    changes: 'never',
    why: "a person's caps and place on the board are recomputed from all their awards",
  },
  household: {
    label: 'pseudonym household',
    standsFor: 'whose points they are',
    changes: 'never',
    why: 'honour is the sum over years',
  },
  rater: {
    label: 'pseudonym rater',
    standsFor: 'who rates',
    changes: 'every calendar month',
    why: 'one rating a subject and day can be checked; a life of opinions cannot be had',
  },
  attendee: {
    label: 'pseudonym attendee',
    standsFor: 'who takes part in one activity',
    changes: 'with each activity',
    why: 'sign-up, check-in and check-out belong together; nothing else does',
  },
  keeper: {
    label: 'pseudonym keeper',
    standsFor: 'whose plot or yard it is',
    changes: 'never',
    why: "not `household`: else a plot's stars would name the account",
  },
  subject: {
    label: 'pseudonym subject',
    standsFor: 'plot, yard, post …',
    changes: 'never',
    why: "a subject's stars are recomputed from its ratings",
  },
  award: {
    label: 'pseudonym award',
    standsFor: 'an award',
    changes: 'one each',
    why: 'what makes it final or takes it back names it',
  },
  deed: {
    label: 'pseudonym deed',
    standsFor: 'what an award is for',
    changes: 'one each',
    why: 'awards for one deed compete',
  },
  objection: {
    label: 'pseudonym objection',
    standsFor: 'words against an award or a turn',
    changes: 'one each',
    why: 'its answer names it',
  },
  report: {
    label: 'pseudonym report',
    standsFor: 'a breach report',
    changes: 'one each',
    why: 'its end and its deduction name it',
  },
  opening: {
    label: 'pseudonym opening',
    standsFor: 'what an auditor may open',
    changes: 'one each',
    why: 'its end names it',
  },
  notice: {
    label: 'pseudonym notice',
    standsFor: 'a public notice',
    changes: 'one each',
    why: 'it groups the awards that stood on it',
  },
  activity: {
    label: 'pseudonym activity',
    standsFor: 'an activity',
    changes: 'one each',
    why: 'it groups its shifts',
  },
  shift: {
    label: 'pseudonym shift',
    standsFor: 'a shift',
    changes: 'one each',
    why: 'it groups those who took part',
  },
  draw: {
    label: 'spot-draw',
    standsFor: 'a draw of spot checks',
    changes: 'one each',
    why: 'announcement, draw and checks belong together',
  },
  candidate: {
    label: 'spot-candidate',
    standsFor: 'a plot or shift that may be drawn',
    changes: 'with each draw',
    why: 'a list must not tell strangers which plot is in question',
  },
  offer: {
    label: 'pseudonym offer',
    standsFor: 'a scarce thing that is offered',
    changes: 'one each',
    why: 'claims, queue and turns belong together',
  },
  claimant: {
    label: 'pseudonym claimant',
    standsFor: 'a household that claims, or a person where the offer says so',
    changes: 'with each offer',
    why: 'its lot must follow from nothing that was known before; a person cannot be followed from offer to offer; the list of the queue names the account',
  },
  budget: {
    label: 'pseudonym budget',
    standsFor: 'money that the village voted for something',
    changes: 'one each',
    why: 'its closing names it',
  },
  purchase: {
    label: 'pseudonym purchase',
    standsFor: 'goods that somebody reserved',
    changes: 'one each',
    why: 'what ends, fetches or gives them back names it',
  },
  gift: {
    label: 'pseudonym gift',
    standsFor: 'points that one household gave another',
    changes: 'one each',
    why: 'neither household is named by it',
  },
  lot: {
    label: 'pseudonym lot',
    standsFor: 'goods that came in together',
    changes: 'one each',
    why: 'what corrects its stock names it',
  },
  paymentRun: {
    label: 'pseudonym payment-run',
    standsFor: 'payments that were ordered together',
    changes: 'one each',
    why: 'what the bank or the signatures made of it names it',
  },
  yearEnd: {
    label: 'pseudonym year-end',
    standsFor: 'a pool that was shared by points',
    changes: 'one each',
    why: 'the list of its shares names it',
  },
  merchant: {
    label: 'pseudonym merchant',
    standsFor: 'a shop that takes vouchers',
    changes: 'one each',
    why: 'the end of its part names it; no voucher does, so that nobody learns who bought where',
  },
  voucherKind: {
    label: 'pseudonym voucher-kind',
    standsFor: 'vouchers of one price and value',
    changes: 'one each',
    why: 'its withdrawal names it; no voucher does, for a price would tell whose it is',
  },
  voucher: {
    label: 'pseudonym voucher',
    standsFor: 'a voucher that somebody bought',
    changes: 'one each',
    why: 'what spends or ends it names it',
  },
  voucherMonth: {
    label: 'pseudonym voucher-month',
    standsFor: 'what merchants are paid for one month',
    changes: 'one each',
    why: 'nothing else names it',
  },
  harvestLot: {
    label: 'pseudonym harvest-lot',
    standsFor: 'what was harvested and weighed together',
    changes: 'one each',
    why: 'the packing that takes of it names it, so that nothing is packed twice',
  },
  hold: {
    label: 'pseudonym hold',
    standsFor: 'a recall that stops packing and sales',
    changes: 'one each',
    why: 'what lifts it names it',
  },
  marketProduct: {
    label: 'pseudonym market-product',
    standsFor: 'packs of one crop and weight at one price',
    changes: 'one each',
    why: 'what is sold of it names it, so that its price can be checked',
  },
  marketOrder: {
    label: 'pseudonym market-order',
    standsFor: 'what a customer of the market ordered',
    changes: 'one each',
    why: 'its end names it; no customer does, so that two orders of one cannot be linked',
  },
  adoptionOffer: {
    label: 'pseudonym adoption-offer',
    standsFor: 'shares of what is adopted in a season',
    changes: 'one each',
    why: 'its shares, harvests and settlement name it',
  },
  adoption: {
    label: 'pseudonym adoption',
    standsFor: 'one share that somebody adopted',
    changes: 'one each',
    why: 'its deliveries and its end name it; no customer does, so that two shares of one cannot be linked',
  },
  growingSeason: {
    label: 'pseudonym growing-season',
    standsFor: 'the time for which plots are leased',
    changes: 'one each',
    why: 'its leases name it',
  },
  lease: {
    label: 'pseudonym lease',
    standsFor: 'one person’s growing season on one plot',
    changes: 'one each',
    why: 'its end names it, and the lease that a transfer makes of it',
  },
  crop: {
    label: 'pseudonym crop',
    standsFor: 'a crop in one variety',
    changes: 'one each',
    why: 'what is planned with it names it',
  },
  planting: {
    label: 'pseudonym planting',
    standsFor: 'what is to be grown on a plot',
    changes: 'one each',
    why: 'its tasks, and what ends it, name it',
  },
  farmTask: {
    label: 'pseudonym task',
    standsFor: 'what is to be done for a planting',
    changes: 'one each',
    why: 'it ends once',
  },
  holder: {
    label: 'pseudonym holder',
    standsFor: 'who leases plots',
    changes: 'with each growing season',
    why: 'one plot a head can be checked; which plots somebody had over the years cannot be had',
  },
  supplier: {
    label: 'pseudonym supplier',
    standsFor: 'a household that delivers to a buying round',
    changes: 'with each round',
    why: 'its statement follows from its weigh-ins; what somebody earned over the years cannot be had by it',
  },
  weighIn: {
    label: 'pseudonym weigh-in',
    standsFor: 'what was weighed of one delivery',
    changes: 'one each',
    why: 'a dispute, its end and what is weighed instead name it',
  },
  scale: {
    label: 'pseudonym scale',
    standsFor: 'a scale',
    changes: 'one each',
    why: 'its checks and what was weighed with it belong together',
  },
  roundSettlement: {
    label: 'pseudonym round-settlement',
    standsFor: 'what growers are paid for a round, or what is corrected of it',
    changes: 'one each',
    why: 'nothing else names it',
  },
} as const satisfies Record<string, Purpose>

export type PseudonymPurpose = keyof typeof pseudonymPurposes

declare const purposeOf: unique symbol

/** A name in the log: a household's is not to be had where an earner's is wanted. */
export type Pseudonym<P extends PseudonymPurpose> = string & { readonly [purposeOf]: P }

export const PSEUDONYM_CHARACTERS = 22 // 132 bits: no two alike in any village

export const shapeOfName = /^[\w-]{22}$/

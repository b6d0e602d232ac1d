import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, personName } from '../../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const fen = z.int().meta({ description: 'Fen' })
/** Ten thousand yuan. */
const someFen = z.int().min(1).max(1_000_000).meta({ description: 'Fen' })
const points = z.int().meta({ description: 'Hundredths of a point' })
const count = z.int()
const optionalName = line(80, 0)
  .nullish()
  .transform((value) => value || null)
const unspent = z
  .enum(['returned', 'lapsed'])
  .meta({ description: 'What becomes of the points of what nobody spends in time' })

export const byId = z.object({ id: uuid })
export const nothing = z.object({})
export const byMerchant = z.object({ id: uuid, merchantId: uuid })
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const fileAnswer = (type: string) => z.unknown().meta({ description: type })

// Merchants

export const enterMerchantBody = z.object({
  nameZh: line(40),
  nameEn: optionalName,
  place: line(80),
})
export const enterMerchantAnswer = z.object({ merchantId: uuid })
export const bindPersonBody = z.object({
  who: z.union([
    z.object({ personId: uuid }),
    z.object({ name: personName, phone: line(20) }).meta({ description: 'Of elsewhere' }),
  ]),
})
export const bindPersonAnswer = z.object({ personId: uuid })
export const unbindPersonBody = z.object({ personId: uuid })
export const merchantAccountBody = z.object({
  holderName: line(40),
  bankName: line(40),
  accountNumber: z.string().regex(/^\d{8,32}$/),
})
const account = z
  .object({
    holderName: z.string(),
    bankName: z.string(),
    accountEnds: z.string().meta({ description: 'The last four digits' }),
  })
  .meta({ id: 'MerchantAccount' })
export const accountChangeAnswer = z.object({ changeId: uuid })
export const accountChangeBody = z.object({
  changeId: uuid.meta({ description: 'The one that was looked at' }),
})
export const merchantsAnswer = z.object({
  items: z.array(
    z
      .object({
        merchantId: uuid,
        name: z.string(),
        place: z.string(),
        endedAt: instant.nullable(),
        account: account.nullable().meta({ description: 'Null: it is paid in cash' }),
        change: z
          .object({
            changeId: uuid,
            account,
            proposedByName: z.string().nullable(),
            canConfirm: permissionView,
          })
          .nullable()
          .meta({ description: 'The account that was proposed and waits for a second person' }),
        people: z.array(z.object({ personId: uuid, name: z.string().nullable() })),
      })
      .meta({ id: 'Merchant' }),
  ),
})

// Kinds of vouchers

export const proposeKindBody = z.object({
  nameZh: line(40),
  nameEn: optionalName,
  pointsHundredths: z.int().min(1).max(100_000_000).meta({ description: 'Hundredths of a point' }),
  valueFen: someFen,
  inParts: z.boolean(),
  validDays: z.int().min(1).max(366),
  unspent,
  budgetId: uuid,
  merchantIds: z.array(uuid).min(1).max(50),
})
export const proposeKindAnswer = z.object({ voucherKindId: uuid })
const taker = z.object({ name: z.string(), place: z.string() }).meta({ id: 'VoucherTaker' })
const terms = {
  name: z.string(),
  pointsHundredths: points,
  valueFen: fen,
  inParts: z.boolean(),
  unspent,
  merchants: z.array(taker).meta({ description: 'Who takes it' }),
}
const kind = { voucherKindId: uuid, validDays: z.int(), ...terms }
const offered = z
  .object({
    ...kind,
    isToBeHad: z.boolean().meta({ description: 'False: the money for it is used up' }),
  })
  .meta({ id: 'VoucherOffered' })
export const pricesAnswer = z.object({ villageName: z.string(), kinds: z.array(offered) })
export const kindsAnswer = z.object({
  items: z.array(
    z
      .object({
        ...kind,
        state: z.enum(['proposed', 'offered', 'withdrawn']),
        budgetName: z.string(),
        budgetLeftFen: fen,
        proposedByName: z.string().nullable(),
        proposedAt: instant,
        canConfirm: permissionView,
      })
      .meta({ id: 'VoucherKind' }),
  ),
})

// Vouchers of a household

export const issueBody = z.object({
  voucherKindId: uuid,
  onBehalf: z
    .object({ personId: uuid, channel: z.enum(['oral', 'written']) })
    .optional()
    .meta({ description: 'For whom a cadre enters it' }),
})
export const issueAnswer = z.object({ voucherId: uuid })
const voucher = z
  .object({
    voucherId: uuid,
    ...terms,
    code: z.string().nullable().meta({ description: 'Null once it has ended' }),
    leftFen: fen,
    expiresOn: day.meta({ description: 'The last day on which it is taken' }),
    state: z.enum(['issued', 'spent', 'expired']),
    issuedAt: instant,
    enteredByName: z.string().nullable().meta({ description: 'The cadre who entered it' }),
    returnedHundredths: points,
    redemptions: z.array(
      z.object({ amountFen: fen, merchantName: z.string(), redeemedAt: instant }),
    ),
  })
  .meta({ id: 'Voucher' })
export const slipAnswer = z
  .object({
    voucherId: uuid,
    name: z.string(),
    merchants: offered.shape.merchants,
    code: z.string(),
    valueFen: fen,
    inParts: z.boolean(),
    unspent: offered.shape.unspent,
    expiresOn: day,
    issuedAt: instant,
    buyerName: z.string().nullable(),
    enteredByName: z.string().nullable(),
  })
  .meta({ id: 'VoucherSlip' })
export const vouchersAnswer = z.object({
  kinds: z.array(offered),
  walletHundredths: points.meta({ description: 'Below zero: so much is owed' }),
  mostOpen: z.int(),
  vouchers: z.array(voucher),
})

// A merchant's telephone

export const byCode = z.object({ code: line(64) })
export const tillQuery = z.object({ day: day.optional() })
export const tillAnswer = z.object({
  merchant: z.object({ name: z.string(), place: z.string() }),
  day,
  takings: z.array(
    z.object({
      redemptionId: uuid,
      voucherName: z.string(),
      amountFen: fen,
      leftFen: fen.meta({ description: 'What was left of the voucher' }),
      redeemedAt: instant,
    }),
  ),
  totalFen: fen,
  months: z.array(
    z.object({
      month,
      redemptionCount: count,
      amountFen: fen,
      settlementId: uuid.nullable().meta({ description: 'Null: not settled yet' }),
    }),
  ),
})
export const voucherAtTillAnswer = z
  .object({
    name: z.string(),
    valueFen: fen,
    leftFen: fen,
    inParts: z.boolean(),
    expiresOn: day,
    canTake: permissionView,
  })
  .meta({ id: 'VoucherAtTill' })
export const redeemBody = z.object({
  code: line(200),
  amountFen: someFen,
  leftFen: someFen.meta({ description: 'What the merchant saw was left of it' }),
})
export const redeemAnswer = z.object({ redemptionId: uuid, leftFen: fen })

// Settlements

export const proposeSettlementBody = z.object({ month })
export const proposeSettlementAnswer = z.object({ settlementId: uuid })
export const confirmSettlementAnswer = z.object({ runIds: z.array(uuid) })
const settlementState = z.enum(['proposed', 'confirmed', 'dropped'])
export const settlementsAnswer = z.object({
  items: z.array(
    z
      .object({
        month,
        redemptionCount: count,
        amountFen: fen,
        isOver: z.boolean(),
        settlementId: uuid.nullable(),
        state: settlementState.nullable(),
      })
      .meta({ id: 'VoucherMonth' }),
  ),
})
export const settlementAnswer = z
  .object({
    settlementId: uuid,
    month,
    redemptionCount: count,
    totalFen: fen,
    state: settlementState,
    proposedByName: z.string().nullable(),
    proposedAt: instant,
    endedAt: instant.nullable(),
    canConfirm: permissionView,
    lines: z.array(
      z.object({
        merchantId: uuid,
        name: z.string(),
        redemptionCount: count,
        amountFen: fen,
        runId: uuid.nullable(),
        account: account.nullable(),
      }),
    ),
  })
  .meta({ id: 'VoucherSettlement' })

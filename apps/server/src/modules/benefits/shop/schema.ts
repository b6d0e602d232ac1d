import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { permissionView } from '../../../platform/http/permission.ts'
import { line } from '../../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const toldInstant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const points = z.int().meta({ description: 'Hundredths of a point' })
const fen = z.int().meta({ description: 'Fen' })
const pieces = z.int().min(0)
const code = line(200).meta({ description: 'A household’s code, as it was scanned or typed' })
const words = z.object({ zh: z.string(), en: z.string() })

export const nothing = z.object({})
export const byId = z.object({ id: uuid })
export const byCode = z.object({ code: line(64) })
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })

const onBehalf = z.object({ personId: uuid, channel: z.enum(['oral', 'written']) })
export const reserveGoodsBody = z.object({
  goodRef: z.string().regex(/^[\w.-]{1,64}$/),
  quantity: z.int().min(1).max(100),
  onBehalf: onBehalf.optional(),
})
export const reserveGoodsAnswer = z.object({
  purchaseId: uuid,
  householdCode: z.string(),
  fetchUntil: instant,
})
export const handOverBody = z.object({ code, purchaseIds: z.array(uuid).min(1).max(20) })
export const signBody = z.object({ agrees: z.boolean() })
export const returnGoodsBody = z.object({ code, quantity: z.int().min(1).max(100) })
export const returnGoodsAnswer = z.object({ pointsHundredths: points })
export const enterLotBody = z.object({
  goodRef: z.string().regex(/^[\w.-]{1,64}$/),
  quantity: z.int().min(1).max(100_000),
  unitCostFen: z.int().min(0).max(10_000_000).meta({ description: 'Fen, of one piece' }),
  expiresOn: day
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'The last day on which it is handed over; absent: it keeps' }),
})
export const enterLotAnswer = z.object({ lotId: uuid })
export const countLotBody = z.object({
  countedQuantity: z.int().min(0).max(1_000_000),
  why: z.enum(['counted', 'spoiled', 'expired']),
  words: line(200),
})
export const countLotAnswer = z.object({ moveId: uuid.nullable(), difference: z.int() })
export const openingBody = z.object({ opensAt: toldInstant, closesAt: toldInstant })
export const openingAnswer = z.object({ openingId: uuid })
export const chooseBudgetBody = z.object({ budgetId: uuid })

const opening = z
  .object({ openingId: uuid, opensAt: instant, closesAt: instant })
  .meta({ id: 'ShopOpening' })

const good = z
  .object({
    goodRef: z.string(),
    name: words,
    unit: words,
    pointsHundredths: points,
    leftQuantity: pieces.meta({ description: 'What can be reserved' }),
    closed: z
      .enum(['stock', 'budget'])
      .nullable()
      .meta({ description: 'Why it cannot be had for now' }),
    returnDays: z.int(),
  })
  .meta({ id: 'ShopGood' })

const purchaseState = z.enum(['reserved', 'handed', 'fetched', 'cancelled', 'lapsed'])
const purchase = z
  .object({
    purchaseId: uuid,
    goodRef: z.string(),
    name: words,
    unit: words,
    quantity: pieces,
    pointsHundredths: points,
    state: purchaseState,
    reservedAt: instant,
    fetchUntil: instant,
    handedAt: instant.nullable(),
    fetchedAt: instant.nullable(),
    handedByName: z.string().nullable(),
    signedByName: z.string().nullable(),
    enteredByName: z.string().nullable().meta({ description: 'The cadre who entered it' }),
    returnUntil: day.nullable().meta({ description: 'The last day on which it is taken back' }),
    returnedQuantity: pieces,
    returnedAt: instant.nullable(),
  })
  .meta({ id: 'ShopPurchase' })

export const priceListAnswer = z.object({
  villageName: z.string(),
  goods: z.array(good),
  openings: z.array(opening),
})

export const shopAnswer = z.object({
  goods: z.array(good),
  openings: z.array(opening),
  walletHundredths: points.meta({ description: 'Below zero: so much is owed' }),
  heldHundredths: points.meta({ description: 'Set aside for what is reserved' }),
  code: z.string().nullable().meta({ description: 'What my household shows at the counter' }),
  fetchWithinDays: z.int(),
  purchases: z.array(purchase),
})

const household = z.object({
  householdId: uuid,
  houseNo: z.string().nullable(),
  groupName: z.string().nullable(),
  headName: z.string().nullable(),
})
const servedPurchase = purchase.extend({
  canServe: permissionView.meta({ description: 'Hand over, or take back' }),
})
export const householdAtCounterAnswer = z.object({
  household,
  walletHundredths: points,
  purchases: z.array(servedPurchase),
})

const lot = z
  .object({
    lotId: uuid,
    goodRef: z.string(),
    enteredQuantity: pieces,
    leftQuantity: pieces,
    reservedQuantity: pieces,
    unitCostFen: fen,
    expiresOn: day.nullable(),
    isExpired: z.boolean(),
    enteredByName: z.string().nullable(),
    enteredAt: instant,
  })
  .meta({ id: 'ShopLot' })

const stockMove = z
  .object({
    moveId: uuid,
    lotId: uuid,
    goodRef: z.string().nullable(),
    difference: z.int(),
    why: z.enum(['counted', 'spoiled', 'expired']),
    words: z.string().nullable(),
    state: z.enum(['proposed', 'signed', 'refused']),
    proposedByName: z.string().nullable(),
    proposedAt: instant,
    decidedByName: z.string().nullable(),
    canSign: permissionView,
  })
  .meta({ id: 'ShopStockMove' })

const shopBudget = z
  .object({
    budgetId: uuid,
    name: words,
    mostFen: fen,
    heldFen: fen,
    spentFen: fen,
    leftFen: fen,
    isClosed: z.boolean(),
    isShops: z.boolean(),
  })
  .meta({ id: 'ShopBudget' })

export const counterAnswer = z.object({
  isOpen: z.boolean(),
  openings: z.array(opening),
  toSign: z.array(
    purchase.extend({
      household,
      canSign: permissionView,
      canTakeBack: z
        .boolean()
        .meta({ description: 'I handed it over, and may say it was a mistake' }),
    }),
  ),
  reserved: z.array(purchase.extend({ household })),
  goods: z.array(good),
  lots: z.array(lot),
  moves: z.array(stockMove),
  budgets: z.array(shopBudget),
})

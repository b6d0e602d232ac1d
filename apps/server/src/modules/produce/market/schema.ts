import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, personName } from '../../../platform/http/text.ts'
import { reaches } from '../lots/index.ts'
import { MOST_OF_A_PRODUCT } from './policy.ts'
import { channels, lookReasons, orderStates, pointKinds, refundReasons } from './tables.ts'

const uuid = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const fen = z.int().meta({ description: 'Fen' })
const grams = z.int().meta({ description: 'Grams' })

const MOST_PRICE_FEN = 1_000_000
const MOST_GRAMS = 50_000

export const villageParams = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const orderParams = villageParams.extend({ number: line(20) })
export const byId = z.object({ id: uuid })
export const nothing = z.object({})

const product = {
  productId: uuid,
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  crop: z.string(),
  netGrams: grams,
  priceFen: fen,
}

const slot = z
  .object({
    slotId: uuid,
    kind: z.enum(pointKinds),
    name: z.string(),
    place: z.string(),
    ordersUntil: instant,
    startsAt: instant,
    endsAt: instant,
    isFull: z.boolean(),
  })
  .meta({ id: 'MarketSlot' })

export const marketAnswer = z.object({
  villageName: z.string(),
  isDemonstration: z.boolean(),
  takesPayments: z.boolean(),
  products: z.array(
    z.object({
      ...product,
      left: z.int().meta({ description: 'Packs, told up to 50' }),
      bestBefore: day.nullable().meta({ description: 'Of the pack that is sold next' }),
    }),
  ),
  slots: z.array(slot),
})

export const codeBody = z.object({ phone: line(40) })
export const codeAnswer = z.object({ sent: z.literal(true), expiresInSeconds: z.int() })
export const proveBody = z.object({ phone: line(40), code: line(300) })

const items = z
  .array(z.object({ productId: uuid, count: z.int().min(1).max(MOST_OF_A_PRODUCT) }))
  .min(1)
  .max(20)

export const orderBody = z.object({
  items,
  slotId: uuid,
  name: personName,
  address: line(120).nullable(),
  totalFen: z.int().min(1),
})
export const placedAnswer = z.object({ number: z.string() })
export const payAnswer = z.object({ payUrl: z.string() })

const state = z.enum(orderStates)
const brief = { number: z.string(), state, totalFen: fen, placedAt: instant }
const lines = z.array(
  z.object({
    productId: uuid,
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    netGrams: grams,
    count: z.int(),
    priceFen: fen.meta({ description: 'Of one pack' }),
  }),
)
const channel = z.enum(channels)
const order = {
  ...brief,
  orderId: uuid,
  channel,
  address: z.string().nullable(),
  slot: slot.nullable(),
  lines,
  packs: z.array(
    z.object({
      number: z.string(),
      bestBefore: day,
      priceFen: fen,
      isMissing: z.boolean(),
      isRecalled: z.boolean(),
    }),
  ),
  refunds: z.array(
    z.object({
      amountFen: fen,
      because: z.enum(refundReasons),
      state: z.enum(['pending', 'done', 'failed']),
    }),
  ),
}

export const ownOrdersAnswer = z.object({
  customer: z
    .object({
      phone: z.string(),
      name: z.string().nullable(),
      address: z.string().nullable(),
      orders: z.array(z.object(brief)),
      looks: z
        .array(z.object({ why: z.enum(lookReasons), lookedAt: instant }))
        .meta({ description: 'When somebody of the village read the whole telephone, the latest' }),
    })
    .nullable()
    .meta({ description: 'Null while no telephone is proved in this browser' }),
})
export const ownOrderAnswer = z.object({
  ...order,
  code: z.string().nullable().meta({ description: 'With which it is fetched, once it is paid' }),
  payBy: instant.nullable(),
  canPay: z.boolean(),
  canCancel: z.boolean(),
  wasAsked: z.boolean().meta({ description: 'Whether the provider was asked for this payment' }),
})

export const deskAnswer = z.object({
  products: z.array(
    z.object({
      ...product,
      left: z.int(),
      proposedByName: z.string().nullable(),
      isOffered: z.boolean(),
      canConfirm: permissionView,
    }),
  ),
  stock: z.array(z.object({ crop: z.string(), netGrams: grams, count: z.int(), bestBefore: day })),
  points: z.array(
    z.object({ pointId: uuid, kind: z.enum(pointKinds), name: z.string(), place: z.string() }),
  ),
  slots: z.array(slot.extend({ capacity: z.int(), taken: z.int() })),
  failedRefunds: z.int().meta({ description: 'That the provider could not give back' }),
})

export const productBody = z.object({
  nameZh: line(30),
  nameEn: line(60).nullable(),
  crop: line(30),
  netGrams: z.int().min(1).max(MOST_GRAMS),
  priceFen: z.int().min(1).max(MOST_PRICE_FEN),
})
export const productAnswer = z.object({ productId: uuid })
export const pointBody = z.object({
  kind: z.enum(pointKinds),
  name: line(40),
  place: line(120),
})
export const pointAnswer = z.object({ pointId: uuid })
export const slotBody = z.object({
  pointId: uuid,
  ordersUntil: instant,
  startsAt: instant,
  endsAt: instant,
  capacity: z.int().min(1).max(2_000),
})
export const slotAnswer = z.object({ slotId: uuid })

export const findQuery = z.object({ word: line(20) })
export const foundAnswer = z.object({ ...order, customerName: z.string().nullable() })
export const latestAnswer = z.object({
  items: z.array(z.object({ ...brief, channel, customerName: z.string().nullable() })),
})
export const handOverBody = z.object({ missing: z.array(line(40)).max(500) })
export const handedOverAnswer = z.object({ orderId: uuid, refundFen: fen })

export const tillBody = z.object({ items, totalFen: z.int().min(1) })
export const tillAnswer = z.object({
  orderId: uuid,
  number: z.string(),
  packs: z.array(z.string()).meta({ description: 'Which packs to give, by their labels' }),
  totalFen: fen,
})

export const packingListAnswer = z.object({
  slot,
  totals: lines,
  orders: z.array(
    z.object({
      number: z.string(),
      state,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      lines,
      packs: z.array(z.string()),
    }),
  ),
})

export const recalledQuery = z.object({ reach: z.enum(reaches), target: line(80) })
export const recalledAnswer = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      state,
      channel,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      packs: z.array(z.string()),
    }),
  ),
})

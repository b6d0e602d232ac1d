import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const points = z.int().meta({ description: 'Hundredths of a point' })

const receiver = {
  name: line(60).meta({ description: 'Of somebody who lives there' }),
  groupNo: z.int().min(1).max(999),
}
export const receiverQuery = z.object({
  name: receiver.name,
  groupNo: z.coerce.number().int().min(1).max(999),
})
export const receiverAnswer = z.object({
  groupName: z.string(),
  houseNo: z.string().nullable(),
})

export const givePointsBody = z.object({
  to: z.object(receiver),
  pointsHundredths: z.int().min(1).max(100_000_000).meta({ description: 'Hundredths of a point' }),
})
export const givePointsAnswer = z.object({ giftId: uuid })

export const giftsAnswer = z.object({
  mostHundredthsPerMonth: points
    .nullable()
    .meta({ description: 'What a household may give in a month; null: the sheet allows no gifts' }),
  leftHundredths: points.meta({ description: 'What my household may still give this month' }),
  walletHundredths: points.meta({ description: 'Below zero: so much is owed' }),
  gifts: z.array(
    z
      .object({
        giftId: uuid,
        direction: z.enum(['given', 'received']),
        pointsHundredths: points,
        givenAt: instant,
        byName: z.string().nullable(),
        otherName: z.string().nullable().meta({ description: 'Of the other household' }),
        otherGroupName: z.string().nullable(),
      })
      .meta({ id: 'PointsGift' }),
  ),
})

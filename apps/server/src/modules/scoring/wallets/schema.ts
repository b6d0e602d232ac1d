import { z } from 'zod'
import { pageQuery } from '../../../platform/http/cursor.ts'
import { day } from '../../../platform/http/day.ts'

const points = z.int().meta({ description: 'Hundredths of a point' })

const closing = {
  closesOn: day,
  isAnnounced: z.boolean().meta({ description: 'Else it is what the rule sheet says' }),
  policy: z.enum(['keep', 'reset', 'carry_over']),
  keepPermille: z.int().nullable(),
  atMostHundredths: points.nullable(),
}
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const closingAnswer = z.object({
  closing: z.object(closing).nullable().meta({ description: 'The next one that was announced' }),
})
export const ownClosingAnswer = z.object({
  closing: z
    .object({
      ...closing,
      walletHundredths: points.meta({ description: 'What is there today to be spent' }),
      heldHundredths: points.meta({ description: 'And what is set aside in the shop' }),
      uncountedHundredths: points.meta({
        description: 'Of both, what the log does not hold yet: it belongs to the year that begins',
      }),
      countedHundredths: points.meta({ description: 'Of what the sheet keeps its part' }),
      keptHundredths: points.meta({ description: 'Of all that is there today' }),
      droppedHundredths: points.meta({ description: 'Of all that is there today' }),
    })
    .nullable()
    .meta({ description: 'When my wallet’s year ends; null: never' }),
})

const state = z
  .enum(['announced', 'closing', 'closed', 'called_off'])
  .meta({ description: 'closing: begun, wallet by wallet' })
export const closingsAnswer = z.object({
  planned: z
    .object(closing)
    .nullable()
    .meta({ description: 'The next that the sheet names and nobody has announced' }),
  items: z.array(
    z
      .object({
        ...closing,
        closingId: z.uuid(),
        dueOn: day.meta({ description: 'The day that the sheet names' }),
        state,
        announcedAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
        isTold: z.boolean().meta({ description: 'Every adult who takes part has the message' }),
        isEstimate: z.boolean().meta({ description: 'As it would be today' }),
        wallets: z.int(),
        closedWallets: z.int().meta({ description: 'So far' }),
        losingWallets: z.int().meta({ description: 'Of which something is dropped' }),
        droppedHundredths: points,
      })
      .meta({ id: 'WalletClosing' }),
  ),
})
export const byId = z.object({ id: z.uuid() })
export const closingWalletsQuery = z.object(pageQuery)
export const closingWalletsAnswer = z.object({
  lines: z.array(
    z
      .object({
        no: z.int(),
        name: z.string().nullable().meta({ description: 'Masked' }),
        groupName: z.string().nullable(),
        countedHundredths: points,
        keptHundredths: points,
        droppedHundredths: points,
      })
      .meta({ id: 'ClosingWallet' }),
  ),
  nextCursor: z.string().nullable(),
})

import { marketOrderEnded, marketOrderSold } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../../record/index.ts'

/** Puts a sale into the log: which packs, for how much. Nothing of the customer is told. */
export async function recordSold(
  tx: Tx,
  secrets: VillageSecrets,
  sold: {
    readonly orderId: string
    readonly by: string
    readonly means: 'online' | 'cash'
    readonly packs: readonly { number: string; productId: string; priceFen: number }[]
  },
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const { orderId, by } = sold
  tx.append(
    marketOrderSold({
      public: {
        order: secret.pseudonym('marketOrder', orderId),
        means: sold.means,
        packs: sold.packs.map(({ number, productId }) => ({
          pack: number,
          product: secret.pseudonym('marketProduct', productId),
        })),
        totalFen: sold.packs.reduce((sum, { priceFen }) => sum + priceFen, 0),
      },
      parts: [{ personId: by, payload: { orderId, by } }],
    }),
  )
}

/** Puts the end of a sale into the log. */
export async function recordEnded(
  tx: Tx,
  secrets: VillageSecrets,
  ended: {
    readonly orderId: string
    readonly by: string
    readonly outcome: 'handed_over' | 'refunded'
    readonly back: readonly string[]
    readonly missing: readonly string[]
    readonly refundFen: number
  },
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  const { orderId, by, outcome, back, missing, refundFen } = ended
  tx.append(
    marketOrderEnded({
      public: {
        order: secret.pseudonym('marketOrder', orderId),
        outcome,
        back: [...back],
        missing: [...missing],
        refundFen,
      },
      parts: [{ personId: by, payload: { orderId, by } }],
    }),
  )
}

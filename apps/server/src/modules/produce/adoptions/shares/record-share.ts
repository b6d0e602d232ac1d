import { adoptionBegun, adoptionEnded } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Share } from './share.store.ts'

type Begun = Pick<Share, 'adoptionId' | 'offerId' | 'shareNo' | 'customerId'>

/** Puts a share that is somebody's into the log; who they are is sealed. */
export async function recordBegun(
  tx: Tx,
  secrets: VillageSecrets,
  { adoptionId, offerId, shareNo, customerId }: Begun,
  { recordId, carriedFrom }: { readonly recordId: string; readonly carriedFrom: string | null },
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    adoptionBegun({
      recordId,
      public: {
        adoption: secret.pseudonym('adoption', adoptionId),
        adoptionOffer: secret.pseudonym('adoptionOffer', offerId),
        shareNo,
        carriedFrom: carriedFrom === null ? null : secret.pseudonym('adoption', carriedFrom),
      },
      parts: [{ personId: customerId, payload: { adoptionId, adoptedBy: customerId } }],
    }),
  )
}

export async function recordEnded(
  tx: Tx,
  secrets: VillageSecrets,
  { adoptionId, customerId }: Pick<Share, 'adoptionId' | 'customerId'>,
  ended: {
    readonly outcome: 'harvested' | 'failed' | 'carried'
    readonly refundFen: number
  },
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    adoptionEnded({
      // What follows it in the log is named after it.
      recordId: tx.newId(),
      public: { adoption: secret.pseudonym('adoption', adoptionId), ...ended },
      parts: [{ personId: customerId, payload: { adoptionId, adoptedBy: customerId } }],
    }),
  )
}

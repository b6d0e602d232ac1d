import { canonicalJson } from '@azalea/text'
import type { Queue } from './claim.ts'

/** The bytes of a queue, as text, whose SHA-256 is announced before the lot is drawn. */
export function queueBytes({ rule, supplyQuantity, claims }: Queue): string {
  return canonicalJson({
    schema: 'azalea-queue/1',
    rule: { ...rule },
    supplyQuantity,
    claims: claims.map((claim) => ({
      claimant: claim.claimant,
      honourHundredths: claim.honourHundredths,
      leastQuantity: claim.leastQuantity,
      receivedQuantity: claim.receivedQuantity,
      waitedOffers: claim.waitedOffers,
      wantedQuantity: claim.wantedQuantity,
    })),
  })
}

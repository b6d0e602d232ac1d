import type { BasePoints } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Tx } from '../../../record/index.ts'
import { scoreContributions, type Scoring } from '../../../scoring/index.ts'
import type { BuyingRound } from '../rounds/round.store.ts'
import type { WeighIn } from '../weigh-ins/weigh-in.store.ts'

interface CountedItem {
  readonly kind: 'merit' | 'deduction'
  readonly base: BasePoints
}

const BY_WEIGHT: ReadonlySet<string> = new Set(['gram', 'jin', 'kg'])

/** What a delivery is under an item: once, or its weight; null where it is nothing that the item counts. */
export function quantityOf({ kind, base }: CountedItem, netGrams: number): number | null {
  if (kind !== 'merit') return null
  if (base.kind === 'fixed' || base.unit === 'time') return 1
  return BY_WEIGHT.has(base.unit) ? netGrams : null
}

/**
 * Points for what was delivered of the first grade, by the item that the round names: one award for
 * each weigh-in, in the household of who grew it.
 */
export async function awardDeliveries(
  tx: Tx,
  scoring: Scoring,
  { itemRef, endsAt }: BuyingRound,
  weighIns: readonly WeighIn[],
  recordedBy: string,
): Promise<void> {
  if (itemRef === null) return
  const occurredOn = civilDay(endsAt)
  const sheet = await scoring.sheets.inForceOn(tx.db, tx.villageId, occurredOn)
  const item = sheet?.sheet.items.find(({ ref }) => ref === itemRef)
  if (sheet === null || item === undefined) return
  await scoreContributions(
    tx,
    scoring,
    weighIns.flatMap(({ grade, netGrams, growerId, householdId, weighInId }) => {
      const quantity = quantityOf(item, netGrams)
      if (grade !== 'first' || quantity === null) return []
      return [
        {
          personId: growerId,
          householdId,
          itemRef,
          sourceKind: 'delivery' as const,
          sourceId: weighInId,
          quantity,
          occurredOn,
          recordedBy,
          sheet,
        },
      ]
    }),
  )
}

import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readStatement } from '../../scoring/index.ts'
import type { Offer } from '../offers/offer.store.ts'

/** The honour that an offer counts, and between which statements of the log. */
export interface CountedHonour {
  /** Null: the log holds no statement from before the close, and no honour counts. */
  readonly through: string | null
  /** Null: it counts from the beginning. */
  readonly before: string | null
  readonly of: (household: string) => number
}

/**
 * Honour up to the last statement of a day before claims closed, less that of before the period's first
 * day. So
 * nobody chooses up to where it counts, and whoever reads the log comes to the same.
 */
export async function readHonour(
  db: Db,
  villageId: string,
  { closesAt, honourSince }: Pick<Offer, 'closesAt' | 'honourSince'>,
): Promise<CountedHonour> {
  const through = await readStatement(db, villageId, civilDay(closesAt))
  const before = honourSince === null ? null : await readStatement(db, villageId, honourSince)
  return {
    through: through?.day ?? null,
    before: before?.day ?? null,
    of: (household) =>
      (through?.honourHundredths.get(household) ?? 0) -
      (before?.honourHundredths.get(household) ?? 0),
  }
}

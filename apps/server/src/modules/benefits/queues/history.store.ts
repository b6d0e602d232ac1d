import { noHistory, type OfferHistory } from '@azalea/scoring/order'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { Offer } from '../offers/offer.store.ts'
import type { BenefitsTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** What households have had of the offer's kind and unit; nothing where none is told. */
export async function selectHistory(
  db: Db,
  villageId: string,
  { kind, unit }: Pick<Offer, 'kind' | 'unit'>,
): Promise<(householdId: string) => OfferHistory> {
  const rows = await tables(db)
    .selectFrom('offer_history')
    .select(['household_id', 'received_quantity', 'waited_offers'])
    .where('village_id', '=', villageId)
    .where('kind', '=', kind)
    .where('unit', '=', unit)
    .execute()
  const known = new Map(
    rows.map((row) => [
      row.household_id,
      { receivedQuantity: row.received_quantity, waitedOffers: row.waited_offers },
    ]),
  )
  return (householdId) => known.get(householdId) ?? noHistory
}

export async function saveHistory(
  db: Db,
  villageId: string,
  { kind, unit }: Pick<Offer, 'kind' | 'unit'>,
  histories: ReadonlyMap<string, OfferHistory>,
): Promise<void> {
  const rows = [...histories].map(([householdId, { receivedQuantity, waitedOffers }]) => ({
    village_id: villageId,
    kind,
    unit,
    household_id: householdId,
    received_quantity: receivedQuantity,
    waited_offers: waitedOffers,
  }))
  await sql`
    INSERT INTO offer_history
    SELECT * FROM jsonb_populate_recordset(null::offer_history, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (village_id, kind, unit, household_id) DO UPDATE
      SET received_quantity = excluded.received_quantity, waited_offers = excluded.waited_offers
  `.execute(db)
}

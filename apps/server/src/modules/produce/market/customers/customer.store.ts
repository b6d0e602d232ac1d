import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { MarketTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Customer {
  readonly customerId: string
  /** Null once they are forgotten. */
  readonly phone: string | null
  readonly name: string | null
  readonly address: string | null
}

const customersOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('market_customer').selectAll().where('village_id', '=', villageId)

/** The customer of a telephone, made if there is none yet. */
export async function keepCustomer(
  db: Db,
  villageId: string,
  seen: { customerId: string; phoneHash: string; phone: string; at: Date },
): Promise<string> {
  const row = await tables(db)
    .insertInto('market_customer')
    .values({
      village_id: villageId,
      customer_id: seen.customerId,
      phone_hash: seen.phoneHash,
      phone: seen.phone,
      name: null,
      address: null,
      first_at: seen.at,
      last_at: seen.at,
      forgotten_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'phone_hash']).doUpdateSet({ last_at: seen.at }),
    )
    .returning('customer_id')
    .executeTakeFirstOrThrow()
  return row.customer_id
}

export async function selectCustomers(
  db: Db,
  villageId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Customer>> {
  if (customerIds.length === 0) return new Map()
  const rows = await customersOf(db, villageId)
    .where('customer_id', 'in', [...new Set(customerIds)])
    .execute()
  return new Map(rows.map((row) => [row.customer_id, presented(row)]))
}

/** Locked until the commit; null when there is none. */
export async function lockCustomer(
  db: Db,
  villageId: string,
  customerId: string,
): Promise<Customer | null> {
  const row = await customersOf(db, villageId)
    .where('customer_id', '=', customerId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** What a customer said of themselves with the last order. */
export async function keepSaid(
  db: Db,
  villageId: string,
  customerId: string,
  said: { readonly name: string; readonly address: string | null; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('market_customer')
    .set({
      name: said.name,
      last_at: said.at,
      ...(said.address === null ? {} : { address: said.address }),
    })
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .execute()
}

export async function insertSession(
  db: Db,
  villageId: string,
  session: { sessionHash: string; customerId: string; expiresAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('market_session')
    .values({
      village_id: villageId,
      session_hash: session.sessionHash,
      customer_id: session.customerId,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function selectSession(
  db: Db,
  villageId: string,
  sessionHash: string,
  now: Date,
): Promise<Customer | null> {
  const row = await tables(db)
    .selectFrom('market_session')
    .innerJoin('market_customer', (join) =>
      join
        .onRef('market_customer.village_id', '=', 'market_session.village_id')
        .onRef('market_customer.customer_id', '=', 'market_session.customer_id'),
    )
    .selectAll('market_customer')
    .where('market_session.village_id', '=', villageId)
    .where('market_session.session_hash', '=', sessionHash)
    .where('market_session.expires_at', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function deleteSession(db: Db, villageId: string, sessionHash: string): Promise<void> {
  await tables(db)
    .deleteFrom('market_session')
    .where('village_id', '=', villageId)
    .where('session_hash', '=', sessionHash)
    .execute()
}

/** How many codes were asked for from an address since an instant. */
export async function countCodes(
  db: Db,
  villageId: string,
  addressHash: string,
  since: Date,
): Promise<number> {
  const row = await tables(db)
    .selectFrom('market_code_request')
    .select(sql<string>`count(*)`.as('count'))
    .where('village_id', '=', villageId)
    .where('address_hash', '=', addressHash)
    .where('requested_at', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export async function insertCodeRequest(
  db: Db,
  villageId: string,
  request: { addressHash: string; requestId: string; at: Date },
): Promise<void> {
  await tables(db)
    .insertInto('market_code_request')
    .values({
      village_id: villageId,
      address_hash: request.addressHash,
      requested_at: request.at,
      request_id: request.requestId,
    })
    .execute()
}

/** Who ordered nothing since an instant, and has no order that goes on. */
export async function selectToForget(
  db: Db,
  villageId: string,
  before: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from market_customer customer
    where village_id = ${villageId} and forgotten_at is null and last_at < ${before}
      and not exists (select from market_order placed
        where placed.village_id = customer.village_id and placed.customer_id = customer.customer_id
          and (placed.state in ('reserved', 'paid') or placed.placed_at >= ${before}))
    order by customer_id limit 500`.execute(db)
  return rows.map(({ customer_id }) => customer_id)
}

/** Takes out everything that tells who a customer was; their orders remain, of nobody. */
export async function forgetCustomer(
  db: Db,
  villageId: string,
  customerId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom('market_session')
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .execute()
  await tables(db)
    .deleteFrom('market_look')
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .execute()
  await tables(db)
    .updateTable('market_order')
    .set({ name: null, address: null, address_hash: null })
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .execute()
  await tables(db)
    .updateTable('market_customer')
    .set({ phone: null, phone_hash: null, name: null, address: null, forgotten_at: at })
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .execute()
}

/** Sessions that ended, and requests that no limit counts any more. */
export async function deleteEnded(
  db: Db,
  villageId: string,
  { now, requestedBefore }: { readonly now: Date; readonly requestedBefore: Date },
): Promise<void> {
  await tables(db)
    .deleteFrom('market_session')
    .where('village_id', '=', villageId)
    .where('expires_at', '<', now)
    .execute()
  await tables(db)
    .deleteFrom('market_code_request')
    .where('village_id', '=', villageId)
    .where('requested_at', '<', requestedBefore)
    .execute()
}

function presented(row: MarketTables['market_customer']): Customer {
  return {
    customerId: row.customer_id,
    phone: row.phone,
    name: row.name,
    address: row.address,
  }
}

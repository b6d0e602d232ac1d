import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'
import { deleteBindingsApartFrom } from '../wechat/binding.store.ts'
import type { Asker } from './asker.routes.ts'

/** The longest time over which requests are limited. */
const DAY_MILLISECONDS = 86_400_000
/** As long as the browser keeps its cookie. */
const DEVICE_MILLISECONDS = 365 * DAY_MILLISECONDS

const tables = (db: Db) => db.withTables<CommunityTables>()

/** Makes everyone who asks for this telephone's code wait for each other, until the commit. */
export async function lockPhone(db: Db, phoneHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${phoneHash}`}, 0))`.execute(
    db,
  )
}

export interface CodeRequest {
  readonly requestedAt: Date
  readonly askerHash: string
}

/**
 * When codes were asked for this telephone, latest first, by browsers that it knows or by others;
 * not what a clock that ran ahead has dated.
 */
export async function selectRequests(
  db: Db,
  phoneHash: string,
  isKnownDevice: boolean,
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<CodeRequest[]> {
  const rows = await tables(db)
    .selectFrom('sign_in_request')
    .select(['requested_at', 'asker_hash'])
    .where('phone_hash', '=', phoneHash)
    .where('is_known_device', '=', isKnownDevice)
    .where('requested_at', '>', after)
    .where('requested_at', '<=', until)
    .orderBy('requested_at', 'desc')
    .execute()
  return rows.map((row) => ({ requestedAt: row.requested_at, askerHash: row.asker_hash }))
}

export async function insertRequest(
  db: Db,
  row: CodeRequest & {
    readonly phoneHash: string
    readonly requestId: string
    readonly isKnownDevice: boolean
  },
): Promise<void> {
  await tables(db)
    .insertInto('sign_in_request')
    .values({
      phone_hash: row.phoneHash,
      requested_at: row.requestedAt,
      request_id: row.requestId,
      asker_hash: row.askerHash,
      is_known_device: row.isKnownDevice,
    })
    .execute()
}

/** Opens a code for a telephone and whoever asks; their earlier one ends. */
export async function upsertCode(
  db: Db,
  row: {
    readonly phoneHash: string
    readonly asker: Asker
    readonly codeHash: string
    readonly expiresAt: Date
  },
): Promise<void> {
  const code = {
    address_hash: row.asker.addressHash,
    code_hash: row.codeHash,
    expires_at: row.expiresAt,
    attempts: 0,
    attempts_without_device: 0,
  }
  await tables(db)
    .insertInto('sign_in_code')
    .values({ phone_hash: row.phoneHash, device_hash: row.asker.deviceHash, ...code })
    .onConflict((conflict) => conflict.columns(['phone_hash', 'device_hash']).doUpdateSet(code))
    .execute()
}

/**
 * Counts one attempt at the asker's open code and tells the code's hash; null when none is open (any
 * more). Whoever brings no cookie means the last code asked for from their address, and has attempts
 * apart from those of the browser that asked.
 */
export async function takeAttempt(
  db: Db,
  phoneHash: string,
  asker: Asker,
  limits: { readonly now: Date; readonly latestEnd: Date; readonly maxAttempts: number },
): Promise<string | null> {
  const counter = asker.hasDevice ? 'attempts' : 'attempts_without_device'
  const { rows } = await sql<{ code_hash: string }>`
    UPDATE sign_in_code SET ${sql.ref(counter)} = ${sql.ref(counter)} + 1
    WHERE phone_hash = ${phoneHash} AND device_hash = (
      SELECT device_hash FROM sign_in_code
      WHERE phone_hash = ${phoneHash} AND ${
        asker.hasDevice
          ? sql<boolean>`device_hash = ${asker.deviceHash}`
          : sql<boolean>`address_hash = ${asker.addressHash}`
      }
        AND expires_at > ${limits.now} AND expires_at <= ${limits.latestEnd}
      ORDER BY expires_at DESC LIMIT 1
    ) AND ${sql.ref(counter)} < ${limits.maxAttempts}
    RETURNING code_hash
  `.execute(db)
  return rows[0]?.code_hash ?? null
}

/** Whether this telephone was signed in in this browser before. */
export async function isKnownDevice(
  db: Db,
  phoneHash: string,
  { deviceHash, hasDevice }: Asker,
): Promise<boolean> {
  if (!hasDevice) return false
  const row = await tables(db)
    .selectFrom('sign_in_device')
    .select('last_at')
    .where('phone_hash', '=', phoneHash)
    .where('device_hash', '=', deviceHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepDevice(
  db: Db,
  phoneHash: string,
  { deviceHash, hasDevice }: Asker,
  at: Date,
): Promise<void> {
  if (!hasDevice) return
  await tables(db)
    .insertInto('sign_in_device')
    .values({ phone_hash: phoneHash, device_hash: deviceHash, last_at: at })
    .onConflict((conflict) =>
      conflict.columns(['phone_hash', 'device_hash']).doUpdateSet({ last_at: at }),
    )
    .execute()
}

/** Ends all codes of a telephone, whoever asked for them. */
export async function deleteCode(db: Db, phoneHash: string): Promise<void> {
  await tables(db).deleteFrom('sign_in_code').where('phone_hash', '=', phoneHash).execute()
}

/** Forgets the browsers of a telephone: it has another holder now. */
export async function deleteDevices(db: Db, phoneHash: string): Promise<void> {
  await tables(db).deleteFrom('sign_in_device').where('phone_hash', '=', phoneHash).execute()
}

export interface IdentityRow {
  readonly villageId: string
  readonly villageName: string
  readonly personId: string
}

/** The telephones that a person signs in with in one village. */
export async function selectPhoneHashesOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('sign_in_identity')
    .select('phone_hash')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .orderBy('phone_hash')
    .execute()
  return rows.map(({ phone_hash }) => phone_hash)
}

/** Who a telephone is, in each village that knows it. */
export async function selectIdentities(db: Db, phoneHash: string): Promise<IdentityRow[]> {
  const rows = await tables(db)
    .selectFrom('sign_in_identity')
    .innerJoin('village', 'village.village_id', 'sign_in_identity.village_id')
    .select(['village.village_id', 'village.name', 'sign_in_identity.person_id'])
    .where('sign_in_identity.phone_hash', '=', phoneHash)
    .orderBy('village.village_id')
    .execute()
  return rows.map((row) => ({
    villageId: row.village_id,
    villageName: row.name,
    personId: row.person_id,
  }))
}

/** Whether the telephone was this person's already when a code was entered for it. */
export async function wasHolderAt(
  db: Db,
  phoneHash: string,
  { villageId, personId }: Pick<IdentityRow, 'villageId' | 'personId'>,
  provedAt: Date,
): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('sign_in_identity')
    .select('person_id')
    .where('phone_hash', '=', phoneHash)
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('since', '<', provedAt)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Sets the telephones by which these persons of one village sign in; earlier ones of theirs end, and
 * with a telephone the WeChat account that it proved.
 */
export async function replaceIdentities(
  db: Db,
  villageId: string,
  people: readonly { readonly personId: string; readonly phoneHash: string | null }[],
  since: Date,
): Promise<void> {
  if (people.length === 0) return
  await deleteBindingsApartFrom(db, villageId, people)
  await tables(db)
    .deleteFrom('sign_in_identity')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${people.map(({ personId }) => personId)}::uuid[])`)
    .execute()
  const rows = people.flatMap(({ personId, phoneHash }) =>
    phoneHash === null
      ? []
      : [{ village_id: villageId, person_id: personId, phone_hash: phoneHash, since }],
  )
  if (rows.length === 0) return
  await tables(db)
    .insertInto('sign_in_identity')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['phone_hash', 'village_id']).doUpdateSet((row) => ({
        person_id: row.ref('excluded.person_id'),
        since: row.ref('excluded.since'),
      })),
    )
    .execute()
}

/** Forgets codes and sessions that ended before an instant, and requests that no limit counts any more. */
export async function deleteEndedSignIns(db: Db, before: Date): Promise<void> {
  const deviceEnd = new Date(before.getTime() - DEVICE_MILLISECONDS)
  await tables(db).deleteFrom('sign_in_device').where('last_at', '<', deviceEnd).execute()
  await tables(db).deleteFrom('sign_in_code').where('expires_at', '<', before).execute()
  const countedSince = new Date(before.getTime() - DAY_MILLISECONDS)
  await tables(db).deleteFrom('sign_in_request').where('requested_at', '<', countedSince).execute()
  await tables(db).deleteFrom('session').where('expires_at', '<', before).execute()
}

import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'
import { selectBindingOf } from '../wechat/binding.store.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()
const EVERY = 10_000

/** All that this module holds about one person: for their data bank. Null when there is no such person. */
export async function readPersonalData(db: Db, villageId: string, personId: string) {
  const person = await tables(db)
    .selectFrom('person')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) return null
  const household = await tables(db)
    .selectFrom('household')
    .select(['house_no', 'group_no', 'joined_at'])
    .where('village_id', '=', villageId)
    .where('household_id', '=', person.household_id)
    .executeTakeFirstOrThrow()
  const binding = await selectBindingOf(db, villageId, personId)
  return {
    person: {
      personId,
      name: person.name,
      phone: person.phone,
      identityNumberLastFour: person.id_last4,
      birthYear: person.birth_year,
      publishesName: person.publishes_name,
      addedAt: person.added_at.toISOString(),
      wechatBoundAt: binding?.boundAt.toISOString() ?? null,
    },
    household: {
      householdId: person.household_id,
      houseNo: household.house_no,
      groupNo: household.group_no,
      joinedAt: household.joined_at?.toISOString() ?? null,
    },
    roles: await readRoles(db, villageId, personId),
    consents: await readConsents(db, villageId, person.household_id),
    messages: await readMessages(db, villageId, personId),
    photos: await readPhotos(db, villageId, personId),
  }
}

async function readRoles(db: Db, villageId: string, personId: string) {
  const rows = await tables(db)
    .selectFrom('role_grant')
    .select(['role', 'group_no', 'granted_at'])
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .orderBy('role')
    .execute()
  return rows.map((row) => ({
    role: row.role,
    groupNo: row.group_no,
    grantedAt: row.granted_at.toISOString(),
  }))
}

async function readConsents(db: Db, villageId: string, householdId: string) {
  const rows = await tables(db)
    .selectFrom('consent')
    .select(['decision', 'opt_in_version', 'decided_at'])
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .orderBy('decided_at', 'desc')
    .limit(EVERY)
    .execute()
  return rows.map((row) => ({
    decision: row.decision,
    optInVersion: row.opt_in_version,
    decidedAt: row.decided_at.toISOString(),
  }))
}

async function readMessages(db: Db, villageId: string, personId: string) {
  const rows = await tables(db)
    .selectFrom('message')
    .select(['kind', 'params', 'sent_at', 'read_at'])
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .orderBy('sent_at', 'desc')
    .limit(EVERY)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    params: row.params,
    sentAt: row.sent_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }))
}

async function readPhotos(db: Db, villageId: string, personId: string) {
  const rows = await tables(db)
    .selectFrom('file')
    .select(['file_id', 'media_type', 'uploaded_at'])
    .where('village_id', '=', villageId)
    .where('owner_id', '=', personId)
    .orderBy('uploaded_at', 'desc')
    .limit(EVERY)
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    mediaType: row.media_type,
    uploadedAt: row.uploaded_at.toISOString(),
  }))
}

/** How many messages a person has not read. */
export async function countUnreadMessages(
  db: Db,
  villageId: string,
  personId: string,
): Promise<number> {
  const row = await tables(db)
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

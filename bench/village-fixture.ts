import { parseRuleSheet, ruleSheetBytes } from '@azalea/scoring'
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { VillageSecrets } from '../apps/server/src/modules/record/index.ts'
import { systemRandomness } from '../apps/server/src/platform/identity.ts'
import { Keyring } from '../apps/server/src/platform/keyring.ts'
import { masterKey, type BenchServer } from './bench-server.ts'

export const VILLAGE = '330282121235'

export interface BenchPerson {
  readonly personId: string
  readonly householdId: string
  /** The Cookie header of a signed-in session; only for those that were signed in. */
  readonly cookie: string
}

/** Founds a village with this many joined households of one person each, in twenty groups. */
export async function foundBenchVillage(server: BenchServer, households: number): Promise<void> {
  const { owner, database } = server
  const now = new Date()
  await owner.query(
    `INSERT INTO village (village_id, name, town_name, opt_in_text, created_at) VALUES ($1, '天元村', '周巷镇', '自愿加入', $2)`,
    [VILLAGE, now],
  )
  await owner.query(
    `INSERT INTO village_group SELECT $1, group_no, '第' || group_no || '组' FROM generate_series(1, 20) AS group_no`,
    [VILLAGE],
  )
  const secrets = new VillageSecrets(new Keyring(masterKey, systemRandomness))
  await database.inVillage(VILLAGE, (db) => secrets.found(db, VILLAGE))
  await owner.query(
    `CREATE TEMP TABLE roster AS SELECT no, gen_random_uuid() AS household_id, gen_random_uuid() AS person_id
     FROM generate_series(1, $1::int) AS no`,
    [households],
  )
  await owner.query(
    `INSERT INTO household (village_id, household_id, group_no, house_no, head_person_id, joined_at)
     SELECT $1, household_id, 1 + no % 20, no || '号', person_id, $2 FROM roster`,
    [VILLAGE, now],
  )
  await owner.query(
    `INSERT INTO person (village_id, person_id, household_id, name, phone, added_at)
     SELECT $1, person_id, household_id, '陈' || chr(19968 + no % 5000) || '芳', (13000000000 + no)::text, $2 FROM roster`,
    [VILLAGE, now],
  )
  await owner.query('DROP TABLE roster')
}

/** Signs in some people of the village, chosen at random. */
export async function signInPeople(owner: pg.Client, count: number): Promise<BenchPerson[]> {
  const { rows } = await owner.query<{ person_id: string; household_id: string }>(
    'SELECT person_id, household_id FROM person WHERE village_id = $1 ORDER BY random() LIMIT $2',
    [VILLAGE, count],
  )
  return signIn(
    owner,
    rows.map((row) => ({ personId: row.person_id, householdId: row.household_id })),
  )
}

/** Signs in one person of the village. */
export async function signInPerson(
  owner: pg.Client,
  { personId, householdId }: { readonly personId: string; readonly householdId: string | null },
): Promise<BenchPerson> {
  const [signedIn] = await signIn(owner, [{ personId, householdId: householdId ?? '' }])
  if (signedIn === undefined) throw new Error('nobody was signed in')
  return signedIn
}

async function signIn(
  owner: pg.Client,
  residents: readonly Omit<BenchPerson, 'cookie'>[],
): Promise<BenchPerson[]> {
  const people = residents.map((resident) => ({
    ...resident,
    cookie: `azalea_session=bench-${resident.personId}`,
  }))
  const hashes = people.map(({ personId }) =>
    createHash('sha256').update(`bench-${personId}`).digest('base64url'),
  )
  await owner.query(
    `INSERT INTO session (session_hash, phone_hash, village_id, person_id, created_at, expires_at)
     SELECT hash, hash, $1, person_id, $4::timestamptz, $4::timestamptz + interval '30 days' FROM unnest($2::text[], $3::uuid[]) AS s (hash, person_id)`,
    [VILLAGE, hashes, people.map(({ personId }) => personId), new Date()],
  )
  return people
}

/** Puts the garden sheet in force. */
export async function adoptSheet(owner: pg.Client): Promise<void> {
  const path = '../packages/scoring/fixtures/rule-sheets/dashigai-garden.json'
  const text = await readFile(join(import.meta.dirname, path), 'utf8')
  const parsed = parseRuleSheet({ ...JSON.parse(text), villageId: VILLAGE })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const hash = createHash('sha256').update(ruleSheetBytes(parsed.sheet)).digest()
  await owner.query(
    `INSERT INTO rule_sheet (village_id, rule_sheet_id, version, body, body_hash, state, effective_from,
       drafted_by, drafted_at, adopted_by, adopted_at, resolution)
     VALUES ($1, $2, 1, $3, $4, 'adopted', '2026-01-01', $2, $5, $2, $5, $6)`,
    [
      VILLAGE,
      randomUUID(),
      JSON.stringify(parsed.sheet),
      hash,
      new Date('2025-12-20T00:00:00Z'),
      JSON.stringify({ date: '2025-12-20', eligible: 90, present: 60, for: 55, against: 5 }),
    ],
  )
}

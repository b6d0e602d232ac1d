import { roles, type Role } from '../src/platform/actor.ts'
import { openTestLog } from './log-village.ts'
import { sequenceAll } from './audited-log.ts'
import { addSides, createBreachVillage, report } from './breach-village.ts'
import { onNotice, raise } from './objection-village.ts'
import { addSubject, approvedActivity, done } from './participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

export interface Sender {
  readonly name: string
  readonly roles: readonly Role[]
  /** Null: somebody who is not signed in. */
  readonly cookie: string | null
}

export interface FuzzVillage {
  readonly test: TestServer
  /** Who sends requests: those who have things of their own, and newcomers of every office. */
  cast(): Promise<readonly Sender[]>
}

/** A village with something of everything, and people of every role. */
export async function createFuzzVillage(): Promise<FuzzVillage> {
  const { test, village, supervisor } = await createBreachVillage()
  const { reporter, reported } = await addSides(test)
  const { committee, secondMember } = village
  const foreign = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
  const plot = await addSubject(test, { keeper: reported })
  await addSubject(test, { kind: 'post', label: '村口岗' })
  const ratings = { plateCode: plot.code, stars: 4, words: '整齐' }
  await done(call(test, reporter, 'POST', '/api/ratings', ratings))
  const { shiftIds } = await approvedActivity(test, reported, committee)
  for (const person of [reporter, reported])
    await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
  const award = await onNotice(test, reporter)
  await raise(test, reporter, { awardId: award.awardId })
  await report(test, reporter, reported)
  await report(test, reporter, { code: plot.code })
  await openTestLog(test.database, VILLAGE)
  await sequenceAll(test.database, VILLAGE, test.clock.now())
  const as = ({ name, cookie }: TestPerson, ...held: Role[]): Sender => ({
    name,
    roles: ['villager', ...held],
    cookie,
  })
  const known = [
    { name: 'nobody', roles: [], cookie: null },
    as(reporter),
    as(reported),
    as(committee, 'committee'),
    as(secondMember, 'committee'),
    as(supervisor, 'supervisor'),
    as(foreign, 'committee'),
  ]
  // Each time others: some of those before were erased, or lost their role or their session.
  const cast = async () => {
    const newcomers: Sender[] = []
    for (const role of roles) newcomers.push(as(await addPerson(test, { roles: [role] }), role))
    return [...known, ...newcomers]
  }
  return { test, cast }
}

/** What requests can name: everything that there is, by where it is kept. */
export interface Pools {
  readonly idsOf: ReadonlyMap<string, readonly string[]>
  readonly all: readonly string[]
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly refs: readonly string[]
}

export async function readPools({ owner }: TestServer): Promise<Pools> {
  const { rows: columns } = await owner.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name LIKE '%\\_id'
     ORDER BY table_name, column_name`,
  )
  const idsOf = new Map<string, string[]>()
  for (const { table, column } of columns) {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT DISTINCT "${column}"::text AS id FROM "${table}" WHERE "${column}" IS NOT NULL ORDER BY 1 DESC LIMIT 20`,
    )
    const known = idsOf.get(column) ?? []
    idsOf.set(column, [...new Set([...known, ...rows.map(({ id }) => id)])])
  }
  const list = async (sql: string) =>
    (await owner.query<{ value: string }>(sql)).rows.map(({ value }) => value)
  return {
    idsOf,
    all: [...new Set([...idsOf.values()].flat())],
    codes: await list('SELECT code AS value FROM plate ORDER BY 1 LIMIT 20'),
    names: await list(
      'SELECT name AS value FROM person WHERE name IS NOT NULL ORDER BY 1 LIMIT 20',
    ),
    phones: await list(
      'SELECT phone AS value FROM person WHERE phone IS NOT NULL ORDER BY 1 LIMIT 9',
    ),
    refs: await list(
      `SELECT DISTINCT item ->> 'ref' AS value
       FROM rule_sheet, jsonb_array_elements(body -> 'items') AS item ORDER BY 1`,
    ),
  }
}

/** Written beside a request, whatever its answer: attempts are counted, boards are folded. */
const writtenAside = /^(session|sign_in_.*|standing_.*|schema_migration)$/

/**
 * What the database holds, as one text: any committed insert, update or delete changes it, what was
 * rolled back does not.
 */
export async function createFingerprint({ owner }: TestServer): Promise<() => Promise<string>> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const sql = rows
    .filter(({ name }) => !writtenAside.test(name))
    .map(
      ({ name }) =>
        `SELECT '${name} ' || count(*) || ' ' || coalesce(sum(hashtext(ctid::text || xmin::text)), 0) AS held FROM "${name}"`,
    )
    .join(' UNION ALL ')
  let seen = { from: '', held: '' }
  return async () => {
    const { rows: latest } = await owner.query<{ from: string; committed: boolean }>({
      name: 'committed-since',
      text: COMMITTED_SINCE,
      values: [seen.from === '' ? null : seen.from],
    })
    const [{ from, committed } = { from: '', committed: true }] = latest
    if (!committed) return seen.held
    // Planned once; tables counted side by side answer in any order.
    const counted = await owner.query<{ held: string }>({ name: 'fingerprint', text: sql })
    seen = {
      from,
      held: counted.rows
        .map(({ held }) => held)
        .toSorted()
        .join('\n'),
    }
    return seen.held
  }
}

/**
 * Whether a transaction that wrote has ended otherwise than by rolling back, or not ended, since the
 * oldest that was open when it was asked before: else nothing can have changed, as after most
 * refusals.
 */
const COMMITTED_SINCE = `
  SELECT pg_snapshot_xmin(snapshot)::text AS from,
    $1::text IS NULL OR EXISTS (
      SELECT FROM generate_series($1::bigint, pg_snapshot_xmax(snapshot)::text::bigint - 1) AS id
      WHERE pg_xact_status(id::text::xid8) <> 'aborted'
    ) AS committed
  FROM pg_current_snapshot() AS snapshot`

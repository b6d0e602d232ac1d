import { canonicalJson, addCivilDays, civilDay } from '@azalea/text'
import { dayClosed, type LeafOfKind } from '@azalea/records'
import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { compose, type Server } from '../apps/server/src/compose.ts'
import { publishDocument } from '../apps/server/src/modules/record/index.ts'
import { systemActor, type Actor } from '../apps/server/src/platform/actor.ts'
import { ManualClock } from '../apps/server/src/platform/clock.ts'
import { insertClosedDay } from '../apps/server/src/modules/scoring/statement/statement.store.ts'
import { benchSettings, type BenchServer } from './bench-server.ts'
import { foundBenchVillage, VILLAGE } from './village-fixture.ts'

/** The village’s own actions, in this process, on a clock that can be moved. */
export interface BenefitsVillage {
  readonly server: BenchServer
  readonly doors: Server
  readonly clock: ManualClock
  /** Two of the committee, of households of their own. */
  readonly committee: readonly [Actor, Actor]
  readonly householdIds: readonly string[]
}

/** A vote that carries. */
export const carried = {
  date: civilDay(new Date()),
  eligible: 100,
  present: 60,
  for: 55,
  against: 5,
} as const

export const resolution = { number: '2026-1', what: '按积分', ...carried } as const

/** A village of so many joined households with honour in a statement of today. */
export async function openBenefitsVillage(
  server: BenchServer,
  households: number,
): Promise<BenefitsVillage> {
  await foundBenchVillage(server, households)
  const clock = new ManualClock(new Date())
  const doors = await compose({
    database: server.database,
    clock,
    ...benchSettings,
  })
  const { rows } = await server.owner.query<{ person_id: string; household_id: string }>(
    'SELECT person_id, household_id FROM person WHERE village_id = $1 ORDER BY household_id',
    [VILLAGE],
  )
  const [first, second] = rows.slice(0, 2).map(({ person_id, household_id }): Actor => ({
    villageId: VILLAGE,
    personId: person_id,
    householdId: household_id,
    roles: new Set(['villager', 'committee']),
    leadsGroupNo: null,
  }))
  if (first === undefined || second === undefined) throw new Error('nobody lives there')
  await appoint(server.owner, [first, second])
  const householdIds = rows.map(({ household_id }) => household_id)
  const village = { server, doors, clock, committee: [first, second], householdIds } as const
  await stateHonour(village)
  await server.owner.query('VACUUM ANALYZE')
  return village
}

async function appoint(owner: pg.Client, people: readonly Actor[]): Promise<void> {
  for (const { personId } of people)
    await owner.query(
      `INSERT INTO role_grant (village_id, person_id, role, granted_at) VALUES ($1, $2, 'committee', now())`,
      [VILLAGE, personId],
    )
}

/** Publishes the statement of today, in which every household has honour: few much, many little. */
async function stateHonour({ doors, clock, householdIds }: BenefitsVillage): Promise<void> {
  const actor = systemActor(VILLAGE)
  const day = civilDay(clock.now())
  await doors.act({ name: 'bench', actor, key: randomUUID(), input: null }, async (tx) => {
    const secret = await doors.secrets.of(tx.db, VILLAGE)
    const households = householdIds
      .map((householdId, at) => ({
        household: secret.pseudonym('household', householdId),
        group: 1,
        joined: true,
        honourHundredths: Math.floor(((at * 7919) % 100_000) ** 2 / 50_000),
        walletHundredths: 0,
      }))
      .toSorted((a, b) => (a.household < b.household ? -1 : 1))
    const details = { v: 1, village: VILLAGE, day, households }
    const recordId = tx.newId()
    await insertClosedDay(tx.db, VILLAGE, { day, recordId, closedAt: tx.now })
    const told: LeafOfKind<'day.closed'>['public'] = {
      day,
      records: 1,
      recordsOfDay: 1,
      awardedHundredths: 0,
      reversedHundredths: 0,
      uncountedHundredths: 0,
      spentHundredths: 0,
      sheet: null,
      households: await publishDocument(tx, Buffer.from(canonicalJson(details))),
      boards: noBoards,
    }
    tx.append(dayClosed({ recordId, public: told, parts: [] }))
  })
}

const noHash = createHash('sha256').digest('base64url')
const noBoards = Object.fromEntries(
  ['all', 'year', 'month', 'month-before'].flatMap((period) =>
    ['household', 'person', 'group'].map((board) => [`${period}/${board}`, noHash]),
  ),
) as LeafOfKind<'day.closed'>['public']['boards']

/** Tomorrow at an hour of China. */
export function tomorrowAt({ clock }: Pick<BenefitsVillage, 'clock'>, hours: number): Date {
  const start = new Date(`${addCivilDays(civilDay(clock.now()), 1)}T00:00:00+08:00`)
  return new Date(start.getTime() + hours * 3_600_000)
}

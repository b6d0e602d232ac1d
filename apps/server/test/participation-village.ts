import { parseRuleSheet, ruleSheetBytes } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { currentPostCode } from '../src/modules/participation/activities/attendance/post-code.ts'
import { addPerson, call, TEST_START, VILLAGE, type TestPerson, type TestServer } from './server.ts'

const sheetPath = join(
  import.meta.dirname,
  '../../../packages/scoring/fixtures/rule-sheets/dashigai-garden.json',
)

/** Puts Dashigai's own rule sheet in force, or what `change` makes of it. Fixture only. */
export async function adoptGardenSheet(
  test: TestServer,
  options: { readonly villageId?: string; readonly withoutItem?: string } = {},
): Promise<void> {
  const parsed = parseRuleSheet(JSON.parse(await readFile(sheetPath, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const items = parsed.sheet.items.filter(({ ref }) => ref !== options.withoutItem)
  const villageId = options.villageId ?? VILLAGE
  const sheet = { ...parsed.sheet, items, villageId }
  const nobody = '00000000-0000-0000-0000-000000000000'
  await test.owner.query(
    `INSERT INTO rule_sheet (village_id, rule_sheet_id, version, body, body_hash, state, effective_from,
       drafted_by, drafted_at, adopted_by, adopted_at, resolution)
     VALUES ($1, $2, 1, $3, $4, 'adopted', '2026-01-01', $5, $6, $5, $6, $7)`,
    [
      villageId,
      test.server.newId(),
      JSON.stringify(sheet),
      createHash('sha256').update(ruleSheetBytes(sheet)).digest(),
      nobody,
      new Date('2025-12-20T00:00:00Z'),
      JSON.stringify({ date: '2025-12-20', eligible: 90, present: 60, for: 55, against: 5 }),
    ],
  )
}

export interface TestSubject {
  readonly subjectId: string
  readonly code: string
  readonly label: string
}

let plates = 0

/** Puts a subject with its plate into a village. Fixture only. */
export async function addSubject(
  test: TestServer,
  options: {
    readonly kind?: string
    readonly label?: string
    readonly keeper?: TestPerson
    readonly villageId?: string
  } = {},
): Promise<TestSubject> {
  plates += 1
  const villageId = options.villageId ?? options.keeper?.villageId ?? VILLAGE
  const subjectId = test.server.newId()
  const code = plateCode(plates)
  const label = options.label ?? `菜地 A-${plates}`
  await test.owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label, group_no, keeper_household_id, story)
     VALUES ($1, $2, $3, $4, 1, $5, '轮作三年')`,
    [villageId, subjectId, options.kind ?? 'plot', label, options.keeper?.householdId ?? null],
  )
  await test.owner.query(
    'INSERT INTO plate (village_id, code, subject_id, fixed_at) VALUES ($1, $2, $3, $4)',
    [villageId, code, subjectId, TEST_START],
  )
  await test.owner.query('INSERT INTO plate_directory (code, village_id) VALUES ($1, $2)', [
    code,
    villageId,
  ])
  return { subjectId, code, label }
}

/** The nth code of the plates' alphabet with its check character. */
function plateCode(no: number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY'
  const body = String(no).padStart(7, '0')
  const sum = Array.from(body, Number).reduce((all, digit, index) => all + digit * (8 - index), 0)
  return body + (alphabet[(31 - (sum % 31)) % 31] ?? '')
}

export const HOUR = 3_600_000

/** An instant some hours after the tests' beginning, as a client would send it. */
export const hoursOn = (hours: number) =>
  new Date(TEST_START.getTime() + hours * HOUR).toISOString()

/** A proposal for tomorrow 09:00–12:00 with one shift of two places, unless changed. */
export function proposal(change: Record<string, unknown> = {}) {
  return {
    title: '清理北渠淤泥',
    description: '自带锄头和雨靴。',
    place: '北渠下段',
    itemRef: 'ditch-clean',
    startsAt: hoursOn(24),
    endsAt: hoursOn(27),
    signUpClosesAt: hoursOn(20),
    shifts: [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 2 }],
    ...change,
  }
}

export interface HeldActivity {
  readonly activityId: string
  readonly shiftIds: readonly string[]
}

/** Proposes an activity as its leader and lets the committee approve it, through the routes. */
export async function approvedActivity(
  test: TestServer,
  leader: TestPerson,
  committee: TestPerson,
  change: Record<string, unknown> = {},
): Promise<HeldActivity> {
  const { activityId } = await done(call(test, leader, 'POST', '/api/activities', proposal(change)))
  await done(
    call(test, committee, 'POST', `/api/activities/${activityId}/decide`, { decision: 'approve' }),
  )
  const { shifts } = await done(call(test, leader, 'GET', `/api/activities/${activityId}`))
  const shiftIds = shifts.map(({ shiftId }: { shiftId: string }) => shiftId)
  return { activityId, shiftIds }
}

/** The body of an answer that must have succeeded. */
export async function done(answer: ReturnType<typeof call>) {
  const { statusCode, body } = await answer
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`)
  return JSON.parse(body)
}

/** Status and code of an answer that must be a refusal. */
export async function refused(answer: ReturnType<typeof call>): Promise<string> {
  const { statusCode, body } = await answer
  return `${statusCode} ${String(JSON.parse(body).code ?? 'accepted')}`
}

/** The status of each answer, ascending: which of several at once came through does not matter. */
export function sortedStatuses(answers: readonly { readonly statusCode: number }[]): number[] {
  return answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)
}

/** The code shown at a post or activity at an instant, as its wall page would show it. */
export async function codeShown(
  test: TestServer,
  placeId: string,
  at: Date = test.clock.now(),
): Promise<string> {
  const secret = await test.database.inVillage(VILLAGE, (db) => test.server.secrets.of(db, VILLAGE))
  return currentPostCode(secret, placeId, at).code
}

/** Wraps up the usual cast: a leader, a committee member, and volunteers of households of their own. */
export async function cast(test: TestServer, volunteers: number) {
  const leader = await addPerson(test)
  const committee = await addPerson(test, { roles: ['committee'] })
  const people: TestPerson[] = []
  for (let no = 0; no < volunteers; no += 1) people.push(await addPerson(test))
  return { leader, committee, people }
}

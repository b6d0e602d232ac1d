import { addCivilDays, atCivilTime, civilDay } from '@azalea/text'
import { publishNotice, finaliseAwards } from '../src/modules/scoring/index.ts'
import {
  appealReport,
  decideAppeal,
  decideReport,
  listDueReports,
  replyToReport,
  reportBreach,
  settleReports,
  type DecideReportInput,
  type ReportBreachInput,
} from '../src/modules/participation/index.ts'
import { auditOf } from './audited-log.ts'
import { partsOf } from './objection-village.ts'
import { approvedActivity, done, HOUR } from './participation-village.ts'
import { actorOf, createScoringVillage, nextKey } from './scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

/** A village with a rule sheet, a committee and a supervisor. */
export async function createBreachVillage() {
  const test = await createTestServer()
  const village = await createScoringVillage(test)
  const supervisor = await addPerson(test, { roles: ['supervisor'] })
  return { test, village, supervisor }
}

/** Two people that no earlier case knows: who reports, and who is reported. */
export async function addSides(test: TestServer) {
  const reporter = await addPerson(test, { name: `举报${nextKey()}` })
  return { reporter, reported: await addPerson(test) }
}

/** A report as this person sees it. */
export async function view(test: TestServer, person: TestPerson, reportId: string) {
  const shown = await call(test, person, 'GET', `/api/breach-reports/${reportId}`)
  if (shown.statusCode !== 200) throw new Error(shown.body)
  return shown.json()
}

/** Moves the clock to nine in the morning, so many civil days later. */
export function daysLater({ clock }: TestServer, days: number): void {
  clock.set(atCivilTime(addCivilDays(civilDay(clock.now()), days), '09:00'))
}

/** A person of the first group, by name, unless told. */
export function report(
  test: TestServer,
  by: TestPerson,
  about: TestPerson | { readonly code: string },
  given: Partial<ReportBreachInput> = {},
) {
  return reportBreach(test.server, actorOf(by), nextKey(), {
    about:
      'code' in about
        ? { kind: 'plate', code: about.code }
        : { kind: 'person', name: about.name, groupNo: 1 },
    occurredAt: test.clock.now().toISOString(),
    words: '农膜扔在水沟里，提醒过了还没清。',
    photoFileIds: [],
    ...given,
  })
}

export function reply(test: TestServer, by: TestPerson, reportId: string) {
  const input = { reportId, words: '那天刮大风吹过去的，第二天就捡了。', photoFileId: null }
  return replyToReport(test.server, actorOf(by), nextKey(), input)
}

/** As a member of the committee, unless told. */
export function decide(
  test: TestServer,
  by: TestPerson,
  given: Pick<DecideReportInput, 'reportId'> & Partial<DecideReportInput>,
  role: 'committee' | 'supervisor' | 'town_officer' = 'committee',
) {
  return decideReport(test.server, actorOf(by, role), nextKey(), {
    outcome: 'upheld',
    itemRef: 'plot-litter',
    quantity: 1,
    reasons: '到现场看过，提醒后七天没有清走。',
    ...given,
  })
}

export const dismissed = { outcome: 'dismissed', itemRef: null } as const

export function appeal(test: TestServer, by: TestPerson, reportId: string) {
  return appealReport(test.server, actorOf(by), nextKey(), { reportId, words: '请再查一次。' })
}

export function answerAppeal(
  test: TestServer,
  by: TestPerson,
  reportId: string,
  outcome: 'confirmed' | 'changed',
  itemRef: string | null = null,
  role: 'supervisor' | 'town_officer' = 'supervisor',
) {
  return decideAppeal(test.server, actorOf(by, role), nextKey(), {
    reportId,
    outcome,
    itemRef,
    quantity: 1,
    reasons: '监委会去看过了。',
  })
}

/** Ends what nobody has appealed within its week. */
export async function settleAll(test: TestServer): Promise<void> {
  daysLater(test, 8)
  await settleReports(partsOf(test), VILLAGE)
}

/** Reported, replied to, upheld, and confirmed on appeal, all at one moment: the deduction, scored. */
export async function deductionOf(
  test: TestServer,
  reported: TestPerson,
  decider: TestPerson,
  itemRef = 'plot-litter',
): Promise<string> {
  const { reportId } = await report(test, await addPerson(test), reported)
  await reply(test, reported, reportId)
  await decide(test, decider, { reportId, itemRef })
  await appeal(test, reported, reportId)
  const { awardId } = await answerAppeal(test, await addPerson(test), reportId, 'confirmed')
  return awardId ?? ''
}

/** The deduction that a report led to; null when there is none. */
export async function awardOf({ owner }: TestServer, reportId: string): Promise<string | null> {
  const { rows } = await owner.query<{ award_id: string | null }>(
    'SELECT award_id FROM breach_report WHERE report_id = $1',
    [reportId],
  )
  return rows[0]?.award_id ?? null
}

/** What waits for an office, as 'kind report'. */
export function inboxOf(
  { database, clock }: TestServer,
  who: TestPerson,
  role: 'committee' | 'supervisor' = 'committee',
) {
  return database.inVillage(VILLAGE, async (db) => {
    const due = await listDueReports(db, actorOf(who, role), clock.now())
    return due.map(({ kind, reportId }) => `${kind} ${reportId}`)
  })
}

/** What the server answers, with its code where it refuses, and its status where not. */
export async function sendReport(
  test: TestServer,
  by: TestPerson,
  path: string,
  body: object = {},
) {
  const { statusCode, body: text } = await call(
    test,
    by,
    'POST',
    `/api/breach-reports${path}`,
    body,
  )
  const told = JSON.parse(text)
  return { code: String(told.code ?? statusCode), ...told }
}

/** Of a place, with a rule, unless told. */
export function tellOfPlace(test: TestServer, by: TestPerson, given: object = {}) {
  return sendReport(test, by, '', {
    about: { kind: 'place', place: '老桥下面' },
    itemRef: 'plot-litter',
    occurredAt: test.clock.now().toISOString(),
    words: '不知道谁倒的一车农膜。',
    ...given,
  })
}

export const named = ({ name }: TestPerson) => ({ kind: 'person', name, groupNo: 1 })

/** The public entries of a kind, as texts. */
export async function leavesOfKind({ owner }: TestServer, kind: string): Promise<string[]> {
  const { rows } = await owner.query<{ leaf: string }>(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind = $1`,
    [kind],
  )
  return rows.map(({ leaf }) => leaf)
}

/** Lets the auditor read the village's log, who must find nothing; gives what they counted. */
export async function auditedTally({ database, clock }: TestServer) {
  const { findings, village } = await auditOf(database, VILLAGE, clock.now())
  if (findings.length > 0 || village === null) throw new Error(JSON.stringify(findings))
  return village.tally
}

/** What a person was told, oldest first. */
export async function messageKinds({ owner }: TestServer, { personId }: TestPerson) {
  const { rows } = await owner.query<{ kind: string }>(
    'SELECT kind FROM message WHERE person_id = $1 ORDER BY message_id',
    [personId],
  )
  return rows.map(({ kind }) => kind)
}

/** Two hours of watch at a post around now, for which one person has signed up. Fixture only. */
export async function shiftAt(test: TestServer, postSubjectId: string, person: TestPerson) {
  const [activityId, shiftId] = [test.server.newId(), test.server.newId()]
  const now = test.clock.now().getTime()
  const [from, to] = [new Date(now - HOUR), new Date(now + HOUR)]
  await test.owner.query(
    `INSERT INTO activity (village_id, activity_id, title, description, place, item_ref, initiator_id,
       leader_id, starts_at, ends_at, sign_up_closes_at, state, proposed_at)
     VALUES ($1, $2, '值守', '', '', 'watch-hour', $3, $3, $4, $5, $4, 'approved', $4)`,
    [VILLAGE, activityId, person.personId, from, to],
  )
  await test.owner.query(
    `INSERT INTO shift (village_id, shift_id, activity_id, post_subject_id, starts_at, ends_at, quota)
     VALUES ($1, $2, $3, $4, $5, $6, 2)`,
    [VILLAGE, shiftId, activityId, postSubjectId, from, to],
  )
  await test.owner.query(
    `INSERT INTO sign_up (village_id, shift_id, person_id, state, signed_up_at, changed_at)
     VALUES ($1, $2, $3, 'confirmed', $4, $4)`,
    [VILLAGE, shiftId, person.personId, from],
  )
  return { from, to }
}

/** Publishes these awards and lets their notice pass. */
export async function makeFinal(test: TestServer, awardIds: readonly string[]): Promise<void> {
  const { act, scoring } = test.server
  const publisher = actorOf(await addPerson(test), 'committee')
  const { endsAt } = await publishNotice({ act, scoring }, publisher, nextKey(), { awardIds })
  test.clock.set(new Date(endsAt))
  daysLater(test, 0)
  await finaliseAwards(partsOf(test), VILLAGE)
}

/** Two hours of watch at a post tomorrow, over: these came, and were scored with four stars. */
export async function watchHeld(
  test: TestServer,
  postSubjectId: string,
  cast: { readonly leader: TestPerson; readonly committee: TestPerson },
  people: readonly TestPerson[],
) {
  const tomorrow = addCivilDays(civilDay(test.clock.now()), 1)
  const [from, to] = ['09:00', '11:00'].map((time) => atCivilTime(tomorrow, time))
  if (from === undefined || to === undefined) throw new Error('no times')
  const span = { startsAt: from.toISOString(), endsAt: to.toISOString() }
  const { activityId, shiftIds } = await approvedActivity(test, cast.leader, cast.committee, {
    itemRef: 'watch-hour',
    ...span,
    signUpClosesAt: span.startsAt,
    shifts: [{ postSubjectId, ...span, quota: people.length }],
  })
  const [shiftId = ''] = shiftIds
  for (const person of people)
    await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
  const byLeader = (url: string, body: object) => done(call(test, cast.leader, 'POST', url, body))
  for (const { personId } of people) {
    test.clock.set(from)
    const { attendanceId } = await byLeader(`/api/shifts/${shiftId}/check-in`, { personId })
    test.clock.set(to)
    await byLeader(`/api/shifts/${shiftId}/check-out`, { personId })
    await byLeader(`/api/attendances/${attendanceId}/score`, { score: 4 })
  }
  const close = () => byLeader(`/api/activities/${activityId}/close`, {})
  return { during: new Date(from.getTime() + HOUR).toISOString(), close }
}

/** The awards of a person, oldest first, with how many upheld reports each counts. */
export async function countedReports({ owner }: TestServer, { personId }: TestPerson) {
  const { rows } = await owner.query<{
    award_id: string
    state: string
    count: number
    points: number
  }>(
    `SELECT award_id, award.state, (judgements->>'upheldReports')::int AS count,
       points_hundredths::int AS points
     FROM award JOIN contribution USING (village_id, contribution_id)
     WHERE award.person_id = $1 ORDER BY award_id`,
    [personId],
  )
  return rows
}

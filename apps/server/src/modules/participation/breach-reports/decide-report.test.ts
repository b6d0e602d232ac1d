import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  awardOf,
  createBreachVillage,
  daysLater,
  decide,
  dismissed,
  auditedTally,
  inboxOf,
  reply,
  report,
  settleAll,
  shiftAt,
  view,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { addSubject, adoptGardenSheet } from '../../../../test/participation-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { countUpheldReports } from './breach-report-list.store.ts'

let test: TestServer
let village: ScoringVillage
let supervisor: TestPerson
let reporter: TestPerson
let reported: TestPerson

beforeAll(async () => {
  ;({ test, village, supervisor } = await createBreachVillage())
})
afterAll(() => test.close())
beforeEach(async () => {
  ;({ reporter, reported } = await addSides(test))
})

describe('a report', () => {
  it('is decided by nobody who reported it or is kin of either side', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    const kinOfReporter = await addPerson(test, { householdId: reporter.householdId })
    const kinOfReported = await addPerson(test, { householdId: reported.householdId })
    const attempt = (by: TestPerson) => codeOf(decide(test, by, { reportId }))
    expect(await attempt(reporter)).toBe('own_report')
    expect(await attempt(kinOfReporter)).toBe('own_report')
    expect(await attempt(kinOfReported)).toBe('decider_kin')
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await attempt(stranger)).toBe('unknown_breach_report')
    const town = await addPerson(test)
    expect(await codeOf(decide(test, town, { reportId }, 'town_officer'))).toBe(
      'committee_decides_reports',
    )
    expect(await codeOf(decide(test, village.committee, { reportId, itemRef: null }))).toBe(
      'rule_needed',
    )
    expect(await codeOf(decide(test, village.committee, { reportId, itemRef: 'r164' }))).toBe(
      'not_a_deduction',
    )
    const both = { reportId, outcome: 'dismissed' as const }
    expect(await codeOf(decide(test, village.committee, both))).toBe('rule_without_upholding')
  })

  it('is decided once, whoever of the committee is faster', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    const codes = await Promise.all([
      codeOf(decide(test, village.committee, { reportId })),
      codeOf(decide(test, village.secondMember, { reportId, ...dismissed })),
    ])
    expect(codes.toSorted()).toEqual(['done', 'report_decided'])
  })

  it('is decided without a reply once the time for it is over', async () => {
    const { reportId } = await report(test, reporter, reported)
    daysLater(test, 8)
    expect(await codeOf(decide(test, village.committee, { reportId, ...dismissed }))).toBe('done')
    expect(await codeOf(reply(test, reported, reportId))).toBe('report_decided')
  })

  it('is pressed for by the supervisors once it is overdue', async () => {
    const { reportId } = await report(test, reporter, reported)
    daysLater(test, 30)
    expect(await inboxOf(test, supervisor, 'supervisor')).toContain(`report_overdue ${reportId}`)
  })

  it('answers for a post in the award of the shift, not by a deduction', async () => {
    const post = await addSubject(test, { kind: 'post', label: '西村口岗' })
    const { from, to } = await shiftAt(test, post.subjectId, reported)
    const { reportId } = await report(test, reporter, { code: post.code })
    await reply(test, reported, reportId)
    expect(await codeOf(decide(test, village.committee, { reportId }))).toBe('rule_for_post')
    await decide(test, village.committee, { reportId, itemRef: null })
    const during = { postSubjectId: post.subjectId, from, to }
    const count = (span: typeof during) =>
      test.database.inVillage(VILLAGE, (db) => countUpheldReports(db, VILLAGE, span))
    expect(await count(during)).toBe(1)
    expect(await count({ ...during, from: to })).toBe(0)
    await settleAll(test)
    expect(await awardOf(test, reportId)).toBeNull()
  })

  it('never tells the reported who reported, whatever they hold or download', async () => {
    const member = await addPerson(test, { roles: ['committee', 'supervisor'] })
    const { reportId } = await report(test, reporter, member)
    daysLater(test, 8)
    await decide(test, village.committee, { reportId })
    const read = async (url: string) => (await call(test, member, 'GET', url)).body
    const texts = [
      await read(`/api/breach-reports/${reportId}`),
      await read('/api/breach-reports?state=decided'),
      await read('/api/me/breach-reports?side=reported'),
      await read('/api/breach-reporters'),
      await read('/api/me/messages'),
      await read('/api/me/data'),
      await read('/api/me/data-access'),
    ]
    for (const text of texts) {
      expect(text).not.toContain(reporter.personId)
      expect(text).not.toContain(reporter.name)
    }
    expect((await view(test, member, reportId)).side).toBe('reported')
    expect((await view(test, village.committee, reportId)).reporter.name).toBe(reporter.name)
    expect(texts[5]).toContain('农膜扔在水沟里')
  })

  it('shows the reporter what came of it, and neither the reply nor whose the plot is', async () => {
    const plot = await addSubject(test, { keeper: reported })
    const { reportId } = await report(test, reporter, { code: plot.code })
    await reply(test, reported, reportId)
    const shown = await view(test, reporter, reportId)
    expect(shown).toMatchObject({ side: 'reporter', reported: [], about: { label: plot.label } })
    expect(JSON.stringify(shown)).not.toContain('大风')
    const stranger = await addPerson(test)
    const answer = await call(test, stranger, 'GET', `/api/breach-reports/${reportId}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown_breach_report'])
  })

  it('shows the supervisors how the reports of each reporter ended', async () => {
    for (const outcome of [dismissed, dismissed, {}]) {
      const about = await addPerson(test)
      const { reportId } = await report(test, reporter, about)
      await reply(test, about, reportId)
      await decide(test, village.committee, { reportId, ...outcome })
    }
    const { reporters } = (await call(test, supervisor, 'GET', '/api/breach-reporters')).json()
    expect(reporters.find((one: { name: string }) => one.name === reporter.name)).toMatchObject({
      made: 3,
      dismissed: 2,
      upheld: 1,
    })
    expect((await call(test, reporter, 'GET', '/api/breach-reporters')).statusCode).toBe(403)
  })
})

describe('a village whose whole committee is barred', () => {
  it('has the town decide', async () => {
    const at = { villageId: OTHER_VILLAGE }
    await adoptGardenSheet(test, at)
    const [only, neighbour, town] = [
      await addPerson(test, { ...at, roles: ['committee'] }),
      await addPerson(test, at),
      await addPerson(test, { ...at, roles: ['town_officer'] }),
    ]
    test.clock.set(TEST_START)
    const { reportId } = await report(test, only, neighbour)
    await reply(test, neighbour, reportId)
    expect(await codeOf(decide(test, only, { reportId }))).toBe('own_report')
    expect(await codeOf(decide(test, town, { reportId }, 'town_officer'))).toBe('done')
  })
})

it('leaves a log in which the auditor finds nothing', () => auditedTally(test))

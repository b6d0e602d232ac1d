import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  createBreachVillage,
  decide,
  auditedTally,
  messageKinds,
  named,
  reply,
  sendReport,
  tellOfPlace,
  view,
  dismissed,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from '../../../../test/server.ts'

let test: TestServer
let village: ScoringVillage
let reporter: TestPerson
let reported: TestPerson

beforeAll(async () => {
  ;({ test, village } = await createBreachVillage())
})
afterAll(() => test.close())
beforeEach(async () => {
  ;({ reporter, reported } = await addSides(test))
})

describe('a report that is withdrawn', () => {
  it('ends it before the decision, for who reported only; both sides keep what they said', async () => {
    const { reportId } = await tellOfPlace(test, reporter, { about: named(reported) })
    await reply(test, reported, reportId)
    const kin = await addPerson(test, { householdId: reporter.householdId })
    const withdraw = (by: TestPerson) =>
      sendReport(test, by, `/${reportId}/withdraw`, { words: '看错了，是邻村的车。' })
    expect((await withdraw(reported)).code).toBe('withdrawal_not_yours')
    expect((await withdraw(kin)).code).toBe('unknown_breach_report')
    expect((await view(test, reporter, reportId)).canWithdraw.ok).toBe(true)
    expect((await withdraw(reporter)).code).toBe('200')
    expect((await withdraw(reporter)).code).toBe('report_ended')
    expect(await messageKinds(test, reported)).toEqual([
      'breach_report.made',
      'breach_report.withdrawn',
    ])
    const theirs = await view(test, reported, reportId)
    expect(theirs).toMatchObject({ state: 'withdrawn', ending: { words: null }, rules: [] })
    expect(theirs.reported[0].reply.words).toContain('大风')
    expect((await view(test, village.committee, reportId)).ending.words).toContain('看错了')
    expect(await codeOf(decide(test, village.committee, { reportId, ...dismissed }))).toBe(
      'report_ended',
    )
    expect(await codeOf(reply(test, reported, reportId))).toBe('replied_already')
    const listed = await call(test, village.committee, 'GET', '/api/breach-reports?state=settled')
    expect(listed.body).toContain(reportId)
  })

  it('is withdrawn once, or decided, when both happen at once', async () => {
    const { reportId } = await tellOfPlace(test, reporter, { about: named(reported) })
    await reply(test, reported, reportId)
    const codes = await Promise.all([
      sendReport(test, reporter, `/${reportId}/withdraw`).then(({ code }) => code),
      codeOf(decide(test, village.committee, { reportId, ...dismissed })),
    ])
    expect([
      ['200', 'report_ended'],
      ['report_decided', 'done'],
    ]).toContainEqual(codes)
  })

  it('is not withdrawn once it is decided; by the cadre who entered it, it is told to the reporter', async () => {
    const first = await tellOfPlace(test, reporter, { about: named(reported) })
    await reply(test, reported, first.reportId)
    await decide(test, village.committee, { reportId: first.reportId, ...dismissed })
    expect((await sendReport(test, reporter, `/${first.reportId}/withdraw`)).code).toBe(
      'report_decided',
    )
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    const onBehalf = { personId: reporter.personId, channel: 'oral' }
    const second = await tellOfPlace(test, leader, {
      about: named(reported),
      onBehalf,
      itemRef: 'r172',
    })
    expect((await sendReport(test, leader, `/${second.reportId}/withdraw`)).code).toBe('200')
    expect(await messageKinds(test, reporter)).toContain('breach_report.withdrawn')
  })
})

it('leaves a log in which the auditor finds nothing', () => auditedTally(test))

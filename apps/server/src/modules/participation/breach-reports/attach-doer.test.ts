import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  awardOf,
  createBreachVillage,
  decide,
  auditedTally,
  inboxOf,
  messageKinds,
  named,
  reply,
  sendReport,
  settleAll,
  tellOfPlace,
  view,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { addSubject } from '../../../../test/participation-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from '../../../../test/server.ts'

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

describe('a report that names nobody', () => {
  it('is attached to its doer, who replies; who found them does not judge', async () => {
    const { reportId, replyDueOn } = await tellOfPlace(test, reporter)
    expect(replyDueOn).toBeNull()
    expect(await inboxOf(test, village.committee)).toContain(`report_to_attach ${reportId}`)
    const office = await view(test, village.committee, reportId)
    expect(office).toMatchObject({
      state: 'unassigned',
      reporter: null, // whoever reads it may be found to be the doer
      channel: null,
      about: { kind: 'place', label: '老桥下面' },
    })
    expect(office.about.itemName).toContain('农膜')
    expect(await codeOf(decide(test, village.committee, { reportId }))).toBe('doer_unknown')
    const doer = await addPerson(test, { name: '做事的人', roles: ['committee'] })
    expect((await sendReport(test, doer, `/${reportId}/attach`, { about: named(doer) })).code).toBe(
      'decider_kin',
    )
    const of = `/${reportId}/attach`
    expect((await sendReport(test, village.committee, of, { about: named(reporter) })).code).toBe(
      'doer_is_reporter',
    )
    const found = await sendReport(test, village.committee, of, { about: named(reported) })
    expect(found.replyDueOn > found.replyDueOn.slice(0, 7)).toBe(true)
    expect((await sendReport(test, village.committee, of, { about: named(reported) })).code).toBe(
      'doer_known',
    )
    expect(await messageKinds(test, reported)).toEqual(['breach_report.made'])
    expect(await messageKinds(test, reporter)).toEqual(['breach_report.attached'])
    expect(await view(test, reporter, reportId)).toMatchObject({
      reported: [],
      about: { kind: 'place' },
    })
    expect((await view(test, village.secondMember, reportId)).reporter.name).toBe(reporter.name)
    await reply(test, reported, reportId)
    expect(await codeOf(decide(test, village.committee, { reportId }))).toBe('attached_report')
    await decide(test, village.secondMember, { reportId })
    await settleAll(test)
    expect(await awardOf(test, reportId)).not.toBeNull()
  })

  it('is attached once, or closed, whoever of the committee is faster', async () => {
    const { reportId } = await tellOfPlace(test, reporter)
    const answers = await Promise.all([
      sendReport(test, village.committee, `/${reportId}/attach`, { about: named(reported) }),
      sendReport(test, village.secondMember, `/${reportId}/close`, { reasons: '没人看见。' }),
    ])
    const codes = answers.map(({ code }) => code)
    expect([
      ['200', 'doer_known'],
      ['report_ended', '200'],
    ]).toContainEqual(codes)
  })

  it('is closed with reasons where nobody is found', async () => {
    const { reportId } = await tellOfPlace(test, reporter)
    const kin = await addPerson(test, { householdId: reporter.householdId, roles: ['committee'] })
    const close = (by: TestPerson) =>
      sendReport(test, by, `/${reportId}/close`, { reasons: '问了三户，没人看见。' })
    expect((await close(kin)).code).toBe('own_report')
    expect((await close(supervisor)).code).toBe('role_required')
    expect((await close(village.committee)).code).toBe('200')
    expect((await close(village.committee)).code).toBe('report_ended')
    expect(await view(test, reporter, reportId)).toMatchObject({
      state: 'closed',
      ending: { words: '问了三户，没人看见。' },
    })
    expect(await messageKinds(test, reporter)).toEqual(['breach_report.closed'])
    expect((await sendReport(test, reporter, `/${reportId}/withdraw`)).code).toBe('report_ended')
  })

  it('may lie at a plate that nobody keeps; a cadre who entered it neither closes nor attaches it', async () => {
    const { code, subjectId } = await addSubject(test, { label: '村口空地' })
    const entering = await addPerson(test, { roles: ['committee'] })
    const onBehalf = { personId: reporter.personId, channel: 'oral' }
    const { reportId } = await tellOfPlace(test, entering, {
      about: { kind: 'place', code },
      onBehalf,
    })
    expect(await view(test, reporter, reportId)).toMatchObject({
      about: { kind: 'subject', label: '村口空地' },
    })
    expect(subjectId).toBeTruthy()
    expect(
      (await sendReport(test, entering, `/${reportId}/close`, { reasons: '不查了' })).code,
    ).toBe('entered_report')
    const attach = { about: named(reported) }
    expect((await sendReport(test, entering, `/${reportId}/attach`, attach)).code).toBe(
      'entered_report',
    )
    // Entering the same place again must not tell what that person told.
    expect(
      (await tellOfPlace(test, entering, { about: { kind: 'place', code }, onBehalf })).code,
    ).toBe('200')
  })

  it('does not show in the counts of its reporter before somebody is found', async () => {
    const counted = async () => {
      const { reporters } = (await call(test, supervisor, 'GET', '/api/breach-reporters')).json()
      return reporters.find((one: { personId: string }) => one.personId === reporter.personId)
    }
    const { reportId } = await tellOfPlace(test, reporter)
    expect(await counted()).toBeUndefined()
    await sendReport(test, village.committee, `/${reportId}/attach`, { about: named(reported) })
    expect(await counted()).toMatchObject({ made: 1 })
  })
})

it('leaves a log in which the auditor finds nothing', () => auditedTally(test))

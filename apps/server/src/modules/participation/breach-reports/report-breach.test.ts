import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  appeal,
  createBreachVillage,
  decide,
  auditedTally,
  leavesOfKind,
  messageKinds,
  named,
  reply,
  report,
  tellOfPlace,
  view,
  dismissed,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { addSubject } from '../../../../test/participation-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

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

describe('who can be reported', () => {
  it('is a person of the group by name, who keeps the plate, or who stood at the post', async () => {
    const about = (kind: object) =>
      codeOf(report(test, reporter, reported, { about: kind as never }))
    expect(await about({ kind: 'person', name: '查无此人', groupNo: 1 })).toBe('reported_unknown')
    expect(await about({ kind: 'person', name: reported.name, groupNo: 2 })).toBe(
      'reported_unknown',
    )
    await addPerson(test, { name: reported.name })
    expect(await codeOf(report(test, reporter, reported))).toBe('reported_ambiguous')
    expect(await codeOf(report(test, reporter, reporter))).toBe('own_breach')
    const outside = await addPerson(test, { joined: false })
    expect(await codeOf(report(test, reporter, outside))).toBe('reported_not_joined')
    // Who founded the village shares its office's household, which makes nobody kin.
    const founder = await addPerson(test, { joined: false })
    const { householdId } = founder
    const other = await addPerson(test, { householdId })
    await test.owner.query('UPDATE household SET is_office = true WHERE household_id = $1', [
      householdId,
    ])
    expect(await codeOf(report(test, founder, other))).toBe('reported_not_joined')
    const kept = await addSubject(test)
    expect(await codeOf(report(test, reporter, { code: kept.code }))).toBe('nobody_keeps_it')
    const post = await addSubject(test, { kind: 'post', label: '东村口岗' })
    expect(await codeOf(report(test, reporter, { code: post.code }))).toBe('nobody_on_post')
  })

  it('refuse what is not well formed, too old, or in the future', async () => {
    const send = async (change: object) => {
      const body = {
        about: { kind: 'person', name: reported.name, groupNo: 1 },
        occurredAt: test.clock.now().toISOString(),
        words: '看到了。',
        ...change,
      }
      const answer = await call(test, reporter, 'POST', '/api/breach-reports', body)
      return `${answer.statusCode} ${String(answer.json().code ?? '')}`
    }
    expect(await send({ words: ' ' })).toBe('400 invalid_request')
    expect(await send({ about: { kind: 'person', name: '甲' } })).toBe('400 invalid_request')
    expect(await send({ occurredAt: 'yesterday' })).toBe('400 invalid_request')
    const photo = '00000000-0000-7000-8000-000000000000'
    expect(await send({ photoFileIds: [photo] })).toBe('400 photo_not_yours')
    expect(await send({ photoFileIds: Array(4).fill(photo) })).toBe('400 invalid_request')
    expect(await send({ occurredAt: '2020-01-01T00:00:00Z' })).toBe('400 breach_too_long_ago')
    expect(await send({ occurredAt: '2030-01-01T00:00:00Z' })).toBe('400 breach_in_future')
    expect(await send({ about: { kind: 'plate', code: 'XXXXXXXX' } })).toMatch(/^400 plate_/)
    expect(await send({})).toBe('200 ')
    expect(await send({})).toBe('409 already_reported')
    const other = await addPerson(test, { villageId: OTHER_VILLAGE })
    const mine = (await call(test, reporter, 'GET', '/api/me/breach-reports')).json()
    const id = mine.items[0].reportId
    for (const [path, body] of [
      ['reply', { words: '没有的事。' }],
      ['appeal', { words: '不服。' }],
    ] as const) {
      const answer = await call(test, other, 'POST', `/api/breach-reports/${id}/${path}`, body)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown_breach_report'])
    }
    const wrong = await call(
      test,
      village.committee,
      'POST',
      `/api/breach-reports/${id}/decision`,
      {
        outcome: 'maybe',
        reasons: '',
      },
    )
    expect(wrong.statusCode).toBe(400)
  })
})

describe('a report that names nobody', () => {
  it('needs a place and a rule that deducts', async () => {
    expect((await tellOfPlace(test, reporter, { itemRef: undefined })).code).toBe('invalid_request')
    expect((await tellOfPlace(test, reporter, { about: { kind: 'place' } })).code).toBe(
      'invalid_request',
    )
    expect((await tellOfPlace(test, reporter, { itemRef: 'r164' })).code).toBe('not_a_deduction')
    expect((await tellOfPlace(test, reporter, { itemRef: 'unheard-of' })).code).toBe('unknown_item')
  })
})

describe('a report for somebody without a telephone', () => {
  const entered = (by: TestPerson, personId: string) =>
    call(test, by, 'POST', '/api/breach-reports', {
      about: { kind: 'person', name: reported.name, groupNo: 1 },
      occurredAt: test.clock.now().toISOString(),
      words: '她说看见农膜扔在水沟里。',
      onBehalf: { personId, channel: 'oral' },
    })
  const codeAfter = async (attempt: ReturnType<typeof entered>) => {
    const { statusCode, body } = await attempt
    return `${statusCode} ${String(JSON.parse(body).code ?? '')}`
  }

  it('is entered by a cadre in that person’s name, who is told, and names the cadre', async () => {
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    const { reportId } = (await entered(leader, reporter.personId)).json()
    expect(await messageKinds(test, reporter)).toContain('breach_report.entered')
    const { items } = (await call(test, leader, 'GET', '/api/me/breach-reports')).json()
    expect(items).toMatchObject([{ reportId, side: 'reporter' }])
    expect(await view(test, reporter, reportId)).toMatchObject({
      side: 'reporter',
      channel: 'oral',
      reporter: { personId: reporter.personId },
      enteredBy: { personId: leader.personId },
    })
    const shown = await call(test, reported, 'GET', `/api/breach-reports/${reportId}`)
    expect(shown.json()).toMatchObject({ side: 'reported', enteredBy: null, channel: null })
    expect(shown.body).not.toContain(leader.personId)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId, ...dismissed })
    expect((await view(test, leader, reportId)).canAppeal.ok).toBe(true)
    await appeal(test, leader, reportId)
    expect((await view(test, reporter, reportId)).appeal).toMatchObject({ words: '请再查一次。' })
    expect((await leavesOfKind(test, 'breach-report.made')).join()).not.toContain(leader.personId)
  })

  it('is entered for the own group only, not for oneself, and not against one’s own household', async () => {
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 2 })
    expect(await codeAfter(entered(leader, reporter.personId))).toBe('403 report_not_for_others')
    expect(await codeAfter(entered(reporter, supervisor.personId))).toBe(
      '403 report_not_for_others',
    )
    const member = await addPerson(test, { roles: ['committee'] })
    expect(await codeAfter(entered(member, member.personId))).toBe('400 report_for_oneself')
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await codeAfter(entered(member, nobody))).toBe('404 unknown_person')
    expect(await codeAfter(entered(member, reported.personId))).toBe('403 own_breach')
    const kin = await addPerson(test, {
      roles: ['committee'],
      householdId: reported.householdId,
    })
    expect(await codeAfter(entered(kin, reporter.personId))).toBe('403 entered_own_breach')
    const { reportId } = (await entered(member, reporter.personId)).json()
    await reply(test, reported, reportId)
    expect(await codeOf(decide(test, member, { reportId, ...dismissed }))).toBe('entered_report')
  })

  it('tells who enters another nothing of what that person has told', async () => {
    const { reportId } = await report(test, reporter, reported)
    const answer = await entered(village.committee, reporter.personId)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain(reportId)
  })
})

describe('a second report of the same person', () => {
  const about = (given: object = {}) =>
    tellOfPlace(test, reporter, { about: named(reported), ...given })

  it('is the same when day, place and rule are, and names the one that is open', async () => {
    const first = await about()
    const again = await about()
    expect(again.code).toBe('already_reported')
    expect(again.about).toEqual({ kind: 'breach_report', id: first.reportId })
    const placed = await tellOfPlace(test, reporter)
    expect((await tellOfPlace(test, reporter)).about).toEqual({
      kind: 'breach_report',
      id: placed.reportId,
    })
  })

  it('is the same when both are sent at once', async () => {
    const answers = await Promise.all([about(), about()])
    const codes: string[] = answers.map(({ code }) => code)
    expect(codes.toSorted()).toEqual(['200', 'already_reported'])
  })

  it('is taken about another rule, day, place, or when they say that it is another deed', async () => {
    await about()
    expect((await about({ itemRef: 'r172' })).code).toBe('200')
    expect((await about({ itemRef: undefined })).code).toBe('200')
    const yesterday = new Date(test.clock.now().getTime() - 86_400_000).toISOString()
    expect((await about({ occurredAt: yesterday })).code).toBe('200')
    const { code } = await addSubject(test, { keeper: reported })
    expect((await about({ about: { kind: 'plate', code } })).code).toBe('200')
    expect((await about({ isAnother: true })).code).toBe('200')
    expect((await tellOfPlace(test, await addPerson(test), { about: named(reported) })).code).toBe(
      '200',
    )
  })
})

it('leaves a log in which the auditor finds nothing', () => auditedTally(test))

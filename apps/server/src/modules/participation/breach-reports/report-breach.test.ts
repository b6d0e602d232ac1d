import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import {
  addSides,
  answerAppeal,
  appeal,
  awardOf,
  createBreachVillage,
  countedReports,
  decide,
  dismissed,
  messageKinds,
  reply,
  report,
  settleAll,
  view,
  shiftAt,
  watchHeld,
} from '../../../../test/breach-village.ts'
import { answer, codeOf, partsOf, raise, refused } from '../../../../test/objection-village.ts'
import { addSubject } from '../../../../test/participation-village.ts'
import {
  actorOf,
  disagreements,
  nextKey,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { publishNotice } from '../../scoring/index.ts'
import { recountEndedReports } from '../index.ts'
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

const leaves = async (kind: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ leaf: string }>(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind = $1`,
    [kind],
  )
  return rows.map(({ leaf }) => leaf)
}
const send = (by: TestPerson, path: string, body?: object) =>
  call(test, by, 'POST', `/api/breach-reports${path}`, body)

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
})

describe('a report for somebody without a telephone', () => {
  const entered = (by: TestPerson, personId: string) =>
    send(by, '', {
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
    expect((await leaves('breach-report.made')).join()).not.toContain(leader.personId)
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

describe('who knows themselves biased', () => {
  it('passes a report or an appeal on, and is barred from it like kin', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    const [friend, judge] = [
      await addPerson(test, { roles: ['committee'] }),
      await addPerson(test, { roles: ['supervisor'] }),
    ]
    expect((await send(reporter, `/${reportId}/pass-on`)).json().code).toBe('role_required')
    expect((await send(judge, `/${reportId}/pass-on`)).json().code).toBe(
      'committee_decides_reports',
    )
    expect((await view(test, friend, reportId)).canPassOn.ok).toBe(true)
    expect((await send(friend, `/${reportId}/pass-on`)).statusCode).toBe(200)
    expect((await send(friend, `/${reportId}/pass-on`)).json().code).toBe('passed_on')
    expect((await view(test, friend, reportId)).canDecide.code).toBe('passed_on')
    expect(await codeOf(decide(test, friend, { reportId, ...dismissed }))).toBe('passed_on')
    await decide(test, village.committee, { reportId, ...dismissed })
    await appeal(test, reporter, reportId)
    expect((await send(judge, `/${reportId}/pass-on`)).statusCode).toBe(200)
    expect(await codeOf(answerAppeal(test, judge, reportId, 'confirmed'))).toBe('passed_on')
    expect(await codeOf(answerAppeal(test, supervisor, reportId, 'confirmed'))).toBe('done')
    expect(await leaves('breach-report.passed-on')).toHaveLength(2)
  })
})

describe('a report of a post that ends after its shift was scored', () => {
  const recount = () => recountEndedReports(partsOf(test), VILLAGE)
  const post = () => addSubject(test, { kind: 'post', label: '北村口岗' })

  it('upheld lowers the award, and overturned raises it again, by a new one that names the old', async () => {
    await recount() // of earlier tests
    test.clock.set(TEST_START)
    const cast = { leader: await addPerson(test), committee: village.committee }
    const [one, two] = [await addPerson(test), await addPerson(test)]
    const { subjectId, code } = await post()
    const { during, close } = await watchHeld(test, subjectId, cast, [one, two])
    const early = await report(test, reporter, { code }, { occurredAt: during })
    for (const person of [one, two]) await reply(test, person, early.reportId)
    await decide(test, village.committee, { ...early, itemRef: null })
    await close()
    const late = await report(test, await addPerson(test), { code }, { occurredAt: during })
    for (const person of [one, two]) await reply(test, person, late.reportId)
    await appeal(test, one, early.reportId)
    await answerAppeal(test, supervisor, early.reportId, 'changed')
    const [disputed] = await countedReports(test, two)
    const awardIds = [disputed?.award_id ?? '']
    const publisher = actorOf(village.secondMember, 'committee')
    const { act, scoring } = test.server
    await publishNotice({ act, scoring }, publisher, nextKey(), { awardIds })
    const { objectionId } = await raise(test, two, { awardId: awardIds[0] ?? '' })

    expect(await recount()).toBe(0) // somebody objects to one of both
    expect(await countedReports(test, one)).toMatchObject([
      { state: 'reversed', count: 1 },
      { state: 'scored', count: 0 },
    ])
    expect(await countedReports(test, two)).toMatchObject([{ state: 'on_notice', count: 1 }])
    await answer(test, village.secondMember, refused(objectionId))
    expect(await recount()).toBe(1)
    expect(await recount()).toBe(0)
    const [old, made] = await countedReports(test, two)
    expect(made?.points).toBeGreaterThan(old?.points ?? 0)
    const shown = async (awardId = '') =>
      (await call(test, two, 'GET', `/api/awards/${awardId}`)).json()
    expect((await shown(made?.award_id)).corrects).toEqual({
      awardId: old?.award_id,
      objectionId: null,
    })
    expect((await shown(old?.award_id)).correctedBy).toMatchObject({ awardId: made?.award_id })
    expect(await messageKinds(test, two)).toContain('award.recounted')

    await decide(test, village.committee, { ...late, itemRef: null })
    await settleAll(test)
    expect(await recount()).toBe(1)
    const counts = (await countedReports(test, one)).map(({ state, count }) => `${state} ${count}`)
    expect(counts).toEqual(['reversed 1', 'reversed 0', 'scored 1'])
    expect(await disagreements(test)).toEqual([])
    const { findings, village: audited } = await auditOf(test.database, VILLAGE, test.clock.now())
    expect(findings).toEqual([])
    expect(audited?.tally.reversals).toBe(4)
  })
})

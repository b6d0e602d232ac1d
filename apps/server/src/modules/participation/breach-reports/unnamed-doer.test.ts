import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import {
  addSides,
  createBreachVillage,
  daysLater,
  decide,
  dismissed,
  messageKinds,
  reply,
  settleAll,
  awardOf,
  view,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { addSubject } from '../../../../test/participation-village.ts'
import { actorOf, type ScoringVillage } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { listDueReports } from '../index.ts'

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

/** What the server answers, with its code where it refuses. */
async function sent(by: TestPerson, path: string, body: object = {}) {
  const answer = await call(test, by, 'POST', `/api/breach-reports${path}`, body)
  return { code: String(answer.json().code ?? answer.statusCode), ...answer.json() }
}

const tell = (by: TestPerson, given: object = {}) =>
  sent(by, '', {
    about: { kind: 'place', place: '老桥下面' },
    itemRef: 'plot-litter',
    occurredAt: test.clock.now().toISOString(),
    words: '不知道谁倒的一车农膜。',
    ...given,
  })
const named = (person: TestPerson) => ({ kind: 'person', name: person.name, groupNo: 1 })
const inbox = (who: TestPerson) =>
  test.database.inVillage(VILLAGE, async (db) =>
    (await listDueReports(db, actorOf(who, 'committee'), test.clock.now())).map(
      ({ kind, reportId }) => `${kind} ${reportId}`,
    ),
  )

describe('a report that names nobody', () => {
  it('needs a place and a rule that deducts', async () => {
    expect((await tell(reporter, { itemRef: undefined })).code).toBe('invalid_request')
    expect((await tell(reporter, { about: { kind: 'place' } })).code).toBe('invalid_request')
    expect((await tell(reporter, { itemRef: 'r164' })).code).toBe('not_a_deduction')
    expect((await tell(reporter, { itemRef: 'unheard-of' })).code).toBe('unknown_item')
  })

  it('is attached to its doer, who replies; who found them does not judge', async () => {
    const { reportId, replyDueOn } = await tell(reporter)
    expect(replyDueOn).toBeNull()
    expect(await inbox(village.committee)).toContain(`report_to_attach ${reportId}`)
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
    expect((await sent(doer, `/${reportId}/attach`, { about: named(doer) })).code).toBe(
      'decider_kin',
    )
    const of = `/${reportId}/attach`
    expect((await sent(village.committee, of, { about: named(reporter) })).code).toBe(
      'doer_is_reporter',
    )
    const found = await sent(village.committee, of, { about: named(reported) })
    expect(found.replyDueOn > found.replyDueOn.slice(0, 7)).toBe(true)
    expect((await sent(village.committee, of, { about: named(reported) })).code).toBe('doer_known')
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

  it('is closed with reasons where nobody is found', async () => {
    const { reportId } = await tell(reporter)
    const kin = await addPerson(test, { householdId: reporter.householdId, roles: ['committee'] })
    const close = (by: TestPerson) =>
      sent(by, `/${reportId}/close`, { reasons: '问了三户，没人看见。' })
    expect((await close(kin)).code).toBe('own_report')
    expect((await close(supervisor)).code).toBe('role_required')
    expect((await close(village.committee)).code).toBe('200')
    expect((await close(village.committee)).code).toBe('report_ended')
    expect(await view(test, reporter, reportId)).toMatchObject({
      state: 'closed',
      ending: { words: '问了三户，没人看见。' },
    })
    expect(await messageKinds(test, reporter)).toEqual(['breach_report.closed'])
    expect((await sent(reporter, `/${reportId}/withdraw`)).code).toBe('report_ended')
  })

  it('may lie at a plate that nobody keeps; a cadre who entered it neither closes nor attaches it', async () => {
    const { code, subjectId } = await addSubject(test, { label: '村口空地' })
    const entering = await addPerson(test, { roles: ['committee'] })
    const onBehalf = { personId: reporter.personId, channel: 'oral' }
    const { reportId } = await tell(entering, { about: { kind: 'place', code }, onBehalf })
    expect(await view(test, reporter, reportId)).toMatchObject({
      about: { kind: 'subject', label: '村口空地' },
    })
    expect(subjectId).toBeTruthy()
    expect((await sent(entering, `/${reportId}/close`, { reasons: '不查了' })).code).toBe(
      'entered_report',
    )
    const attach = { about: named(reported) }
    expect((await sent(entering, `/${reportId}/attach`, attach)).code).toBe('entered_report')
    // Entering the same place again must not tell what that person told.
    expect((await tell(entering, { about: { kind: 'place', code }, onBehalf })).code).toBe('200')
  })

  it('does not show in the counts of its reporter before somebody is found', async () => {
    const counted = async () => {
      const { reporters } = (await call(test, supervisor, 'GET', '/api/breach-reporters')).json()
      return reporters.find((one: { personId: string }) => one.personId === reporter.personId)
    }
    const { reportId } = await tell(reporter)
    expect(await counted()).toBeUndefined()
    await sent(village.committee, `/${reportId}/attach`, { about: named(reported) })
    expect(await counted()).toMatchObject({ made: 1 })
  })
})

describe('a second report of the same person', () => {
  const about = (given: object = {}) => tell(reporter, { about: named(reported), ...given })

  it('is the same when day, place and rule are, and names the one that is open', async () => {
    const first = await about()
    const again = await about()
    expect(again.code).toBe('already_reported')
    expect(again.about).toEqual({ kind: 'breach_report', id: first.reportId })
    const placed = await tell(reporter)
    expect((await tell(reporter)).about).toEqual({ kind: 'breach_report', id: placed.reportId })
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
    expect((await tell(await addPerson(test), { about: named(reported) })).code).toBe('200')
  })
})

describe('a report that is withdrawn', () => {
  it('ends it before the decision, for who reported only; both sides keep what they said', async () => {
    const { reportId } = await tell(reporter, { about: named(reported) })
    await reply(test, reported, reportId)
    const kin = await addPerson(test, { householdId: reporter.householdId })
    const withdraw = (by: TestPerson) =>
      sent(by, `/${reportId}/withdraw`, { words: '看错了，是邻村的车。' })
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

  it('is not withdrawn once it is decided; by the cadre who entered it, it is told to the reporter', async () => {
    const first = await tell(reporter, { about: named(reported) })
    await reply(test, reported, first.reportId)
    await decide(test, village.committee, { reportId: first.reportId, ...dismissed })
    expect((await sent(reporter, `/${first.reportId}/withdraw`)).code).toBe('report_decided')
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    const onBehalf = { personId: reporter.personId, channel: 'oral' }
    const second = await tell(leader, { about: named(reported), onBehalf, itemRef: 'r172' })
    expect((await sent(leader, `/${second.reportId}/withdraw`)).code).toBe('200')
    expect(await messageKinds(test, reporter)).toContain('breach_report.withdrawn')
  })
})

describe('the reported', () => {
  it('read what it would cost, how to mend it, and on Home until when to reply', async () => {
    const { reportId, replyDueOn } = await tell(reporter, { about: named(reported) })
    const { rules } = await view(test, reported, reportId)
    expect(rules).toEqual([
      {
        ref: 'plot-litter',
        name: expect.stringContaining('农膜'),
        pointsHundredths: -300,
        unit: null,
        repair: expect.arrayContaining([{ by: 'mending', minutes: null, restoresPermille: 1000 }]),
      },
    ])
    const open = await tell(reporter, { about: named(reported), itemRef: undefined })
    expect((await view(test, reported, open.reportId)).rules.length).toBe(3)
    expect((await view(test, reporter, reportId)).rules).toEqual([])
    const kin = await addPerson(test, { householdId: reported.householdId })
    const waiting = async (who: TestPerson) =>
      (await call(test, who, 'GET', '/api/me/home'))
        .json()
        .waiting.filter(({ kind }: { kind: string }) => kind === 'report_to_reply_to')
    expect(await waiting(kin)).toHaveLength(2)
    expect((await waiting(reported))[0]).toMatchObject({
      at: new Date(`${replyDueOn}T00:00:00+08:00`).toISOString(),
    })
    await reply(test, kin, reportId)
    expect(await waiting(reported)).toHaveLength(1)
    daysLater(test, 9)
    await decide(test, village.committee, { reportId: open.reportId, ...dismissed })
    expect(await waiting(reported)).toEqual([])
  })
})

it('leaves a log in which the auditor finds nothing', async () => {
  const { findings } = await auditOf(test.database, VILLAGE, test.clock.now())
  expect(findings).toEqual([])
})

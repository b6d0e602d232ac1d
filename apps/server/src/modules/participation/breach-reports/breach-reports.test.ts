import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import {
  addSides,
  answerAppeal,
  appeal,
  awardOf,
  createBreachVillage,
  daysLater,
  decide,
  deductionOf,
  dismissed,
  makeFinal,
  messageKinds,
  reply,
  report,
  settleAll,
  view,
} from '../../../../test/breach-village.ts'
import { awardRow, codeOf, honour, partsOf } from '../../../../test/objection-village.ts'
import { addSubject, adoptGardenSheet } from '../../../../test/participation-village.ts'
import {
  actorOf,
  disagreements,
  nextKey,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { repairDeduction, reverseAward } from '../../scoring/index.ts'
import { listDueReports, settleReports } from '../index.ts'

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

const inbox = (who: TestPerson, role: 'committee' | 'supervisor' | 'town_officer') =>
  test.database.inVillage(VILLAGE, async (db) => {
    const due = await listDueReports(db, actorOf(who, role), test.clock.now())
    return due.map(({ kind, reportId }) => `${kind} ${reportId}`)
  })
describe('a report of a breach', () => {
  it('is told to the reported, replied to, upheld, and deducted only after the week for appeals', async () => {
    const plot = await addSubject(test, { keeper: reported })
    const { reportId } = await report(test, reporter, { code: plot.code })
    expect(await messageKinds(test, reported)).toEqual(['breach_report.made'])
    expect(await codeOf(decide(test, village.committee, { reportId }))).toBe('reply_awaited')
    const kin = await addPerson(test, { householdId: reported.householdId })
    await reply(test, kin, reportId)
    expect(await codeOf(reply(test, reported, reportId))).toBe('replied_already')
    expect(await inbox(village.committee, 'committee')).toContain(`report_to_decide ${reportId}`)
    await decide(test, village.committee, { reportId })
    await settleReports(partsOf(test), VILLAGE)
    expect(await awardOf(test, reportId)).toBeNull()
    await settleAll(test)
    expect(await settleReports(partsOf(test), VILLAGE)).toBe(0)
    const awardId = (await awardOf(test, reportId)) ?? ''
    expect(await awardRow(test, awardId)).toEqual({ state: 'scored', points: -300, quantity: 1 })
    await makeFinal(test, [awardId])
    expect(await honour(test, reported)).toBe(-300)
    expect(await messageKinds(test, reporter)).toEqual([
      'breach_report.decided',
      'breach_report.settled',
    ])
    expect(await disagreements(test)).toEqual([])
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

  it('is decided without a reply once the time for it is over', async () => {
    const { reportId } = await report(test, reporter, reported)
    daysLater(test, 8)
    expect(await codeOf(decide(test, village.committee, { reportId, ...dismissed }))).toBe('done')
    expect(await codeOf(reply(test, reported, reportId))).toBe('report_decided')
  })

  it('is pressed for by the supervisors once it is overdue', async () => {
    const { reportId } = await report(test, reporter, reported)
    daysLater(test, 30)
    expect(await inbox(supervisor, 'supervisor')).toContain(`report_overdue ${reportId}`)
  })
})

describe('an appeal', () => {
  it('of the reporter against a dismissal can be confirmed, which is the end of it', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId, ...dismissed })
    expect(await codeOf(appeal(test, reported, reportId))).toBe('appeal_not_yours')
    await appeal(test, reporter, reportId)
    expect(await codeOf(appeal(test, reporter, reportId))).toBe('not_appealable')
    expect(await inbox(supervisor, 'supervisor')).toContain(`report_appeal ${reportId}`)
    await settleAll(test)
    expect((await view(test, reporter, reportId)).state).toBe('appealed')
    expect(await answerAppeal(test, supervisor, reportId, 'confirmed')).toEqual({ awardId: null })
    expect(await codeOf(answerAppeal(test, supervisor, reportId, 'confirmed'))).toBe('not_appealed')
    expect(await view(test, reporter, reportId)).toMatchObject({
      state: 'settled',
      outcome: 'dismissed',
    })
  })

  it('changes a decision either way: nothing is deducted, or at once', async () => {
    const first = await report(test, reporter, reported)
    await reply(test, reported, first.reportId)
    await decide(test, village.committee, first)
    await appeal(test, reported, first.reportId)
    const { awardId } = await answerAppeal(test, supervisor, first.reportId, 'changed')
    expect(awardId).toBeNull()
    expect(await view(test, reported, first.reportId)).toMatchObject({
      outcome: 'dismissed',
      decision: { outcome: 'upheld' },
      appeal: { isMine: true, answer: { outcome: 'changed' } },
    })
    const second = await report(test, reporter, reported)
    await reply(test, reported, second.reportId)
    await decide(test, village.committee, { ...second, ...dismissed })
    await appeal(test, reporter, second.reportId)
    expect(await codeOf(answerAppeal(test, supervisor, second.reportId, 'changed'))).toBe(
      'rule_needed',
    )
    const changed = await answerAppeal(test, supervisor, second.reportId, 'changed', 'r172')
    expect(await awardRow(test, changed.awardId ?? '')).toMatchObject({ points: -1000 })
  })

  it('is decided by nobody who made the decision, and not after its week is over', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId })
    await appeal(test, reported, reportId)
    const attempt = (by: TestPerson) => codeOf(answerAppeal(test, by, reportId, 'confirmed'))
    expect(await attempt(village.committee)).toBe('decided_before')
    expect(await attempt(await addPerson(test, { householdId: reporter.householdId }))).toBe(
      'own_report',
    )
    const late = await report(test, reporter, await addPerson(test))
    daysLater(test, 9)
    await decide(test, village.committee, { reportId: late.reportId, ...dismissed })
    daysLater(test, 8)
    expect(await codeOf(appeal(test, reporter, late.reportId))).toBe('appeal_too_late')
  })
})

describe('a deduction', () => {
  it('costs double while the same one is in force, and no more once that is mended', async () => {
    const repair = (awardId: string, by = village.committee) =>
      repairDeduction(test.server, actorOf(by, 'committee'), nextKey(), {
        awardId,
        way: 'mending',
        minutes: null,
        words: '沟里的农膜都清走了。',
        photoFileId: null,
      })
    const first = await deductionOf(test, reported, village.committee)
    expect(await codeOf(repair(first))).toBe('deduction_not_final')
    await makeFinal(test, [first])
    const second = await deductionOf(test, reported, village.committee)
    expect(await awardRow(test, second)).toMatchObject({ points: -600 })
    await makeFinal(test, [second])
    const kin = await addPerson(test, { householdId: reported.householdId })
    expect(await codeOf(repair(first, kin))).toBe('own_household_award')
    expect(await repair(first)).toMatchObject({ restoredHundredths: 300 })
    expect(await codeOf(repair(first))).toBe('repaired_already')
    await repair(second)
    expect(await honour(test, reported)).toBe(0)
    daysLater(test, 1)
    const third = await deductionOf(test, reported, village.committee)
    expect(await awardRow(test, third)).toMatchObject({ points: -300 })
    expect(await disagreements(test)).toEqual([])
  })

  it('is halved by volunteering, and leaves nothing behind when it is taken back', async () => {
    const awardId = await deductionOf(test, reported, village.committee)
    await makeFinal(test, [awardId])
    const repair = (body: unknown) =>
      call(test, village.committee, 'POST', `/api/awards/${awardId}/repairs`, body)
    const volunteering = { way: 'volunteering', words: '在村口扫了两个小时。' }
    const short = await repair({ ...volunteering, minutes: 60 })
    expect([short.statusCode, short.json().code]).toEqual([400, 'repair_too_short'])
    const done = await repair({ ...volunteering, minutes: 120 })
    expect(done.json()).toMatchObject({ restoredHundredths: 150 })
    const mended = (await repair({ way: 'mending', words: '也清走了。' })).json()
    expect(mended).toMatchObject({ restoredHundredths: 150 })
    const shown = await call(test, reported, 'GET', `/api/awards/${mended.repairAwardId}`)
    expect(shown.json()).toMatchObject({ pointsHundredths: 150, state: 'final' })
    await reverseAward(test.server, actorOf(village.secondMember, 'committee'), nextKey(), {
      awardId,
      reason: '认错了人',
    })
    expect(await honour(test, reported)).toBe(0)
    expect(await awardRow(test, mended.repairAwardId)).toMatchObject({ state: 'reversed' })
  })

  it('is refused to whom no report was decided: the auditor recomputes every one', async () => {
    const { findings, village: audited } = await auditOf(test.database, VILLAGE, test.clock.now())
    expect(findings).toEqual([])
    expect(audited?.tally.reports).toBeGreaterThan(10)
  })
})

describe('the routes', () => {
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

  it('show the supervisors how the reports of each reporter ended', async () => {
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

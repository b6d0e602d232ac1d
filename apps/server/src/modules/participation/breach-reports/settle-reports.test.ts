import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  awardOf,
  createBreachVillage,
  daysLater,
  decide,
  deductionOf,
  auditedTally,
  inboxOf,
  makeFinal,
  messageKinds,
  reply,
  report,
  settleAll,
} from '../../../../test/breach-village.ts'
import { awardRow, codeOf, honour, partsOf } from '../../../../test/objection-village.ts'
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
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { repairDeduction, reverseAward } from '../../scoring/index.ts'
import { settleReports } from './settle-reports.ts'

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

describe('a report that was upheld', () => {
  it('is told to the reported, replied to, upheld, and deducted only after the week for appeals', async () => {
    const plot = await addSubject(test, { keeper: reported })
    const { reportId } = await report(test, reporter, { code: plot.code })
    expect(await messageKinds(test, reported)).toEqual(['breach_report.made'])
    expect(await codeOf(decide(test, village.committee, { reportId }))).toBe('reply_awaited')
    const kin = await addPerson(test, { householdId: reported.householdId })
    await reply(test, kin, reportId)
    expect(await codeOf(reply(test, reported, reportId))).toBe('replied_already')
    expect(await inboxOf(test, village.committee, 'committee')).toContain(
      `report_to_decide ${reportId}`,
    )
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
})

it('leaves a log from which the auditor recomputes every deduction', async () => {
  const { reports } = await auditedTally(test)
  expect(reports).toBeGreaterThan(4)
})

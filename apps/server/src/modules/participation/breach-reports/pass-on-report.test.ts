import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  answerAppeal,
  appeal,
  createBreachVillage,
  decide,
  leavesOfKind,
  reply,
  report,
  sendReport,
  view,
  dismissed,
} from '../../../../test/breach-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import { addPerson, type TestPerson, type TestServer } from '../../../../test/server.ts'

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

describe('who knows themselves biased', () => {
  it('passes a report or an appeal on, and is barred from it like kin', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    const [friend, judge] = [
      await addPerson(test, { roles: ['committee'] }),
      await addPerson(test, { roles: ['supervisor'] }),
    ]
    expect((await sendReport(test, reporter, `/${reportId}/pass-on`)).code).toBe('role_required')
    expect((await sendReport(test, judge, `/${reportId}/pass-on`)).code).toBe(
      'committee_decides_reports',
    )
    expect((await view(test, friend, reportId)).canPassOn.ok).toBe(true)
    expect((await sendReport(test, friend, `/${reportId}/pass-on`)).code).toBe('200')
    expect((await sendReport(test, friend, `/${reportId}/pass-on`)).code).toBe('passed_on')
    expect((await view(test, friend, reportId)).canDecide.code).toBe('passed_on')
    expect(await codeOf(decide(test, friend, { reportId, ...dismissed }))).toBe('passed_on')
    await decide(test, village.committee, { reportId, ...dismissed })
    await appeal(test, reporter, reportId)
    expect((await sendReport(test, judge, `/${reportId}/pass-on`)).code).toBe('200')
    expect(await codeOf(answerAppeal(test, judge, reportId, 'confirmed'))).toBe('passed_on')
    expect(await codeOf(answerAppeal(test, supervisor, reportId, 'confirmed'))).toBe('done')
    expect(await leavesOfKind(test, 'breach-report.passed-on')).toHaveLength(2)
  })
})

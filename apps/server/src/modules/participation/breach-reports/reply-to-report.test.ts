import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  createBreachVillage,
  daysLater,
  decide,
  named,
  reply,
  tellOfPlace,
  view,
  dismissed,
} from '../../../../test/breach-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import { codeOf } from '../../../../test/objection-village.ts'
import {
  addPerson,
  call,
  type TestPerson,
  type TestServer,
  OTHER_VILLAGE,
} from '../../../../test/server.ts'

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

describe('the reported', () => {
  it('reply once, whoever of the household is faster', async () => {
    const { reportId } = await tellOfPlace(test, reporter, { about: named(reported) })
    const kin = await addPerson(test, { householdId: reported.householdId })
    const codes = await Promise.all(
      [reported, kin].map((person) => codeOf(reply(test, person, reportId))),
    )
    expect(codes.toSorted()).toEqual(['done', 'replied_already'])
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    for (const person of [reporter, await addPerson(test), abroad])
      expect(await codeOf(reply(test, person, reportId))).toBe('unknown_breach_report')
  })

  it('read what it would cost, how to mend it, and on Home until when to reply', async () => {
    const { reportId, replyDueOn } = await tellOfPlace(test, reporter, { about: named(reported) })
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
    const open = await tellOfPlace(test, reporter, { about: named(reported), itemRef: undefined })
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

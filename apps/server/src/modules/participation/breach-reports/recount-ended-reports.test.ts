import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  answerAppeal,
  appeal,
  countedReports,
  createBreachVillage,
  decide,
  messageKinds,
  reply,
  report,
  settleAll,
  watchHeld,
  auditedTally,
} from '../../../../test/breach-village.ts'
import { answer, partsOf, raise, refused } from '../../../../test/objection-village.ts'
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
import { recountEndedReports } from './recount-ended-reports.ts'

let test: TestServer
let village: ScoringVillage
let supervisor: TestPerson
let reporter: TestPerson

beforeAll(async () => {
  ;({ test, village, supervisor } = await createBreachVillage())
})
afterAll(() => test.close())
beforeEach(async () => {
  ;({ reporter } = await addSides(test))
})

describe('a report of a post that ends after its shift was scored', () => {
  const recount = () => recountEndedReports(partsOf(test), VILLAGE)
  const post = () => addSubject(test, { kind: 'post', label: '北村口岗' })

  it('upheld lowers the award, and overturned raises it again, by a new one that names the old', async () => {
    test.clock.set(TEST_START)
    await addPerson(test, { roles: ['committee'] }) // a third household, so that the committee answers
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
    expect((await auditedTally(test)).reversals).toBe(4)
  })
})

import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  messagesOf,
  objectionRow,
  onNotice,
  partsOf,
  raise,
} from '../../../../test/objection-village.ts'
import { actorOf, createScoringVillage } from '../../../../test/scoring-village.ts'
import { addPerson, createTestServer, TEST_START, VILLAGE } from '../../../../test/server.ts'
import { escalateObjections, escalateObjectionsJob, listDueObjections } from '../index.ts'

const test = await createTestServer()
await createScoringVillage(test)
await addPerson(test, { roles: ['committee'] }) // the third household: so many are left to answer
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

describe('escalateObjections', () => {
  it('tells the overseers once when the last day is over', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    const officer = await addPerson(test, { roles: ['town_officer'] })
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    await escalateObjections(partsOf(test), VILLAGE)
    const { objectionId } = await raise(test, person, { awardId })
    test.clock.set(new Date('2026-03-11T15:59:59Z'))
    const due = () =>
      test.database.inVillage(VILLAGE, (db) =>
        listDueObjections(db, actorOf(supervisor, 'supervisor'), test.clock.now()),
      )
    await escalateObjections(partsOf(test), VILLAGE)
    expect(await messagesOf(test, supervisor)).toEqual([])
    expect((await due()).map((one) => one.objectionId)).not.toContain(objectionId)
    test.clock.set(new Date('2026-03-11T16:00:00Z'))
    await escalateObjectionsJob(partsOf(test)).run()
    expect(await escalateObjections(partsOf(test), VILLAGE)).toBe(0)
    for (const overseer of [supervisor, officer])
      expect(await messagesOf(test, overseer)).toContainEqual({
        kind: 'objection.overdue',
        params: { objectionId, dueOn: '2026-03-11' },
      })
    expect(await due()).toContainEqual(
      expect.objectContaining({ kind: 'objection_overdue', objectionId }),
    )
  })

  it('records each once, where two servers look at one moment', async () => {
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    await raise(test, person, { awardId })
    const escalated = async () => {
      const sql = "SELECT count(*)::int AS n FROM record WHERE kind = 'objection.overdue'"
      return (await test.owner.query(sql)).rows[0].n as number
    }
    const before = await escalated()
    test.clock.set(new Date('2026-03-11T16:00:00Z'))
    const found = await Promise.all([1, 2].map(() => escalateObjections(partsOf(test), VILLAGE)))
    expect(found.toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(await escalated()).toBe(before + 1)
  })
})

describe('the days for an answer', () => {
  it('are working days: holidays are left out, make-up days count, and unknown years are told', async () => {
    const person = await addPerson(test)
    const raisedOn = async (day: string) => {
      test.clock.set(new Date(`${day}T01:00:00Z`))
      const { awardId } = await onNotice(test, person)
      return raise(test, person, { awardId })
    }
    // 25 to 27 September and 1 to 7 October are off; on Saturday, 10 October, people work.
    const { objectionId, dueOn } = await raisedOn('2026-09-24')
    expect(dueOn).toBe('2026-10-12')
    const overdue = () => escalateObjections(partsOf(test), VILLAGE)
    test.clock.set(new Date('2026-10-12T15:59:59Z'))
    await overdue()
    expect((await objectionRow(test, objectionId)).escalated_at).toBeNull()
    test.clock.set(new Date('2026-10-12T16:00:00Z'))
    await overdue()
    expect((await objectionRow(test, objectionId)).escalated_at).not.toBeNull()
    expect(await raisedOn('2026-12-24')).toMatchObject({
      dueOn: '2027-01-04',
      holidaysKnown: false,
    })
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import {
  messagesOf,
  objectionLeaf,
  onNotice,
  raise,
  refused,
} from '../../../../test/objection-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { createScoringVillage } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'

const test = await createTestServer()
const { committee, secondMember } = await createScoringVillage(test)
const friend = await addPerson(test, { roles: ['committee'] })
const fourth = await addPerson(test, { roles: ['committee'] })
const supervisor = await addPerson(test, { roles: ['supervisor'] })
afterAll(() => test.close())

const passOn = (who: TestPerson | null, objectionId: string, key?: string) =>
  call(test, who, 'POST', `/api/objections/${objectionId}/pass-on`, undefined, key ? { key } : {})
const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code as unknown

async function raised() {
  const [earner, objector] = [await addPerson(test), await addPerson(test)]
  const { awardId } = await onNotice(test, earner)
  return { earner, objector, ...(await raise(test, objector, { awardId })) }
}

describe('passOnObjection', () => {
  it('bars for good who declares themselves biased; others answer, and the log tells that', async () => {
    const { objectionId } = await raised()
    await sentTwice(test, (key) => passOn(friend, objectionId, key))
    expect(await objectionLeaf(test, 'objection.passed-on', objectionId)).toMatchObject({
      public: { objection: expect.any(String) },
    })
    expect(await codeOf(passOn(friend, objectionId))).toBe('objection_passed_on')
    const { outcome, reasons } = refused(objectionId)
    const answer = (who: TestPerson) =>
      call(test, who, 'POST', `/api/objections/${objectionId}/answer`, { outcome, reasons })
    expect(await codeOf(answer(friend))).toBe('objection_passed_on')
    expect((await answer(committee)).statusCode).toBe(200)
    expect(await codeOf(passOn(secondMember, objectionId))).toBe('objection_answered')
  })

  it('is for whoever might answer it, of this village', async () => {
    const { objectionId, objector } = await raised()
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await codeOf(passOn(null, objectionId))).toBe('not_signed_in')
    expect(await codeOf(passOn(objector, objectionId))).toBe('role_required')
    expect(await codeOf(passOn(stranger, objectionId))).toBe('unknown_objection')
  })

  it('tells the overseers once too few of the committee are left, each of two who pass it on at one moment', async () => {
    const { objectionId, objector } = await raised()
    const all = [committee, secondMember, friend, fourth].map((who) => passOn(who, objectionId))
    const outcomes = await outcomesOf(all)
    expect(outcomes).toContain('done')
    for (const overseer of [supervisor, objector]) {
      const told = (await messagesOf(test, overseer)).filter(
        ({ params }) => params['objectionId'] === objectionId,
      )
      expect(told.map(({ kind }) => kind)).toEqual([
        overseer === objector ? 'objection.to-overseers' : 'objection.yours-to-answer',
      ])
    }
  })
})

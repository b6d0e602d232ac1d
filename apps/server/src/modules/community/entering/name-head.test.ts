import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, type TestPerson } from '../../../../test/server.ts'

const { test, committee, operator, villager, messagesOf, personOf, post } =
  await createDeskVillage()
afterAll(() => test.close())

describe('the head of a household', () => {
  it('is named among its people; both are told', async () => {
    const head = await addPerson(test)
    const { householdId } = head
    const wife = await addPerson(test, { householdId, name: '林晚' })
    const name = (who: TestPerson | null, personId: string, household = householdId) =>
      post(who, `/api/households/${household}/head`, { personId, reason: '家里商定' })
    expect(await codeOf(name(villager, wife.personId))).toBe('role_required')
    expect(await codeOf(name(committee, villager.personId))).toBe('head_elsewhere')
    expect(await codeOf(name(committee, head.personId))).toBe('already_head')
    expect((await name(committee, wife.personId)).statusCode).toBe(200)
    expect(await personOf(wife.personId)).toMatchObject({ isHead: true })
    expect((await messagesOf(wife))[0]).toMatchObject({ params: { isHead: true } })
    expect((await messagesOf(head))[0]).toMatchObject({ params: { isHead: false } })
    const own = committee.householdId
    expect(await codeOf(name(committee, committee.personId, own))).toBe('own_household_entry')
  })

  it('is named once for one key, and by one of two who name the same at one moment', async () => {
    const { householdId } = await addPerson(test)
    const [son, daughter] = [
      await addPerson(test, { householdId }),
      await addPerson(test, { householdId }),
    ]
    const name = (who: TestPerson, { personId }: TestPerson, key?: string) =>
      post(who, `/api/households/${householdId}/head`, { personId, reason: '家里商定' }, key)
    await sentTwice(test, (key) => name(committee, son, key))
    expect(await personOf(son.personId)).toMatchObject({ isHead: true })
    const both = [committee, operator].map((who) => name(who, daughter))
    expect(await outcomesOf(both)).toEqual(['already_head', 'done'])
  })
})

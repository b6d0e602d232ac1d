import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carried } from '../../../../test/benefits-village.ts'
import { done, refused, sortedStatuses } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let cadre: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  cadre = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const resolution = { number: '2026-3', what: '积分超市一年最多两万元', ...carried }
const opened = async (): Promise<string> => {
  const body = { nameZh: '积分超市', nameEn: null, mostFen: 500, resolution }
  return (await done(call(test, cadre, 'POST', '/api/budgets', body))).budgetId
}
const close = (budgetId: string, person: TestPerson | null = cadre, key?: string) =>
  call(test, person, 'POST', `/api/budgets/${budgetId}/close`, undefined, key ? { key } : {})

describe('closing a budget', () => {
  it('is the committee’s, in its own village, and leaves nothing to spend', async () => {
    const budgetId = await opened()
    expect(await refused(close(budgetId, null))).toBe('401 not_signed_in')
    expect(await refused(close(budgetId, await addPerson(test)))).toBe('403 role_required')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(close(budgetId, abroad))).toBe('404 unknown_budget')
    const answer = await done(close(budgetId, cadre, 'closed-once'))
    expect(answer).toEqual({ spentFen: 0 })
    expect(await done(close(budgetId, cadre, 'closed-once'))).toEqual(answer)
    expect(await refused(close(budgetId))).toBe('409 budget_closed')
    const { items } = await done(call(test, cadre, 'GET', '/api/budgets'))
    expect(items).toMatchObject([{ budgetId, leftFen: 0, spentFen: 0 }])
  })

  it('happens once, whoever is faster', async () => {
    const budgetId = await opened()
    const other = await addPerson(test, { roles: ['committee'] })
    const rivals = await Promise.all([close(budgetId), close(budgetId, other)])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
  })
})

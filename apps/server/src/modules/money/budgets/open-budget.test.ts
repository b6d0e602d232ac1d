import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carried } from '../../../../test/benefits-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { leavesOf } from '../../../../test/scoring-village.ts'
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
const open = (
  mostFen: number,
  change: object = {},
  person: TestPerson | null = cadre,
  key?: string,
) =>
  call(
    test,
    person,
    'POST',
    '/api/budgets',
    {
      nameZh: '积分超市',
      nameEn: 'Points shop',
      mostFen,
      resolution: { ...resolution, ...change },
    },
    key ? { key } : {},
  )
const listed = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/budgets'))).items

describe('a budget', () => {
  it('is refused without a resolution that holds', async () => {
    expect(await refused(open(100, { present: 40 }))).toBe('400 budget_without_resolution')
    expect(await refused(open(100, { date: '2026-03-05' }))).toBe('400 budget_without_resolution')
    expect(await refused(open(100, { number: ' ' }))).toBe('400 invalid_request')
    expect(await refused(open(0))).toBe('400 invalid_request')
  })

  it('is opened by the committee, once under one key, and told without its words', async () => {
    expect(await refused(open(100, {}, null))).toBe('401 not_signed_in')
    expect(await refused(open(100, {}, await addPerson(test)))).toBe('403 role_required')
    const { budgetId } = await done(open(500, {}, cadre, 'opened-once'))
    expect(await done(open(500, {}, cadre, 'opened-once'))).toEqual({ budgetId })
    expect(await listed(await addPerson(test))).toMatchObject([
      { budgetId, mostFen: 500, spentFen: 0, leftFen: 500 },
    ])
    expect(await listed(await addPerson(test, { villageId: OTHER_VILLAGE }))).toEqual([])
    const leaves = await leavesOf(test, 'budget.opened', '')
    expect(leaves).toMatchObject([{ public: { mostFen: 500, resolution: carried } }])
    expect(JSON.stringify(leaves)).not.toMatch(/积分超市|2026-3"/)
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { publishLog } from '../../../../test/benefits-village.ts'
import { done, refused, sortedStatuses } from '../../../../test/participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { YearEndVillage } from '../../../../test/year-end-village.ts'
import { checkConsistency } from '../../../check-consistency.ts'
import type { InboxItem } from '../../../platform/contributions.ts'

let village: YearEndVillage
beforeAll(async () => {
  village = await YearEndVillage.create()
  await village.nextMorning()
}, 60_000)
afterAll(() => village.test.close())

it('is paid once a second person of another household confirms it, and each reads why', async () => {
  const account = { holderName: '陈军', bankName: '信用社', accountNumber: '6228000099' }
  await done(call(village.test, village.high, 'POST', '/api/me/payout-account', account))
  const yearEndId = await village.proposed()
  const kin = await addPerson(village.test, {
    householdId: village.proposer.householdId,
    roles: ['committee'],
  })
  expect(await refused(village.confirm(yearEndId, village.proposer))).toBe(
    '403 second_own_proposal',
  )
  expect(await refused(village.confirm(yearEndId, kin))).toBe('403 second_of_household')
  const { runIds } = await done(village.confirm(yearEndId))
  expect(await refused(village.confirm(yearEndId))).toBe('409 year_end_over')
  expect(await refused(village.drop(yearEndId))).toBe('409 year_end_over')
  const runs = await Promise.all(
    runIds.map((id: string) =>
      done(call(village.test, village.second, 'GET', `/api/payment-runs/${id}`)),
    ),
  )
  expect(runs).toMatchObject([
    { means: 'bank', totalFen: 714, lines: [{ amountFen: 714, state: 'pending' }] },
    { means: 'cash', totalFen: 286, lines: [{ amountFen: 286, payeeName: village.low.name }] },
  ])
  const own = await done(call(village.test, village.high, 'GET', '/api/me/year-ends'))
  expect(own.items).toMatchObject([
    {
      shareFen: 714,
      sentence: '村里拿出 10.00 元，按全村 0.7 分来分；您家 0.5 分，得 7.14 元。',
    },
  ])
  expect(await done(call(village.test, village.none, 'GET', '/api/me/year-ends'))).toEqual({
    items: [],
  })
  const { items } = await done(call(village.test, village.low, 'GET', '/api/me/messages'))
  expect(items[0]).toMatchObject({ kind: 'year_end.shared', params: { shareFen: 286 } })
  const { items: budgets } = await done(call(village.test, village.low, 'GET', '/api/budgets'))
  expect(budgets[0]).toMatchObject({ spentFen: 1_000, leftFen: 9_000 })
  expect(await checkConsistency(village.test)).toEqual([])
}, 30_000)

it('waits in the inbox of who could be its second person, then as what is to be paid', async () => {
  const yearEndId = await village.proposed({ poolFen: 700 })
  const [second, proposer] = [await inboxOf(village.second), await inboxOf(village.proposer)]
  expect(second).toContainEqual(
    expect.objectContaining({ kind: 'year_end_to_confirm', id: yearEndId, title: '2026 年终分配' }),
  )
  expect(proposer.filter(({ kind }) => kind === 'year_end_to_confirm')).toEqual([])
  const { runIds } = await done(village.confirm(yearEndId))
  const later = await inboxOf(village.second)
  expect(later.filter(({ kind }) => kind === 'year_end_to_confirm')).toEqual([])
  const [run] = later.filter(({ id }) => id !== null && runIds.includes(id))
  expect(run).toMatchObject({
    kind: 'payments_to_end',
    title: '2026 年终分配 · 走银行 · 3月3日',
    count: 1,
  })
})

async function inboxOf(person: TestPerson): Promise<InboxItem[]> {
  return (await done(call(village.test, person, 'GET', '/api/workbench/inbox'))).items
}

it('is recomputed by the auditor from the log alone', async () => {
  await village.nextMorning()
  await publishLog(village.test)
  const { findings } = await auditOf(village.test.database, VILLAGE, village.test.clock.now())
  expect(findings.map(({ code, detail }) => `${code} ${detail}`)).toEqual([])
}, 60_000)

it('pays nothing twice: of two who confirm at once one is refused', async () => {
  const yearEndId = await village.proposed({ poolFen: 300 })
  const answers = await Promise.all([village.confirm(yearEndId), village.confirm(yearEndId)])
  expect(sortedStatuses(answers)).toEqual([200, 409])
  expect(await checkConsistency(village.test)).toEqual([])
})

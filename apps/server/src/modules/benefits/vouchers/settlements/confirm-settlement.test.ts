import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { publishLog } from '../../../../../test/benefits-village.ts'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'
import { checkConsistency } from '../../../../check-consistency.ts'

let village: VoucherVillage
let settlementId: string
/** Took vouchers for the shop in that month, and does no more. */
let former: TestPerson
beforeAll(async () => {
  village = await VoucherVillage.create()
  former = await village.bound(village.merchantId)
  for (const till of [village.till, former, village.otherTill])
    await done(village.redeem(till, await village.bought(await village.buyer())))
  const { personId } = former
  await done(
    village.post(village.manager, `/api/merchants/${village.merchantId}/people/remove`, {
      personId,
    }),
  )
  village.test.clock.set(new Date('2026-04-02T01:00:00Z'))
}, 60_000)
afterAll(() => village.test.close())

const get = (url: string, person = village.second) => call(village.test, person, 'GET', url)
const setAccount = async () => {
  const { changeId } = await done(village.proposeAccount())
  await done(village.confirmAccount(changeId))
}

const waitsFor = async (person = village.second) =>
  (await done(get('/api/workbench/inbox', person))).items.filter(
    ({ kind }: { kind: string }) => kind === 'voucher_settlement_to_confirm',
  )

it('is refused once an account changed after it was proposed', async () => {
  const { settlementId: stale } = await done(village.propose('2026-03'))
  await setAccount()
  expect(await refused(village.confirm(stale))).toBe('409 settlement_changed')
  await done(village.post(village.second, `/api/voucher-settlements/${stale}/drop`))
})

it('orders one payment for each merchant, once, confirmed by another household without a part in it', async () => {
  settlementId = (await done(village.propose('2026-03'))).settlementId
  expect(await refused(village.confirm(settlementId, village.manager))).toBe(
    '403 second_own_proposal',
  )
  const ofHousehold = (householdId: string) =>
    addPerson(village.test, { householdId, roles: ['committee'] })
  expect(
    await refused(village.confirm(settlementId, await ofHousehold(village.manager.householdId))),
  ).toBe('403 second_of_household')
  expect(
    await refused(village.confirm(settlementId, await ofHousehold(village.till.householdId))),
  ).toBe('403 own_merchant')
  expect(await refused(village.confirm(settlementId, await ofHousehold(former.householdId)))).toBe(
    '403 own_merchant',
  )
  expect(await waitsFor()).toMatchObject([{ id: settlementId, title: '2026-03' }])
  expect(await waitsFor(village.manager)).toEqual([])
  const answers = await Promise.all([village.confirm(settlementId), village.confirm(settlementId)])
  expect(sortedStatuses(answers)).toEqual([200, 409])
  expect(await waitsFor()).toEqual([])
  const view = await done(get(`/api/voucher-settlements/${settlementId}`))
  expect(view).toMatchObject({
    state: 'confirmed',
    totalFen: 3000,
    lines: [
      { name: '村口小店', amountFen: 2000, redemptionCount: 2, account: { accountEnds: '2222' } },
      { name: '镇上药店', amountFen: 1000, redemptionCount: 1, account: null },
    ],
  })
  const runs = await Promise.all(
    view.lines.map(({ runId }: { runId: string }) => done(get(`/api/payment-runs/${runId}`))),
  )
  expect(runs).toMatchObject([
    { means: 'bank', totalFen: 2000, lines: [{ payeeName: '村口小店', state: 'pending' }] },
    { means: 'cash', totalFen: 1000, lines: [{ payeeName: '镇上药店' }] },
  ])
  expect(await checkConsistency(village.test)).toEqual([])
})

it('has its cash entered by nobody of the household of whoever takes the vouchers', async () => {
  const { lines } = await done(get(`/api/voucher-settlements/${settlementId}`))
  const { runId } = lines[1]
  const kin = await addPerson(village.test, {
    householdId: village.otherTill.householdId,
    roles: ['committee'],
  })
  const sign = (person = village.second) =>
    village.post(person, `/api/payment-runs/${runId}/sign`, { nos: [1] })
  const isOwnOf = async (person = village.second) =>
    (await done(get(`/api/payment-runs/${runId}`, person))).lines[0].isOwn
  expect(await isOwnOf(kin)).toBe(true)
  const people = `/api/merchants/${village.otherMerchantId}/people/remove`
  await done(village.post(village.manager, people, { personId: village.otherTill.personId }))
  expect(await isOwnOf(kin)).toBe(true) // who took them has left
  expect(await refused(sign(kin))).toBe('403 own_household_payment')
  expect(await isOwnOf()).toBe(false)
  expect(await done(sign())).toMatchObject({ paidCount: 1, paidFen: 1000 })
})

it('lets nothing into a month that is settled: what began before its end, or by a slow clock', async () => {
  const { clock } = village.test
  const now = clock.now()
  clock.set(new Date('2026-03-31T15:59:59Z'))
  const code = await village.bought(await village.buyer())
  expect(await refused(village.redeem(village.till, code))).toBe('409 voucher_month_settled')
  clock.set(now)
  expect(await refused(village.redeem(village.till, code))).toBe('200 accepted')
  expect(await checkConsistency(village.test)).toEqual([])
})

it('gives each merchant its own statement, on paper and as a table, the same each time', async () => {
  const { months } = await done(village.tillOf(village.till))
  expect(months).toMatchObject([
    { month: '2026-04', settlementId: null },
    { month: '2026-03', settlementId, amountFen: 2000 },
  ])
  const own = `/api/till/statements/${settlementId}`
  const desk = `/api/voucher-settlements/${settlementId}/merchants/${village.merchantId}`
  const files = await Promise.all([
    get(`${own}/table.xlsx`, village.till),
    get(`${desk}/table.xlsx`),
    get(`${own}/sheet.pdf`, village.till),
    get(`${desk}/sheet.pdf`),
  ])
  expect(files.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  const [table, sameTable, sheet, sameSheet] = files.map(({ rawPayload }) => rawPayload)
  expect(table?.equals(sameTable ?? Buffer.alloc(0))).toBe(true)
  expect(sheet?.subarray(0, 5).toString()).toBe('%PDF-')
  expect(sameSheet?.equals(sheet ?? Buffer.alloc(0))).toBe(true)
  const none = `/api/voucher-settlements/${settlementId}/merchants/${village.kindId}/table.xlsx`
  expect(await refused(get(none))).toBe('404 no_statement')
  expect(await refused(get(`${desk}/table.xlsx`, village.till))).toBe('403 role_required')
})

it('is recomputed by the auditor from the log alone', async () => {
  await publishLog(village.test)
  const { findings } = await auditOf(village.test.database, VILLAGE, village.test.clock.now())
  expect(findings.map(({ code, detail }) => `${code} ${detail}`)).toEqual([])
}, 60_000)

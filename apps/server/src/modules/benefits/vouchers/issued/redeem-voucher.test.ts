import { plateCheckCharacter } from '@azalea/text'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { actorOf, nextKey } from '../../../../../test/scoring-village.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../../../test/server.ts'
import { VALUE_FEN, VoucherVillage } from '../../../../../test/voucher-village.ts'
import { checkConsistency } from '../../../../check-consistency.ts'
import { TestLedger } from '../../../../../test/test-ledger.ts'
import { decideConsent } from '../../../community/index.ts'
import { accountOf } from '../../../money/index.ts'

const mended = (body: string) => body + plateCheckCharacter(body)
/** A village whose mark is another's. */
const foreignCode = mended('000000000000000')

let village: VoucherVillage
let partsKindId: string
beforeAll(async () => {
  village = await VoucherVillage.create()
  partsKindId = await village.offered({ inParts: true, nameZh: '可分次券' })
}, 60_000)
afterAll(() => village.test.close())

const owed = () =>
  new TestLedger(village.test).balance(accountOf({ kind: 'merchant', id: village.merchantId }))

describe('redeemVoucher', () => {
  it('takes a voucher once: a copy is told when and where it was spent', async () => {
    const person = await village.buyer()
    const code = await village.bought(person)
    const before = await owed()
    expect((await done(village.look(village.till, code))).canTake).toMatchObject({ ok: true })
    const answer = await done(village.redeem(village.till, code))
    expect(answer).toMatchObject({ leftFen: 0 })
    expect((await owed()) - before).toBe(VALUE_FEN)
    const again = await village.redeem(village.otherTill, code)
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({
      code: 'voucher_spent',
      detail: '这张券已经在 2026-03-02 09:00 于 村口小店 用过了，这次没有核销。',
    })
    expect((await done(village.look(village.otherTill, code))).canTake).toMatchObject({
      ok: false,
      code: 'voucher_spent',
    })
    const { vouchers } = await village.vouchersOf(person)
    expect(vouchers).toMatchObject([
      { state: 'spent', code: null, redemptions: [{ merchantName: '村口小店' }] },
    ])
    const { items } = await done(call(village.test, person, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({ kind: 'voucher.spent', params: { amountFen: VALUE_FEN } })
  })

  it.each([2, 64])(
    'lets one of %d telephones at one moment win, and tells the others',
    async (rivals) => {
      const code = await village.bought(await village.buyer())
      const answers = await Promise.all(
        Array.from({ length: rivals }, (_, no) =>
          refused(village.redeem(no % 2 === 0 ? village.till : village.otherTill, code)),
        ),
      )
      expect(answers.filter((answer) => answer === '200 accepted')).toHaveLength(1)
      expect(answers.filter((answer) => answer === '409 voucher_spent')).toHaveLength(rivals - 1)
      expect(await checkConsistency(village.test)).toEqual([])
    },
    30_000,
  )

  it('takes parts where the voucher says so, and of two at one moment one', async () => {
    const person = await village.buyer()
    const whole = await village.bought(person)
    expect(await refused(village.redeem(village.till, whole, 300))).toBe('400 voucher_not_in_parts')
    const code = await village.bought(person, partsKindId)
    const [one, other] = await Promise.all([
      refused(village.redeem(village.till, code, 300)),
      refused(village.redeem(village.otherTill, code, 300)),
    ])
    expect([one, other].toSorted()).toEqual(['200 accepted', '409 voucher_changed'])
    expect(await refused(village.redeem(village.till, code, 800, 700))).toBe(
      '409 voucher_left_too_low',
    )
    expect(await done(village.redeem(village.till, code, 700, 700))).toMatchObject({ leftFen: 0 })
    expect(await refused(village.redeem(village.till, code, 700, 700))).toBe('409 voucher_spent')
    expect(await checkConsistency(village.test)).toEqual([])
  })

  it('gives the same answer to who sends the same again', async () => {
    const code = await village.bought(await village.buyer())
    const body = { code, amountFen: VALUE_FEN, leftFen: VALUE_FEN }
    const send = () =>
      call(village.test, village.till, 'POST', '/api/till/redemptions', body, { key: 'till-key-1' })
    expect((await send()).json()).toEqual((await send()).json())
  })

  it('reads a code as people type it, and refuses what is none, unknown, or another village’s', async () => {
    const code = await village.bought(await village.buyer())
    const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8).toLowerCase()}`
    expect((await done(village.look(village.till, encodeURIComponent(typed)))).leftFen).toBe(
      VALUE_FEN,
    )
    const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect(await refused(village.redeem(village.till, mistyped))).toBe('400 voucher_code_mistyped')
    expect(await refused(village.redeem(village.till, foreignCode))).toBe(
      '404 voucher_of_other_village',
    )
    const stranger = await addPerson(village.test, {
      villageId: OTHER_VILLAGE,
      roles: ['merchant'],
    })
    expect(await refused(village.redeem(stranger, code))).toBe('404 voucher_of_other_village')
    expect(await refused(village.redeem(village.till, await unknownCode()))).toBe(
      '404 unknown_voucher',
    )
    expect(await village.budget()).toMatchObject({ heldFen: expect.any(Number) })
  })

  it('is not for who takes none, for a voucher taken elsewhere, or of one’s own household', async () => {
    const elsewhere = await village.offered({ merchantIds: [village.otherMerchantId] })
    const person = await village.buyer()
    const code = await village.bought(person, elsewhere)
    const refusal = await village.redeem(village.till, code)
    expect(refusal.json()).toMatchObject({ code: 'voucher_not_taken_here' })
    expect(refusal.json().detail).toContain('镇上药店')
    expect(await refused(village.redeem(person, code))).toBe('403 role_required')
    const unbound = await addPerson(village.test, { roles: ['merchant'] })
    expect(await refused(village.redeem(unbound, code))).toBe('403 no_merchant_of_yours')
    const housemate = await addPerson(village.test, { householdId: person.householdId })
    const who = { personId: housemate.personId }
    const url = `/api/merchants/${village.otherMerchantId}/people`
    await done(village.post(village.manager, url, { who }))
    expect(await refused(village.redeem(housemate, code))).toBe('403 own_household_voucher')
    expect(await done(village.redeem(village.otherTill, code))).toMatchObject({ leftFen: 0 })
  })

  it('is taken of who left or erased themselves, too, and told to who lives in the household now', async () => {
    const { test } = village
    const person = await village.buyer()
    const housemate = await addPerson(test, { householdId: person.householdId })
    const code = await village.bought(person, partsKindId)
    await done(call(test, person, 'POST', '/api/me/erase', { name: person.name }))
    await done(village.redeem(village.till, code, 300))
    const told = async ({ personId }: TestPerson) =>
      (
        await test.owner.query(
          "SELECT params FROM message WHERE person_id = $1 AND kind = 'voucher.spent'",
          [personId],
        )
      ).rows
    expect(await told(housemate)).toMatchObject([{ params: { amountFen: 300, leftFen: 700 } }])
    expect(await told(person)).toEqual([])
    const { householdId } = housemate
    const leaving = { householdId, decision: 'leave' } as const
    await decideConsent(test.server, actorOf(housemate), nextKey(), leaving)
    expect(await done(village.redeem(village.till, code, 700, 700))).toMatchObject({ leftFen: 0 })
    expect(await checkConsistency(test)).toEqual([])
  })

  it('shows a merchant its own day without who bought', async () => {
    const { takings, totalFen, months } = await done(village.tillOf(village.till))
    expect(totalFen).toBe(
      takings.reduce((sum: number, one: { amountFen: number }) => sum + one.amountFen, 0),
    )
    expect(Object.keys(takings[0]).toSorted()).toEqual([
      'amountFen',
      'leftFen',
      'redeemedAt',
      'redemptionId',
      'voucherName',
    ])
    expect(months).toMatchObject([{ month: '2026-03', settlementId: null, amountFen: totalFen }])
    expect((await done(village.tillOf(village.till, '2026-03-01'))).takings).toEqual([])
    for (const day of ['0000-01-01', '0001-01-01', '9999-12-31'])
      expect(await refused(village.tillOf(village.till, day))).toBe('400 invalid_request')
  })
})

async function unknownCode(): Promise<string> {
  const code = await village.bought(await village.buyer())
  return mended(`${code.slice(0, 3)}${'0'.repeat(12)}`)
}

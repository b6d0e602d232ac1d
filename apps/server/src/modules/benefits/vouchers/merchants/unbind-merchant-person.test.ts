import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('takes the role back at once', async () => {
  const remove = (merchantId: string) =>
    village.post(village.manager, `/api/merchants/${merchantId}/people/remove`, {
      personId: village.till.personId,
    })
  expect(await refused(remove(village.otherMerchantId))).toBe('404 not_of_this_merchant')
  await done(remove(village.merchantId))
  expect(await refused(village.tillOf(village.till))).toBe('403 role_required')
  expect(await refused(remove(village.merchantId))).toBe('404 not_of_this_merchant')
  expect(await refused(remove(village.kindId))).toBe('404 unknown_merchant')
})

it('erases somebody of elsewhere, whom it knows for nothing else, and lets them be invited anew', async () => {
  const who = { name: '钱掌柜', phone: '13700001234' }
  const url = `/api/merchants/${village.otherMerchantId}/people`
  const { personId } = await done(village.post(village.manager, url, { who }))
  await done(village.post(village.manager, `${url}/remove`, { personId }))
  const known = await village.test.owner.query(
    `SELECT name, phone, (SELECT count(*)::int FROM message WHERE message.person_id = $1) AS messages,
       (SELECT count(*)::int FROM sign_in_identity WHERE sign_in_identity.person_id = $1) AS doors
     FROM person WHERE person_id = $1`,
    [personId],
  )
  expect(known.rows).toEqual([{ name: null, phone: null, messages: 0, doors: 0 }])
  const again = await done(village.post(village.manager, url, { who }))
  expect(again.personId).not.toBe(personId)
  await done(village.post(village.manager, `/api/merchants/${village.otherMerchantId}/end`))
  const { rows } = await village.test.owner.query('SELECT name FROM person WHERE person_id = $1', [
    again.personId,
  ])
  expect(rows).toEqual([{ name: null }])
  const { rows: kept } = await village.test.owner.query(
    'SELECT name FROM person WHERE person_id = $1',
    [village.otherTill.personId],
  )
  expect(kept).toEqual([{ name: village.otherTill.name }])
})

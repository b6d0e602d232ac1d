import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Access } from '../../../../platform/http/route.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const bind = (who: object, merchantId = village.merchantId) =>
  village.post(village.manager, `/api/merchants/${merchantId}/people`, { who })

/** Signs in with the code that the telephone was sent. */
async function signedIn(phone: string): Promise<TestPerson> {
  const { test } = village
  await done(call(test, null, 'POST', '/api/sign-in/code', { phone }))
  const code = test.sentCodes.at(-1)?.code
  const answer = await call(test, null, 'POST', '/api/sign-in', { phone, code })
  const cookie = answer.cookies.find(({ name }) => name === 'azalea_session')
  return { ...village.manager, cookie: `azalea_session=${cookie?.value}` }
}

it('invites somebody of elsewhere: no villager, and in the whole API only what a merchant may', async () => {
  const phone = '13700001234'
  await done(bind({ name: '钱掌柜', phone }))
  const outsider = await signedIn(phone)
  const { session } = await done(call(village.test, outsider, 'GET', '/api/session'))
  expect(session).toMatchObject({ roles: ['merchant'], person: { name: '钱掌柜' } })
  expect((await done(village.tillOf(outsider))).merchant.name).toBe('村口小店')
  const { paths } = village.test.http.swagger() as unknown as {
    paths: Record<string, Record<string, { 'x-access': Access }>>
  }
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { 'x-access': access }] of Object.entries(methods)) {
      if (typeof access === 'string') continue
      const url = path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
      const answer = await refused(
        call(
          village.test,
          outsider,
          method.toUpperCase() as 'GET',
          url,
          method === 'post' ? {} : undefined,
        ),
      )
      const isOpen = access.includes('merchant')
      expect([path, answer === '403 role_required']).toEqual([path, !isOpen])
      expect(isOpen).toBe(path.startsWith('/api/till'))
    }
  expect(await refused(bind({ name: '钱掌柜', phone }))).toBe('409 phone_taken')
}, 60_000)

it('binds a villager to one merchant, and nobody to themselves', async () => {
  const person = await addPerson(village.test)
  const who = { personId: person.personId }
  await done(bind(who))
  expect(await refused(bind(who, village.otherMerchantId))).toBe('409 merchant_person_elsewhere')
  expect(await refused(bind({ personId: village.manager.personId }))).toBe('403 role_to_oneself')
  expect(await refused(bind({ personId: village.merchantId }))).toBe('404 unknown_person')
  expect(await refused(bind(who, village.kindId))).toBe('404 unknown_merchant')
  const grant = { personId: (await addPerson(village.test)).personId, role: 'merchant' }
  const given = await village.post(village.manager, '/api/roles/grant', grant)
  expect(given.json()).toMatchObject({ code: 'role_not_yours_to_give' })
  const { items } = await done(call(village.test, village.manager, 'GET', '/api/merchants'))
  expect(items[0].people).toHaveLength(3)
})

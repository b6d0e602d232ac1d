import { expect, it, onTestFinished } from 'vitest'
import { addPerson, call, createTestServer } from '../../../test/server.ts'
import { upload } from '../../../test/upload.ts'
import { forgetExpired } from './forget-expired.ts'

it('forgets ended codes, requests, sessions and roster files, and nothing that still counts', async () => {
  const test = await createTestServer()
  onTestFinished(() => test.close())
  const committee = await addPerson(test, { roles: ['committee'] })
  const rowsOf = async (table: string) => (await test.owner.query(`SELECT FROM ${table}`)).rowCount
  const left = async () => [
    await rowsOf('sign_in_code'),
    await rowsOf('sign_in_request'),
    await rowsOf('session'),
    await rowsOf('roster_import'),
  ]
  await call(test, null, 'POST', '/api/sign-in/code', { phone: '13800000001' })
  const csv = Buffer.from('组别,户号,姓名\n1组,9001号,吕素贞\n')
  await upload(test, committee, '/api/roster/import/preview', csv)
  await forgetExpired(test.database, test.clock)
  expect(await left()).toEqual([1, 1, 1, 1])
  test.clock.advanceMinutes(66)
  await forgetExpired(test.database, test.clock)
  // A request counts for a day.
  expect(await left()).toEqual([0, 1, 1, 1])
  test.clock.advanceMinutes(24 * 60)
  await forgetExpired(test.database, test.clock)
  expect(await left()).toEqual([0, 0, 1, 0])
  test.clock.set(new Date('2031-01-01T00:00:00Z'))
  await forgetExpired(test.database, test.clock)
  expect(await left()).toEqual([0, 0, 0, 0])
})

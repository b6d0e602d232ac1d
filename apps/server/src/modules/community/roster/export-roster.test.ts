import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

async function rowsOf(url: string): Promise<unknown[][]> {
  const answer = await call(test, committee, 'GET', url)
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="azalea-.*\.xlsx"$/)
  const { sheets } = await readXlsx(answer.rawPayload)
  return (sheets[0]?.rows ?? []).map((row) => [...row])
}

it('takes the roster along, masked, which everyone in it can see; importing it again changes nothing', async () => {
  const head = await addPerson(test, { name: '周门头' })
  await addPerson(test, { name: '周婉', householdId: head.householdId })
  const rows = await rowsOf('/api/roster/export')
  expect(rows[0]).toEqual([
    '组别',
    '户号',
    '姓名',
    '与户主关系',
    '打码手机号',
    '身份证后四位',
    '出生年份',
  ])
  const own = rows.filter((row) => String(row[2]).startsWith('周'))
  expect(own.map((row) => [row[2], row[3] ?? ''])).toEqual([
    ['周门头', '户主'],
    ['周婉', ''],
  ])
  expect(String(own[0]?.[4])).toMatch(/^139\*{4}\d{4}$/)
  const looks = (await call(test, head, 'GET', '/api/me/data-access')).json().items
  expect(looks).toMatchObject([{ what: 'roster_export' }])
  const file = (await call(test, committee, 'GET', '/api/roster/export')).rawPayload
  const preview = (await upload(test, committee, '/api/roster/import/preview', file)).json()
  expect(preview.errors).toEqual([])
  expect(preview.summary).toMatchObject({ newPeople: 0, changed: 0 })
})

it('takes along what is wrong in a file that waits, until it is confirmed', async () => {
  const csv = Buffer.from('组别,户号,姓名,手机号\n1组,9001号,好人,\n1组,9002号,坏号,123\n')
  const { importId } = (await upload(test, committee, '/api/roster/import/preview', csv)).json()
  const url = `/api/roster/import/${importId}/skipped`
  const [, ...wrong] = await rowsOf(url)
  expect(wrong.map((row) => row.slice(0, 3))).toEqual([[3, 'D3', '手机号']])
  await call(test, committee, 'POST', `/api/roster/import/${importId}/confirm?skipErrors=true`, {})
  expect((await call(test, committee, 'GET', url)).json().code).toBe('unknown_import')
})

it('a file that still has somebody who died is told so, and does not bring them back', async () => {
  const person = await addPerson(test, { name: '钱老' })
  const removal = { removal: 'died', reason: '11月去世' }
  await call(test, committee, 'POST', `/api/people/${person.personId}/removal`, removal)
  const { rows } = await test.owner.query(
    'SELECT house_no FROM household WHERE household_id = $1',
    [person.householdId],
  )
  const csv = Buffer.from(`组别,户号,姓名,手机号\n1组,${rows[0].house_no},钱老,18811112222\n`)
  const preview = (await upload(test, committee, '/api/roster/import/preview', csv)).json()
  expect(preview.errors).toMatchObject([{ code: 'person_departed', row: 2 }])
  expect(preview.summary).toMatchObject({ newPeople: 0, changed: 0 })
})

import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { seal } from '../../../platform/keyring.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let committee: TestPerson
let operator: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
  operator = await addPerson(test, { roles: ['operator'] })
})
afterAll(() => test.close())

async function depart({ personId }: TestPerson, body: { removal: string; reason: string }) {
  const url = `/api/people/${personId}/removal`
  await call(test, committee, 'POST', url, body)
  const { removal } = body
  const confirmed = await call(test, operator, 'POST', `${url}/confirm`, { removal })
  expect(confirmed.statusCode).toBe(200)
}

async function rowsOf(url: string): Promise<unknown[][]> {
  const answer = await call(test, committee, 'GET', url)
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="[a-z-]+\.xlsx"; filename\*=UTF-8''%E.*\.xlsx$/,
  )
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

it('takes along each row that is not imported with its cells and why, before and after the confirmation', async () => {
  const person = await addPerson(test, { name: '钱走' })
  const { rows: doors } = await test.owner.query(
    'SELECT house_no, phone FROM person JOIN household USING (household_id) WHERE person_id = $1',
    [person.personId],
  )
  const removal = { removal: 'moved_away', reason: '迁出' }
  await depart(person, removal)
  const other = await addPerson(test, { name: '钱留' })
  const { rows: phones } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
    other.personId,
  ])
  const csv = [
    '组别,户号,姓名,关系,手机号,身份证号,出生年月',
    '1组,9001号,好人,户主,,,',
    ',,坏号,子,123,11010119900307123,1990年3月',
    `,${doors[0].house_no},钱走,,,,`,
    `,9003号,借号,,${phones[0].phone},,`,
    `,9004号,问号,,${phones[0].phone.replace(/.$/, '')},,`,
  ]
  const file = Buffer.from(csv.join('\n'))
  const { importId, conflicts } = (
    await upload(test, committee, '/api/roster/import/preview', file)
  ).json()
  const url = `/api/roster/import/${importId}/skipped`
  const [titles, ...before] = await rowsOf(url)
  expect(titles?.slice(0, 8)).toEqual([
    '行',
    '组别',
    '户号',
    '姓名',
    '与户主关系',
    '手机号',
    '身份证后四位',
    '出生年月',
  ])
  expect(before.map((row) => row.map((cell) => cell ?? '').slice(0, 9))).toEqual([
    ['3', '第1组', '9001号', '坏号', '子', '123', '…7123', '1990', 'E3 F3'],
    ['4', '第1组', doors[0].house_no, '钱走', '', '', '', '', 'C4'],
    ['5', '第1组', '9003号', '借号', '', phones[0].phone, '', '', 'E5'],
    ['6', '第1组', '9004号', '问号', '', phones[0].phone.replace(/.$/, ''), '', '', 'E6'],
  ])
  expect(before[1]?.[9]).toContain('已经登记为去世或迁出')
  expect(before[2]?.[9]).toContain('号码换了人用，还是写错了？')
  const answers = [{ conflictId: conflicts[0].conflictId, choice: 'leave_out' }]
  await call(test, committee, 'POST', `/api/roster/import/${importId}/answers`, { answers })
  const [, , , left] = await rowsOf(url)
  expect(left?.slice(9)).toEqual(['您选了这一行先不导入。', 'You chose to leave this row out.'])
  const confirm = `/api/roster/import/${importId}/confirm?skipErrors=true`
  const done = (await call(test, committee, 'POST', confirm, {})).json()
  expect(done).toMatchObject({ newPeople: 1, skipped: 4 })
  const [, ...after] = await rowsOf(url)
  expect(after.map((row) => row[0])).toEqual(['3', '4', '5', '6'])
  expect((await call(test, committee, 'POST', confirm, {})).json().code).toBe('unknown_import')
  test.clock.advanceMinutes(24 * 60)
  expect((await call(test, committee, 'GET', url)).json().code).toBe('unknown_import')
})

it('keeps nothing of a file of which all is imported', async () => {
  const file = Buffer.from('组别,户号,姓名\n1组,9011号,全好\n')
  const { importId } = (await upload(test, committee, '/api/roster/import/preview', file)).json()
  const url = `/api/roster/import/${importId}`
  await call(test, committee, 'POST', `${url}/confirm`, {})
  expect((await call(test, committee, 'GET', `${url}/skipped`)).json().code).toBe('unknown_import')
})

it('asks for a file again that was kept before an upgrade', async () => {
  const file = Buffer.from('组别,户号,姓名\n1组,9012号,旧文\n')
  const { importId } = (await upload(test, committee, '/api/roster/import/preview', file)).json()
  const old = { rowCount: 1, rows: [], errors: [], remarks: [], choices: [], planHash: '' }
  await keepAs(importId, old)
  const url = `/api/roster/import/${importId}`
  const answers = [{ conflictId: 'phone 2', choice: 'leave_out' }]
  for (const answer of [
    await call(test, committee, 'POST', `${url}/confirm`, {}),
    await call(test, committee, 'POST', `${url}/answers`, { answers }),
    await call(test, committee, 'GET', `${url}/skipped`),
  ])
    expect(answer.json()).toMatchObject({ code: 'unknown_import', status: 404 })
})

/** Seals something else in the place of what was kept, as an earlier version would have. */
async function keepAs(importId: string, kept: object): Promise<void> {
  const context = `roster-import ${VILLAGE} ${importId}`
  const { rows } = await test.owner.query<{ wrapped_key: Buffer }>(
    'SELECT wrapped_key FROM roster_import WHERE import_id = $1',
    [importId],
  )
  const key = test.server.keyring.unwrap(rows[0]!.wrapped_key, context)
  const sealed = seal(key, Buffer.from(JSON.stringify(kept)), context, seededRandomness('kept'))
  await test.owner.query('UPDATE roster_import SET sealed = $1 WHERE import_id = $2', [
    sealed,
    importId,
  ])
}

it('a file that still has somebody who died is told so, and does not bring them back', async () => {
  const person = await addPerson(test, { name: '钱老' })
  const removal = { removal: 'died', reason: '11月去世' }
  await depart(person, removal)
  const { rows } = await test.owner.query(
    'SELECT house_no FROM household WHERE household_id = $1',
    [person.householdId],
  )
  const csv = Buffer.from(`组别,户号,姓名,手机号\n1组,${rows[0].house_no},钱老,18811112222\n`)
  const preview = (await upload(test, committee, '/api/roster/import/preview', csv)).json()
  expect(preview.errors).toMatchObject([{ code: 'person_departed', row: 2 }])
  expect(preview.summary).toMatchObject({ newPeople: 0, changed: 0 })
})

import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rosterCsv } from '../../../../fixtures/roster/make-roster.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'
import { generateRoster, rosterToCsv } from '../../../season/roster.ts'

let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const preview = (file: Buffer, person: TestPerson | null = committee) =>
  upload(test, person, '/api/roster/import/preview', file)

describe('who and what', () => {
  it('takes a roster from the committee and the operator only', async () => {
    const file = Buffer.from('组别,户号,姓名\n3组,己1号,郑甲\n')
    const villager = await addPerson(test)
    const leader = await addPerson(test, { roles: ['group_leader'] })
    const operator = await addPerson(test, { roles: ['operator'] })
    expect((await preview(file, null)).statusCode).toBe(401)
    expect((await preview(file, villager)).json().code).toBe('role_required')
    expect((await preview(file, leader)).statusCode).toBe(403)
    expect((await preview(file, operator)).statusCode).toBe(200)
    const url = '/api/roster/import/00000000-0000-7000-8000-000000000000/confirm'
    expect((await call(test, null, 'POST', url, {})).statusCode).toBe(401)
    expect((await call(test, villager, 'POST', url, {})).statusCode).toBe(403)
    expect((await call(test, committee, 'POST', url, {})).statusCode).toBe(404)
    const bad = '/api/roster/import/1/confirm'
    expect((await call(test, committee, 'POST', bad, {})).json().code).toBe('invalid_request')
  })

  it('refuses in words what is no roster', async () => {
    const refused = async (bytes: Buffer) => (await preview(bytes)).json().code
    expect(await refused(Buffer.from('今天天气好'))).toBe('roster_columns_missing')
    expect(await refused(Buffer.from('组别,姓名\n1,陈芳\n'))).toBe('roster_columns_missing')
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old_spreadsheet')
    expect(await refused(Buffer.from('PK\u0003\u0004 and no more'))).toBe('spreadsheet_unreadable')
    expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe(
      'spreadsheet_unreadable',
    )
    expect(await refused(Buffer.alloc(0))).toBe('no_file')
    const json = await call(test, committee, 'POST', '/api/roster/import/preview', {})
    expect(json.json()).toMatchObject({ code: 'no_file', status: 400 })
    const huge = await preview(Buffer.alloc(9 * 1024 * 1024, 'a,'))
    expect(huge.json()).toMatchObject({ code: 'file_too_large', status: 413 })
  })

  it('gives out a template that it can read itself', async () => {
    const answer = await call(test, committee, 'GET', '/api/roster/template')
    expect(answer.headers['content-disposition']).toContain('.xlsx')
    const read = (await preview(answer.rawPayload)).json()
    expect(read).toMatchObject({ errors: [], summary: { rows: 0 } })
    expect((await call(test, null, 'GET', '/api/roster/template')).statusCode).toBe(401)
    const notes = async () => {
      const { rawPayload } = await call(test, committee, 'GET', '/api/roster/template')
      const { sheets } = await readXlsx(rawPayload)
      return JSON.stringify(sheets.at(-1)?.rows)
    }
    expect(await notes()).toContain('全村不重复')
    await call(test, committee, 'POST', '/api/village/house-numbering', { numbering: 'group' })
    expect(await notes()).toContain('同一组里不重复')
    expect(await notes()).not.toContain('全村不重复')
    expect(await notes()).toContain('once in its group')
    await call(test, committee, 'POST', '/api/village/house-numbering', { numbering: 'village' })
  })

  it('reads UTF-8 with and without a mark, GB18030, UTF-16 and tabs alike', async () => {
    const text = '村民小组\t门牌号\t成员姓名\n三组\t庚１号\t冯甲\n'
    const files = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text.replaceAll('\t', ',')}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      rosterCsv({ merges: [], faults: [], rows: text.split('\n').map((line) => line.split('\t')) }),
    ]
    for (const file of files) {
      const answer = (await preview(file)).json()
      expect(answer.errors).toEqual([])
      expect(answer.changes).toMatchObject([{ houseNo: '庚1号', name: '冯甲', kind: 'new' }])
    }
  })
})

it('imports a whole generated village through the same door', async () => {
  const people = generateRoster(1, { households: 520, people: 1700, groups: 9 })
  const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['operator'] })
  const url = '/api/roster/import/preview'
  const answer = (await upload(test, elsewhere, url, rosterToCsv(people))).json()
  expect(answer.errors).toEqual([])
  const done = await call(
    test,
    elsewhere,
    'POST',
    `/api/roster/import/${answer.importId}/confirm`,
    {},
  )
  expect(done.json()).toEqual({
    newHouseholds: 520,
    newPeople: 1700,
    changed: 0,
    proposed: 0,
    skipped: 0,
  })
  const village = await call(test, null, 'GET', `/api/villages/${OTHER_VILLAGE}`)
  expect(village.json()).toMatchObject({ households: 521, people: 1701 })
}, 60_000)

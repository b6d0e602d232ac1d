import { readXlsx } from 'hucre/xlsx'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  createScoringVillage,
  goodResolution,
  leavesOf,
  lintAnswers,
  nextKey,
  outcome,
  testSheet,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let village: ScoringVillage
let villager: TestPerson
let stranger: TestPerson
let strangeMember: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
  villager = await addPerson(test)
  stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
  strangeMember = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
})
afterAll(() => test.close())

const get = (person: TestPerson | null, url: string) => call(test, person, 'GET', url)
const post = (person: TestPerson | null, url: string, body: unknown) =>
  call(test, person, 'POST', url, body)

function uploadSheet(person: TestPerson | null, file: Buffer | null) {
  const boundary = 'azalea-test-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="sheet.json"\r\nContent-Type: application/json\r\n\r\n`
  const payload =
    file === null
      ? Buffer.from(`--${boundary}--\r\n`)
      : Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return test.http.inject({
    method: 'POST',
    url: '/api/rule-sheets/import',
    headers: {
      ...(person ? { cookie: person.cookie } : {}),
      'idempotency-key': nextKey(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
}

describe('rule sheets', () => {
  const sheetFile = Buffer.from(JSON.stringify(testSheet()))

  it('shows the sheet in force to villagers and to anyone', async () => {
    expect(await outcome(get(null, '/api/rule-sheet'))).toEqual([401, 'not_signed_in'])
    expect(await outcome(get(stranger, '/api/rule-sheet'))).toEqual([409, 'no_rule_sheet'])
    const own = (await get(villager, '/api/rule-sheet')).json()
    expect(own).toMatchObject({
      ruleSheetId: village.ruleSheetId,
      effectiveFrom: '2026-03-01',
      resolution: goodResolution,
      sheet: { schema: 'azalea-rule-sheet/1', villageId: VILLAGE },
    })
    const open = await get(null, `/api/villages/${VILLAGE}/rule-sheet`)
    expect(open.json()).toEqual(own)
    const byHash = await get(null, `/api/villages/${VILLAGE}/rule-sheets/${own.hash}`)
    expect(byHash.json()).toEqual(own)
    expect(await outcome(get(null, '/api/villages/1/rule-sheet'))).toEqual([400, 'invalid_request'])
    expect(
      await outcome(get(null, `/api/villages/${OTHER_VILLAGE}/rule-sheets/${own.hash}`)),
    ).toEqual([404, 'unknown_rule_sheet'])
  })

  it('lists them to the staff of the village only', async () => {
    expect(await outcome(get(villager, '/api/rule-sheets'))).toEqual([403, 'role_required'])
    const { items } = (await get(village.committee, '/api/rule-sheets')).json()
    expect(items.at(-1)).toMatchObject({ version: 1, state: 'adopted', draftedByMe: true })
    expect((await get(strangeMember, '/api/rule-sheets')).json().items).toEqual([])
    const url = `/api/rule-sheets/${village.ruleSheetId}`
    expect((await get(village.secondMember, url)).json()).toMatchObject({ draftedByMe: false })
    expect(await outcome(get(strangeMember, url))).toEqual([404, 'unknown_rule_sheet'])
    expect(await outcome(get(village.committee, '/api/rule-sheets/7'))).toEqual([
      400,
      'invalid_request',
    ])
  })

  it('imports a file as a draft, which another member adopts', async () => {
    expect((await uploadSheet(null, sheetFile)).statusCode).toBe(401)
    expect((await uploadSheet(villager, sheetFile)).statusCode).toBe(403)
    expect(await outcome(uploadSheet(village.committee, null))).toEqual([400, 'no_file'])
    expect(await outcome(uploadSheet(village.committee, Buffer.from('?')))).toEqual([
      400,
      'sheet_file_unreadable',
    ])
    expect(await outcome(post(village.committee, '/api/rule-sheets/import', {}))).toEqual([
      400,
      'no_file',
    ])
    const imported = (await uploadSheet(village.committee, sheetFile)).json()
    expect(imported).toMatchObject({ items: testSheet().items.length, problems: [] })
    const url = `/api/rule-sheets/${imported.ruleSheetId}/adopt`
    const body = { resolution: goodResolution, effectiveFrom: '2026-06-01', lintAnswers }
    expect(await outcome(post(null, url, body))).toEqual([401, 'not_signed_in'])
    expect(await outcome(post(villager, url, body))).toEqual([403, 'role_required'])
    expect(await outcome(post(strangeMember, url, body))).toEqual([404, 'unknown_rule_sheet'])
    const bad = { ...body, effectiveFrom: '2026-02-30' }
    expect(await outcome(post(village.secondMember, url, bad))).toEqual([400, 'invalid_request'])
    expect(await outcome(post(village.committee, url, body))).toEqual([403, 'own_draft'])
    const unanswered = { ...body, lintAnswers: [] }
    expect(await outcome(post(village.secondMember, url, unanswered))).toEqual([
      400,
      'warning_unanswered',
    ])
    const view = await get(village.secondMember, `/api/rule-sheets/${imported.ruleSheetId}`)
    expect(view.json().findings).toMatchObject([{ ref: 'r169', verdict: 'warn' }])
    expect((await post(village.secondMember, url, body)).statusCode).toBe(200)
  })

  it('binds the minutes of the meeting by their hash', async () => {
    const { ruleSheetId } = (await uploadSheet(village.committee, sheetFile)).json()
    const pixel = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    const picture = await pixel.png().toBuffer()
    const send = async (person: TestPerson): Promise<string> =>
      (await upload(test, person, '/api/photos', picture)).json().fileId
    const adopt = (minutesFileId: string) =>
      post(village.secondMember, `/api/rule-sheets/${ruleSheetId}/adopt`, {
        resolution: { ...goodResolution, body: 'delegates', present: 67, minutesFileId },
        effectiveFrom: '2026-06-01',
        lintAnswers,
      })
    expect(await outcome(adopt(await send(villager)))).toEqual([400, 'photo_not_yours'])
    const minutesFileId = await send(village.secondMember)
    expect(await outcome(adopt(minutesFileId))).toEqual([200, null])
    const view = (await get(village.committee, `/api/rule-sheets/${ruleSheetId}`)).json()
    const photo = await get(villager, `/api/photos/${minutesFileId}`)
    const minutesHash = createHash('sha256').update(photo.rawPayload).digest('hex')
    expect(view.resolution).toMatchObject({ body: 'delegates', minutesFileId, minutesHash })
    const [leaf] = await leavesOf(test, 'rule-sheet.adopted', minutesHash)
    expect(leaf?.public['resolution']).toMatchObject({ body: 'delegates', minutesHash })
    expect(leaf?.text).not.toContain(minutesFileId)
  })

  it('gives a workbook to edit and an empty one to fill in', async () => {
    const url = `/api/rule-sheets/${village.ruleSheetId}/workbook`
    expect(await outcome(get(null, url))).toEqual([401, 'not_signed_in'])
    expect(await outcome(get(villager, url))).toEqual([403, 'role_required'])
    expect(await outcome(get(strangeMember, url))).toEqual([404, 'unknown_rule_sheet'])
    const answer = await get(village.committee, url)
    expect(answer.headers['content-type']).toContain('spreadsheetml')
    const again = await uploadSheet(village.committee, answer.rawPayload)
    expect(again.json()).toMatchObject({ items: testSheet().items.length, problems: [] })
    expect(await outcome(get(villager, '/api/rule-sheets/template'))).toEqual([
      403,
      'role_required',
    ])
    const template = await get(village.committee, '/api/rule-sheets/template')
    const { sheets } = await readXlsx(template.rawPayload)
    expect(sheets[0]?.rows[1]?.slice(0, 3)).toEqual(['编号', '类别', '事项'])
  })
})

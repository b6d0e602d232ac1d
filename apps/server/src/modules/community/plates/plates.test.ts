import { isPlateCode } from '@azalea/text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leavesOf } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { findOwnSubjectByPlate, findSubjectByPlate } from './find-subject.ts'

let test: TestServer
let committee: TestPerson
let villager: TestPerson
let elsewhere: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
  villager = await addPerson(test, { name: '沈桂花' })
  elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
})
afterAll(() => test.close())

const add = (who: TestPerson | null, body: unknown) =>
  call(test, who, 'POST', '/api/subjects', body)
async function added(
  label: string,
  more: object = {},
): Promise<{ subjectId: string; code: string }> {
  return (await add(committee, { kind: 'plot', label, ...more })).json()
}

it('gives a new subject a plate that leads to it', async () => {
  const keeper = { keeperHouseholdId: villager.householdId }
  const { subjectId, code } = await added('菜地 A-17', {
    groupNo: 2,
    story: '种了三代人',
    ...keeper,
  })
  expect(isPlateCode(code)).toBe(true)
  expect(await findSubjectByPlate(test.database, ` ${code.toLowerCase()} `)).toEqual({
    subjectId,
    code,
    villageId: VILLAGE,
    kind: 'plot',
    label: '菜地 A-17',
    groupNo: 2,
    groupName: '第2组',
    keeperHouseholdId: villager.householdId,
    story: '种了三代人',
    photoFileId: null,
  })
  const { rows } = await test.owner.query("SELECT leaf FROM record WHERE kind = 'subject.added'")
  const leaf = JSON.parse(rows[0].leaf.toString())
  expect(leaf.public.kind).toBe('plot')
  expect(rows[0].leaf.toString()).not.toContain(subjectId)
})

it('tells apart a misread code, an unknown one and another village’s', async () => {
  const { code } = await added('菜地 B-1')
  const wrong = code.slice(0, 7) + (code.endsWith('0') ? '1' : '0')
  await expect(findSubjectByPlate(test.database, wrong)).rejects.toMatchObject({
    code: 'plate_check_failed',
  })
  await expect(findSubjectByPlate(test.database, '00000000')).rejects.toMatchObject({
    code: 'unknown_plate',
  })
  const own = (villageId: string, typed: string) =>
    test.database.inVillage(villageId, (db) => findOwnSubjectByPlate({ db, villageId }, typed))
  expect(await own(VILLAGE, code)).toMatchObject({ label: '菜地 B-1', villageId: VILLAGE })
  await expect(own(OTHER_VILLAGE, code)).rejects.toMatchObject({ code: 'plate_of_other_village' })
  await expect(own(VILLAGE, '00000000')).rejects.toMatchObject({ code: 'unknown_plate' })
  await expect(own(VILLAGE, 'x')).rejects.toMatchObject({ code: 'plate_check_failed' })
})

it('lists plates for villagers too, by kind, group and name, without who keeps them', async () => {
  const keeper = await addPerson(test)
  const flock = { kind: 'flock', label: '鸭群 找 7', keeperHouseholdId: keeper.householdId }
  const { code } = (await add(committee, flock)).json()
  const query = `kind=flock&q=${encodeURIComponent('找')}`
  const read = async (who: TestPerson | null) => call(test, who, 'GET', `/api/plates?${query}`)
  expect((await read(null)).statusCode).toBe(401)
  expect((await read(await addPerson(test))).json().items).toMatchObject([
    { code, label: flock.label, keeperHouseholdId: null, keeperName: null },
  ])
  expect((await read(committee)).json().items).toMatchObject([
    { code, keeperHouseholdId: keeper.householdId, keeperName: keeper.name },
  ])
  const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
  expect((await read(abroad)).json().items).toEqual([])
})

it('gives codes the address that the operator has said, and none before', async () => {
  await add(committee, { kind: 'house', label: '房屋 1' })
  const urls = async () => {
    const { items } = (await call(test, committee, 'GET', '/api/plates?kind=house')).json()
    return items.map(({ url }: { url: string | null }) => url?.replace(/\w+$/, '') ?? null)
  }
  expect(await urls()).toEqual([null])
  const operator = await addPerson(test, { roles: ['operator'] })
  const say = (who: TestPerson, publicUrl: string) =>
    call(test, who, 'POST', '/api/village/public-url', { publicUrl })
  expect((await say(committee, 'https://village.example')).statusCode).toBe(403)
  expect((await say(operator, 'http://localhost:8080')).json().code).toBe('bad_public_url')
  expect((await say(operator, 'https://village.example/')).json()).toEqual({
    publicUrl: 'https://village.example',
  })
  expect(await urls()).toEqual(['https://village.example/p/'])
  await test.owner.query('UPDATE village SET public_url = NULL')
})

it('records where plates lead from now on, and tells committee and supervisors once', async () => {
  const operator = await addPerson(test, { roles: ['operator'] })
  const supervisor = await addPerson(test, { roles: ['supervisor'] })
  const say = (publicUrl: string) =>
    call(test, operator, 'POST', '/api/village/public-url', { publicUrl })
  const told = async () => {
    const { rows } = await test.owner.query<{ person_id: string; params: unknown }>(
      "SELECT person_id, params FROM message WHERE kind = 'village.public_url_said' ORDER BY sent_at, message_id",
    )
    return rows
  }
  const recorded = async () =>
    (await leavesOf(test, 'village.public-url-said', '')).map((leaf) => leaf.public['publicUrl'])
  const [toldBefore, recordedBefore] = [await told(), await recorded()]
  await say('https://elsewhere.example')
  await say('https://elsewhere.example/') // the same again says nothing new
  const news = (await told()).slice(toldBefore.length)
  const params = { publicUrl: 'https://elsewhere.example' }
  for (const { personId } of [committee, supervisor])
    expect(news.filter(({ person_id: id }) => id === personId)).toEqual([
      { person_id: personId, params },
    ])
  for (const { personId } of [operator, villager])
    expect(news.map(({ person_id: id }) => id)).not.toContain(personId)
  expect((await recorded()).slice(recordedBefore.length)).toEqual(['https://elsewhere.example'])
  await test.owner.query('UPDATE village SET public_url = NULL')
})

it('lists plates by kind and label in pages, with their keeper and address', async () => {
  for (const label of ['院子 10', '院子 2', '院子 9']) await add(committee, { kind: 'yard', label })
  const keeper = { keeperHouseholdId: villager.householdId }
  await add(committee, { kind: 'yard', label: '院子 11', ...keeper })
  const labels: string[] = []
  let cursor = ''
  for (;;) {
    const url = `/api/plates?kind=yard&limit=3${cursor}`
    const page = (await call(test, committee, 'GET', url)).json()
    labels.push(...page.items.map((row: { label: string }) => row.label))
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  expect(labels).toEqual(['院子 2', '院子 9', '院子 10', '院子 11'])
  const found = await call(test, committee, 'GET', `/api/plates?q=${encodeURIComponent('院子 11')}`)
  const [row] = found.json().items
  expect(row).toMatchObject({ kind: 'yard', keeperName: '沈桂花', groupNo: null })
  // Nobody has said where people reach the village: no code is given that leads nowhere.
  expect(row.url).toBeNull()
  const redirect = await test.http.inject({ url: `/p/${row.code.toLowerCase()}` })
  expect(redirect.statusCode).toBe(302)
  expect(redirect.headers.location).toBe(`/#/p/${row.code}`)
  expect((await call(test, null, 'GET', '/api/plates')).statusCode).toBe(401)
  expect((await call(test, elsewhere, 'GET', '/api/plates')).json().items).toEqual([])
})

it('changes a story or a keeper and leaves the rest', async () => {
  const keeper = { keeperHouseholdId: villager.householdId }
  const { subjectId, code } = await added('菜地 C-1', { story: '旧的', ...keeper })
  const edit = (who: TestPerson | null, body: object, id = subjectId) =>
    call(test, who, 'POST', `/api/subjects/${id}`, body)
  const tell = (story: string) =>
    call(test, committee, 'POST', `/api/subjects/${subjectId}/tale`, { story, photoFileId: null })
  expect((await tell('新的')).json()).toEqual({})
  expect(await findSubjectByPlate(test.database, code)).toMatchObject({
    story: '新的',
    keeperHouseholdId: villager.householdId,
  })
  await edit(committee, { keeperHouseholdId: null })
  expect(await findSubjectByPlate(test.database, code)).toMatchObject({
    story: '新的',
    keeperHouseholdId: null,
  })
  expect((await edit(null, {})).statusCode).toBe(401)
  expect((await edit(villager, {})).statusCode).toBe(403)
  const nobody = { keeperHouseholdId: null }
  expect((await edit(elsewhere, nobody)).json().code).toBe('unknown_subject')
  const stranger = { keeperHouseholdId: elsewhere.householdId }
  expect((await edit(committee, stranger)).json().code).toBe('unknown_household')
  expect((await tell('x'.repeat(2_001))).json().code).toBe('invalid_request')
  expect((await edit(committee, nobody, '1')).json().code).toBe('invalid_request')
})

it('refuses a second subject of one label, and what is not of the village', async () => {
  await added('菜地 D-1')
  const codeOf = async (body: object) => (await add(committee, body)).json().code
  expect(await codeOf({ kind: 'yard', label: ' 菜地 D-1 ' })).toBe('label_taken')
  expect(await codeOf({ kind: 'plot', label: 'x', groupNo: 77 })).toBe('unknown_group')
  const stranger = { keeperHouseholdId: elsewhere.householdId }
  expect(await codeOf({ kind: 'plot', label: 'x', ...stranger })).toBe('unknown_household')
  expect(await codeOf({ kind: 'castle', label: 'x' })).toBe('invalid_request')
  expect(await codeOf({ kind: 'plot', label: '  ' })).toBe('invalid_request')
  expect((await add(null, { kind: 'plot', label: 'x' })).statusCode).toBe(401)
  expect((await add(villager, { kind: 'plot', label: 'x' })).statusCode).toBe(403)
  const technician = await addPerson(test, { roles: ['technician'] })
  expect((await add(technician, { kind: 'plot', label: '菜地 D-2' })).statusCode).toBe(200)
})

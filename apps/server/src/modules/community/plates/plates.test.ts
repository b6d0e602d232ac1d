import { afterAll, expect, it } from 'vitest'
import { createPlateVillage } from '../../../../test/plate-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'
import { findOwnSubjectByPlate, findSubjectByPlate } from './find-subject.ts'

const { test, committee, villager, elsewhere, add, added } = await createPlateVillage()
afterAll(() => test.close())

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

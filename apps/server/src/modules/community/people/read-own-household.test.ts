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
import { readOwnHousehold } from './read-own-household.ts'

let test: TestServer
let villager: TestPerson
let son: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  villager = await addPerson(test, { name: '张三' })
  son = await addPerson(test, { name: '张小明', householdId: villager.householdId })
  await addPerson(test, { name: '邻居' })
})
afterAll(() => test.close())

const read = (who: TestPerson | null) => call(test, who, 'GET', '/api/me/household')
const namesOf = (answer: { json(): { people: { name: string }[] } }) =>
  answer.json().people.map(({ name }) => name)

describe('my household', () => {
  it('is not for visitors', async () => {
    expect((await read(null)).statusCode).toBe(401)
  })

  it('names those who live in it, the same for each of them, and no neighbour', async () => {
    expect(namesOf(await read(villager))).toEqual(expect.arrayContaining(['张三', '张小明']))
    expect(namesOf(await read(villager))).toHaveLength(2)
    expect(namesOf(await read(son))).toEqual(namesOf(await read(villager)))
  })

  it('tells names and nothing else that is held about the others', async () => {
    const { people } = (await read(villager)).json()
    for (const person of people)
      expect(Object.keys(person).toSorted()).toEqual(['isHead', 'name', 'personId'])
  })

  it('is empty from another village, even for the same id', async () => {
    const seen = await readOwnHousehold(test.database, { ...villager, villageId: OTHER_VILLAGE })
    expect(seen.people).toEqual([])
    const own = await readOwnHousehold(test.database, { ...villager, villageId: VILLAGE })
    expect(own.people).toHaveLength(2)
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'
import { StandingVillage } from './standing-village.ts'

const HOMES = 4

let test: TestServer
let village: StandingVillage
let clerk: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  village = await StandingVillage.found(test, HOMES - 1)
  const { villageId } = village
  // A fourth household, which has not joined, has the keeper of the roster in it.
  clerk = await addPerson(test, { villageId, roles: ['committee'], joined: false })
  for (const person of village.people) await village.post(person, 300)
  // The office, which its founders have left for the households where they live.
  await test.owner.query(
    `INSERT INTO household (village_id, household_id, group_no, house_no, is_office)
     VALUES ($1, $2, 1, '村委', true)`,
    [villageId, test.server.newId()],
  )
  await test.server.standing.folder.idle()
})
afterAll(() => test.close())

async function read(url: string, reader: TestPerson | null = clerk) {
  const answer = await call(test, reader, 'GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

it('every place that counts households says the same, and the empty office counts nowhere', async () => {
  const here = `/api/villages/${village.villageId}`
  const size = await read(here, null)
  const roster = await read('/api/roster/households')
  const groups = [
    await read('/api/roster/households?group=1'),
    await read('/api/roster/households?group=2'),
  ]
  expect(size).toMatchObject({ households: HOMES, memberHouseholds: HOMES - 1 })
  expect(roster.total).toBe(HOMES)
  expect(roster.items).toHaveLength(HOMES)
  expect(groups.map(({ total }) => total)).toEqual([3, 1])
  const joined = await read('/api/roster/households?joined=yes')
  const board = await read(`${here}/boards/households`, null)
  const home = await read('/api/me/home', village.person(0))
  expect([joined.total, board.competitors, board.items.length, home.rank.competitors]).toEqual(
    Array.from({ length: 4 }, () => size.memberHouseholds),
  )
})

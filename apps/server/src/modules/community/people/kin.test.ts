import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { areKin, readKinship } from './kin.ts'

let test: TestServer
let one: TestPerson
let spouse: TestPerson
let neighbour: TestPerson
let founders: TestPerson[]

beforeAll(async () => {
  test = await createTestServer()
  one = await addPerson(test)
  spouse = await addPerson(test, { householdId: one.householdId })
  neighbour = await addPerson(test)
  const founder = await addPerson(test, { roles: ['committee'] })
  const { householdId } = founder
  founders = [founder, await addPerson(test, { householdId, roles: ['operator'] })]
  await test.owner.query('UPDATE household SET is_office = true WHERE household_id = $1', [
    householdId,
  ])
})
afterAll(() => test.close())

const idOf = (person: TestPerson | undefined) => person?.personId ?? ''

it('kin are who lives in one household, and oneself; the office is nobody’s home', async () => {
  const [founder, other] = [idOf(founders[0]), idOf(founders[1])]
  const everybody = [one, spouse, neighbour, ...founders].map(idOf)
  await test.database.inVillage(VILLAGE, async (db) => {
    const kinship = await readKinship(db, VILLAGE, everybody)
    expect(kinship(idOf(one), idOf(spouse))).toBe(true)
    expect(kinship(idOf(one), idOf(one))).toBe(true)
    expect(kinship(founder, founder)).toBe(true)
    expect(kinship(idOf(one), idOf(neighbour))).toBe(false)
    expect(kinship(founder, other)).toBe(false)
    expect(await areKin(db, VILLAGE, idOf(one), [idOf(neighbour), idOf(spouse)])).toBe(true)
    expect(await areKin(db, VILLAGE, founder, [other, idOf(one)])).toBe(false)
    expect(await areKin(db, VILLAGE, founder, [])).toBe(false)
  })
})

import { addPerson, call, createTestServer, OTHER_VILLAGE, type TestPerson } from './server.ts'

/** A village whose committee hangs up plates, a villager who keeps what they stand on, and a neighbour village's committee. */
export async function createPlateVillage() {
  const test = await createTestServer()
  const committee = await addPerson(test, { roles: ['committee'] })
  const villager = await addPerson(test, { name: '沈桂花' })
  const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
  const add = (who: TestPerson | null, body: unknown, key?: string) =>
    call(test, who, 'POST', '/api/subjects', body, key === undefined ? {} : { key })
  return {
    test,
    committee,
    villager,
    elsewhere,
    add,
    added: async (label: string, more: object = {}) =>
      (await add(committee, { kind: 'plot', label, ...more })).json() as {
        subjectId: string
        code: string
      },
  }
}

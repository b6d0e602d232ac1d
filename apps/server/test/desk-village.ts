import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'

/** The code of a refusal; undefined where it was done. */
export const codeOf = async (answer: Promise<LightMyRequestResponse>) =>
  (await answer).json().code as unknown

/** A village with two of its committee, an operator and a villager, and what the desk does there. */
export async function createDeskVillage() {
  const test = await createTestServer()
  const committee = await addPerson(test, { name: '陈秀芳', roles: ['committee'] })
  const second = await addPerson(test, { name: '许国梁', roles: ['committee'] })
  const operator = await addPerson(test, { roles: ['operator'] })
  const villager = await addPerson(test)
  const asks = asksOf(test)
  const { propose, confirm } = asks
  return {
    test,
    committee,
    second,
    operator,
    villager,
    ...asks,
    ...looksOf(test, committee),
    newcomer: (change: object = {}) => ({
      name: '何小满',
      phone: null,
      identityNumber: null,
      birthYear: 1990,
      place: { householdId: villager.householdId },
      reason: '新婚迁入',
      ...change,
    }),
    /** Takes somebody out of the village, by two of its offices. */
    depart: async (personId: string, removal: string) => {
      expect((await propose(committee, personId, removal)).statusCode).toBe(200)
      expect((await confirm(operator, personId, removal)).statusCode).toBe(200)
    },
  }
}

function asksOf(test: TestServer) {
  const post = (who: TestPerson | null, url: string, body?: object, key?: string) =>
    call(test, who, 'POST', url, body, key === undefined ? {} : { key })
  const change = (
    who: TestPerson | null,
    personId: string,
    how: string,
    body?: object,
    key?: string,
  ) => post(who, `/api/people/${personId}/${how}`, body, key)
  return {
    post,
    change,
    enter: (who: TestPerson | null, body: object, key?: string) =>
      post(who, '/api/roster/people', body, key),
    propose: (who: TestPerson | null, personId: string, removal: string, reason = '本人书面申请') =>
      change(who, personId, 'removal', { removal, reason }),
    confirm: (who: TestPerson | null, personId: string, removal: string) =>
      change(who, personId, 'removal/confirm', { removal }),
    drop: (who: TestPerson | null, personId: string, key?: string) =>
      change(who, personId, 'removal/drop', undefined, key),
    /** Signs in with a telephone; the cookie of the session. */
    signIn: async (phone: string) => {
      await post(null, '/api/sign-in/code', { phone })
      const code = test.sentCodes.at(-1)?.code
      const { cookies } = await post(null, '/api/sign-in', { phone, code })
      return `azalea_session=${cookies.find(({ name }) => name === 'azalea_session')?.value}`
    },
  }
}

function looksOf(test: TestServer, committee: TestPerson) {
  const read = async (who: TestPerson | null, url: string) =>
    (await call(test, who, 'GET', url)).json()
  return {
    read,
    messagesOf: async (person: TestPerson) => (await read(person, '/api/me/messages')).items,
    personOf: (personId: string) => read(committee, `/api/roster/people/${personId}`),
    phoneOf: async (personId: string) => {
      const sql = 'SELECT phone FROM person WHERE person_id = $1'
      return String((await test.owner.query(sql, [personId])).rows[0].phone)
    },
    ownRecords: async (person: TestPerson) =>
      (await read(person, '/api/me/data')).records as {
        kind: string
        leaf: string
        payload: string
      }[],
  }
}

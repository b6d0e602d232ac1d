import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'

/** A village with two of the committee and an auditor; the one who grants is an auditor too. */
export interface OpeningVillage {
  readonly test: TestServer
  readonly proposer: TestPerson
  readonly granter: TestPerson
  readonly auditor: TestPerson
}

export async function createOpeningVillage(): Promise<OpeningVillage> {
  const test = await createTestServer()
  return {
    test,
    proposer: await addPerson(test, { roles: ['committee'] }),
    granter: await addPerson(test, { roles: ['committee', 'auditor'] }),
    auditor: await addPerson(test, { roles: ['auditor'] }),
  }
}

/** What a proposal asks for: the awards of two days. */
export const scopeFor = ({ personId }: TestPerson) => ({
  auditorId: personId,
  kinds: ['award'],
  fromDay: '2026-03-01',
  throughDay: '2026-03-02',
  validDays: 2,
  reason: '年度审计，核对值守得分',
})

export const ask = (
  { test }: OpeningVillage,
  person: TestPerson | null,
  path: string,
  body: unknown = {},
  key?: string,
) => call(test, person, 'POST', `/api/openings${path}`, body, key ? { key } : {})

/** The code of an answer; undefined where it is none. */
export const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code

export const listed = async ({ test }: OpeningVillage, person: TestPerson) =>
  (await call(test, person, 'GET', '/api/openings')).json().items

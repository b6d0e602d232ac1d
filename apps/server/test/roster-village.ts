import { buildFaultyRoster, type FixtureCell } from '../fixtures/roster/faulty-roster.ts'
import { addPerson, call, createTestServer, VILLAGE, type TestPerson } from './server.ts'
import { upload } from './upload.ts'

export type RosterRows = readonly (readonly FixtureCell[])[]

export function put(
  rows: RosterRows,
  changes: readonly { at: readonly [number, number]; value: FixtureCell }[],
): RosterRows {
  return rows.map((row, index) => {
    const copy = [...row]
    for (const { at, value } of changes) if (at[0] === index) copy[at[1]] = value
    return copy
  })
}

/** The sample roster of 500 with its twelve faults. */
export const roster = buildFaultyRoster()

/** A village whose committee reads roster files. */
export async function createRosterVillage() {
  const test = await createTestServer()
  const committee = await addPerson(test, { roles: ['committee'] })
  return {
    test,
    committee,
    preview: (file: Buffer, person: TestPerson | null = committee, key?: string) =>
      upload(test, person, '/api/roster/import/preview', file, key === undefined ? {} : { key }),
    confirm: (importId: string, query = '', key?: string, who: TestPerson | null = committee) => {
      const url = `/api/roster/import/${importId}/confirm${query}`
      return call(test, who, 'POST', url, {}, key === undefined ? {} : { key })
    },
    answer: (
      importId: string,
      answers: readonly { conflictId: string; choice: string }[],
      who: TestPerson | null = committee,
      key?: string,
    ) => {
      const url = `/api/roster/import/${importId}/answers`
      return call(test, who, 'POST', url, { answers }, key === undefined ? {} : { key })
    },
    /** Everything that the roster holds, to see that nothing has changed. */
    rosterRows: async (): Promise<string> => {
      const { rows } = await test.owner.query(
        `SELECT to_jsonb(p)::text AS row FROM person p WHERE village_id = '${VILLAGE}'
         UNION ALL SELECT to_jsonb(h)::text FROM household h WHERE village_id = '${VILLAGE}'
         UNION ALL SELECT to_jsonb(g)::text FROM village_group g WHERE village_id = '${VILLAGE}' ORDER BY 1`,
      )
      return JSON.stringify(rows)
    },
  }
}

import type { Role } from '../src/platform/actor.ts'
import {
  decideDeed,
  recordDeed,
  type DecideDeedInput,
  type RecordDeedInput,
} from '../src/modules/scoring/index.ts'
import { actorOf, createScoringVillage, nextKey } from './scoring-village.ts'
import { createTestServer, type TestPerson } from './server.ts'

/** A village with a rule sheet, whose people record what they have done for it. */
export async function createDeedVillage() {
  const test = await createTestServer()
  const village = await createScoringVillage(test)
  return {
    test,
    village,
    record: (by: TestPerson, given: Partial<RecordDeedInput> = {}, ...roles: Role[]) =>
      recordDeed(test.server, actorOf(by, ...roles), nextKey(), {
        personId: by.personId,
        itemRef: 'tool-repair',
        quantity: 1,
        occurredOn: '2026-03-02',
        words: '修好了村里的打药机',
        ...given,
      }),
    /** As a member of the committee. */
    decide: (
      by: TestPerson,
      contributionId: string,
      given: Omit<DecideDeedInput, 'contributionId'> = { decision: 'accept' },
    ) => decideDeed(test.server, actorOf(by, 'committee'), nextKey(), { contributionId, ...given }),
  }
}

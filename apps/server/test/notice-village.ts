import { readBalances } from '../src/modules/ledger/index.ts'
import { publishNotice, reverseAward } from '../src/modules/scoring/index.ts'
import { actorOf, createScoringVillage, nextKey } from './scoring-village.ts'
import { createTestServer, VILLAGE, type TestPerson, type TestServer } from './server.ts'

/** A village with a rule sheet, whose committee publishes awards and takes them back. */
export async function createNoticeVillage() {
  const test = await createTestServer()
  const village = await createScoringVillage(test)
  return {
    test,
    village,
    publish: (by: TestPerson, awardIds?: string[]) =>
      publishNotice(
        test.server,
        actorOf(by, 'committee'),
        nextKey(),
        awardIds === undefined ? {} : { awardIds },
      ),
    reverse: (by: TestPerson, awardId: string) =>
      reverseAward(test.server, actorOf(by, 'committee'), nextKey(), {
        awardId,
        reason: '记错了人',
      }),
    ...looksOf(test),
  }
}

function looksOf({ owner, database }: TestServer) {
  return {
    stateOf: async (awardId: string) => {
      const { rows } = await owner.query('SELECT state FROM award WHERE award_id = $1', [awardId])
      return (rows[0] as { state: string } | undefined)?.state
    },
    wallet: async ({ householdId }: TestPerson) => {
      const balances = await database.inVillage(VILLAGE, (db) =>
        readBalances(db, VILLAGE, householdId),
      )
      return balances.walletHundredths
    },
    messagesOf: async (person: TestPerson) => {
      const { rows } = await owner.query(
        'SELECT kind, params FROM message WHERE person_id = $1 ORDER BY message_id',
        [person.personId],
      )
      return rows as { kind: string; params: Record<string, unknown> }[]
    },
  }
}

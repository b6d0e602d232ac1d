import type { Db } from '../../../platform/database/database.ts'
import { selectChecksBy } from './spot-check.store.ts'

const EVERY = 100_000

/** The spot checks that a person made, for their data bank: plain JSON. */
export async function readOwnChecks(db: Db, villageId: string, personId: string) {
  const checks = await selectChecksBy(db, villageId, personId, EVERY)
  return {
    spotChecks: checks.map(({ checkId, score, words, photoFileId, checkedAt }) => ({
      checkId,
      score,
      words,
      photoFileId,
      checkedAt: checkedAt?.toISOString() ?? null,
    })),
  }
}

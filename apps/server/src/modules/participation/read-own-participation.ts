import type { Db } from '../../platform/database/database.ts'
import { readOwnActivities } from './activities/index.ts'
import { readReportsConcerning } from './breach-reports/index.ts'
import { readOwnRatings } from './ratings/index.ts'
import { readOwnChecks } from './spot-checks/index.ts'

/** All that this module holds about a person, for their data bank: plain JSON. */
export async function readOwnParticipation(db: Db, villageId: string, personId: string) {
  return {
    ...(await readOwnRatings(db, villageId, personId)),
    breachReports: await readReportsConcerning(db, villageId, personId),
    ...(await readOwnChecks(db, villageId, personId)),
    ...(await readOwnActivities(db, villageId, personId)),
  }
}

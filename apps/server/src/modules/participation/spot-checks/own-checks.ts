import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { readOwnChecks } from './read-own-checks.ts'

export const ownChecks: DataBankPart<unknown> = {
  shape: { spotChecks: anyRows },
  read: (_, { db, actor }) => readOwnChecks(db, actor.villageId, actor.personId),
}

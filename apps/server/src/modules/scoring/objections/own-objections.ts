import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { readObjectionsOf } from './read-objections.ts'

export const ownObjections: DataBankPart<unknown> = {
  shape: { objections: anyRows },
  read: async (_, { db, actor: { villageId, personId } }) => ({
    objections: (await readObjectionsOf(db, villageId, personId)).map((objection) => ({
      ...objection,
      raisedAt: objection.raisedAt.toISOString(),
      escalatedAt: objection.escalatedAt?.toISOString() ?? null,
      answeredAt: objection.answeredAt?.toISOString() ?? null,
    })),
  }),
}

import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { selectDeedsOf } from './deed.store.ts'

/** Every deed recorded for a person, decided or not, newest first. */
export const ownDeeds: DataBankPart<unknown> = {
  shape: { deeds: anyRows },
  counted: { deeds: { zh: '为我记录的事迹', en: 'Deeds recorded for me' } },
  read: async (_, { db, actor: { villageId, personId } }) => ({
    deeds: (await selectDeedsOf(db, villageId, personId)).map((deed) => ({
      ...deed,
      recordedAt: deed.recordedAt.toISOString(),
    })),
  }),
}

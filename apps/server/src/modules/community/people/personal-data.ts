import { z } from 'zod'
import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { readVillage } from '../founding/village.store.ts'
import { refuse } from '../refusals.ts'
import { selectDataAccess } from './data-access.store.ts'
import { readPersonalData } from './personal-data.store.ts'

/** More than a busy person gathers in ten years. */
const EVERY = 50_000

/** @throws Refusal 'unknown_person' */
export const personalData: DataBankPart<unknown> = {
  shape: {
    village: z.object({ villageId: z.string(), name: z.string(), townName: z.string() }),
    person: z.looseObject({}),
    household: z.looseObject({}),
    roles: anyRows,
    consents: anyRows,
    messages: anyRows,
    photos: anyRows,
    dataAccess: anyRows,
  },
  counted: {
    messages: { zh: '发给我的消息', en: 'Messages sent to me' },
    photos: { zh: '我上传的照片', en: 'Photos that I uploaded' },
    dataAccess: { zh: '别人查看我数据的次数', en: 'Times that others looked at my data' },
  },
  read: async (_, { db, actor: { villageId, personId } }) => {
    const village = await readVillage(db, villageId)
    const held = await readPersonalData(db, villageId, personId)
    if (village === null || held === null) throw refuse('unknown_person')
    const seen = await selectDataAccess(db, villageId, personId, { before: null, limit: EVERY })
    return {
      village: { villageId, name: village.name, townName: village.townName },
      ...held,
      dataAccess: seen.map(({ what, viewedAt, viewerId }) => ({
        what,
        viewerId,
        viewedAt: viewedAt.toISOString(),
      })),
    }
  },
}

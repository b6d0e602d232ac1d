import { anyRows, type DataBankPart } from '../../platform/contributions.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { readOwnRecords } from './read-own-records.ts'

/** More than a busy person gathers in ten years. */
const EVERY = 50_000

export const ownRecords: DataBankPart<{ readonly keyring: Keyring }> = {
  shape: {
    records: anyRows.meta({
      description: 'Every record of mine: leaf, opened payload, and the salt of its commitment',
    }),
  },
  counted: {
    records: { zh: '村账本里和我有关的记录', en: 'Records of the village’s log that concern me' },
  },
  read: async ({ keyring }, { db, actor: { villageId, personId } }) => {
    const page = { beforeRecordId: null, limit: EVERY }
    const records = await readOwnRecords(db, keyring, villageId, personId, page)
    return {
      records: records.map(({ salt, recordedAt, ...record }) => ({
        ...record,
        recordedAt: recordedAt.toISOString(),
        salt: salt.toString('base64'),
      })),
    }
  },
}

import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Language } from '../../platform/http/language.ts'
import {
  communityRefusals,
  readPersonalData,
  readVillage,
  selectDataAccess,
} from '../community/index.ts'
import { readBalances, readEntries } from '../ledger/index.ts'
import { readOwnParticipation } from '../participation/index.ts'
import { readOwnRecords } from '../record/index.ts'
import { readAwardsOf, readDeedsOf, readObjectionsOf } from '../scoring/index.ts'
import type { ReportParts } from './parts.ts'
import type { dataBank } from './schema.ts'

/** More than a busy person gathers in ten years. */
const EVERY = 50_000

export type DataBank = z.infer<typeof dataBank>

/**
 * All that the village holds about this person, in one document.
 * @throws Refusal community's 'unknown_person'
 */
export async function readDataBank(
  parts: Pick<ReportParts, 'database' | 'clock' | 'keyring' | 'scoring'>,
  actor: Actor,
  language: Language,
): Promise<DataBank> {
  const { villageId, personId } = actor
  return parts.database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    const held = await readPersonalData(db, villageId, personId)
    if (village === null || held === null) throw communityRefusals('unknown_person')
    const { person, household, ...rest } = held
    const seen = await selectDataAccess(db, villageId, personId, { before: null, limit: EVERY })
    const deeds = await readDeedsOf(db, villageId, personId)
    const objections = await readObjectionsOf(db, villageId, personId)
    const awards = await readAwardsOf(db, parts.scoring, villageId, personId, language)
    return {
      generatedAt: parts.clock.now().toISOString(),
      village: { villageId, name: village.name, townName: village.townName },
      person,
      household,
      ...rest,
      account: await readAccount(db, villageId, household.householdId),
      awards: awards.map((award) => ({ ...award })),
      deeds: deeds.map((deed) => ({ ...deed, recordedAt: deed.recordedAt.toISOString() })),
      objections: objections.map((objection) => ({
        ...objection,
        raisedAt: objection.raisedAt.toISOString(),
        escalatedAt: objection.escalatedAt?.toISOString() ?? null,
        answeredAt: objection.answeredAt?.toISOString() ?? null,
      })),
      ...(await readOwnParticipation(db, villageId, personId)),
      dataAccess: seen.map(({ what, viewedAt, viewerId }) => ({
        what,
        viewerId,
        viewedAt: viewedAt.toISOString(),
      })),
      records: await readRecords(parts, db, actor),
    }
  })
}

async function readAccount(db: Db, villageId: string, householdId: string) {
  const entries = await readEntries(db, villageId, householdId, {
    units: ['honour', 'wallet'],
    after: null,
    limit: EVERY,
  })
  return {
    ...(await readBalances(db, villageId, householdId)),
    entries: entries.map((entry) => ({ ...entry, postedAt: entry.postedAt.toISOString() })),
  }
}

async function readRecords(
  { keyring }: Pick<ReportParts, 'keyring'>,
  db: Db,
  { villageId, personId }: Actor,
) {
  const page = { beforeRecordId: null, limit: EVERY }
  const records = await readOwnRecords(db, keyring, villageId, personId, page)
  return records.map(({ salt, recordedAt, ...record }) => ({
    ...record,
    recordedAt: recordedAt.toISOString(),
    salt: salt.toString('base64'),
  }))
}

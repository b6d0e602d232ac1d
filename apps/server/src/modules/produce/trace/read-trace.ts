import { amountWords } from '@azalea/produce-rules'
import { civilDay, daysBetween, packNumber, shownGtin } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readVillage, selectFileContent } from '../../community/index.ts'
import { selectHeldLots, selectPackHeldSince } from '../lots/index.ts'
import { selectToldOfPack } from '../partners/index.ts'
import type { TraceParts } from './parts.ts'
import { readTrail, type Trail, type TrailLot } from './read-trail.ts'
import { refuse } from './refusals.ts'

/**
 * What is in a pack, from the plot on, for anybody. Who grew it, on which plot, and pictures of it are
 * told where the grower agreed to be named. What partners told stands apart: nothing proves it.
 * @throws Refusal 'unknown_pack'
 */
export async function readTrace(
  { database }: TraceParts,
  villageId: string,
  number: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const { packing, pack, crop, lots } = await readTrail(db, villageId, number)
    const [village, held, packHeldSince, told] = await Promise.all([
      readVillage(db, villageId),
      selectHeldLots(db, villageId, lots),
      selectPackHeldSince(db, villageId, pack.packId),
      selectToldOfPack(db, villageId, { packingId: packing.packingId, serial: pack.serial }),
    ])
    return {
      villageName: village?.name ?? '',
      number: packNumber(packing.number, pack.serial),
      recordId: packing.packingId,
      crop: (language === 'en' ? crop?.nameEn : null) ?? packing.crop,
      netGrams: pack.netGrams,
      gtin: pack.gtin && shownGtin(pack.gtin),
      packCount: packing.packCount,
      packedAt: packing.packedAt.toISOString(),
      bestBefore: packing.bestBefore,
      isRecalled: packHeldSince !== null || held.size > 0,
      lots: lots.map((lot) => presentLot(lot, language)),
      told: told.map(({ happenedAt, ...one }) => ({ ...one, at: happenedAt.toISOString() })),
    }
  })
}

function presentLot(lot: TrailLot, language: Language) {
  const { plot, growerName, story } = lot
  const pictured = (photoFileId: string) => (growerName === null ? null : photoFileId)
  return {
    recordId: lot.lotId,
    number: lot.number,
    takenGrams: lot.takenGrams,
    grade: lot.grade,
    harvestedOn: lot.harvestedOn,
    harvestRecordId: lot.harvestId,
    growerName,
    plotLabel: growerName === null ? null : (plot?.label ?? null),
    groupName: plot?.groupName ?? plot?.groupNo?.toString() ?? null,
    photoFileId: lot.photoFileId,
    done: [...lot.done],
    applied: story.applied.map((one) => ({
      recordId: one.recordId,
      kind: one.kind,
      name: one.name,
      registrationNumber: one.registrationNumber,
      substances: [...one.substances],
      amount: amountWords(one)[language],
      on: civilDay(one.appliedAt),
      preHarvestDays: one.preHarvestDays,
      daysBefore: daysBetween(civilDay(one.appliedAt), lot.harvestedOn),
      photoFileId: pictured(one.photoFileId),
    })),
    tests: story.tests.map((test) => ({
      recordId: test.testId,
      method: test.method,
      outcome: test.outcome,
      on: civilDay(test.testedAt),
      photoFileId: pictured(test.photoFileId),
    })),
    inspections: story.inspections.map((one) => ({
      recordId: one.inspectionId,
      grade: one.grade,
      on: civilDay(one.inspectedAt),
      photoFileId: pictured(one.photoFileId),
    })),
  }
}

/** The records that a pack's trace names, which anybody may have the proof of. @throws Refusal 'unknown_pack' */
export async function readTraceRecords(
  db: Db,
  villageId: string,
  number: string,
): Promise<ReadonlySet<string>> {
  const { packing, lots } = await readTrail(db, villageId, number)
  return new Set([
    packing.packingId,
    ...lots.flatMap(({ lotId, harvestId, done, story }) => [
      lotId,
      harvestId,
      ...done.map(({ recordId }) => recordId),
      ...story.applied.map(({ recordId }) => recordId),
      ...story.tests.map(({ testId }) => testId),
      ...story.inspections.map(({ inspectionId }) => inspectionId),
    ]),
  ])
}

/**
 * A picture that a pack's trace shows, for anybody.
 * @throws Refusal 'unknown_pack', 'unknown_trace_photo' for what it does not show
 */
export async function readTracePhoto(
  { database }: TraceParts,
  villageId: string,
  number: string,
  fileId: string,
): Promise<{ readonly mediaType: string; readonly content: Buffer }> {
  return database.inVillage(villageId, async (db) => {
    const isShown = picturesOf(await readTrail(db, villageId, number)).has(fileId)
    const photo = isShown ? await selectFileContent(db, villageId, fileId) : null
    if (photo === null) throw refuse('unknown_trace_photo')
    return photo
  })
}

function picturesOf({ lots }: Trail): ReadonlySet<string | null> {
  return new Set(
    lots
      .map((lot) => presentLot(lot, 'zh'))
      .flatMap(({ photoFileId, done, applied, tests, inspections }) => [
        photoFileId,
        ...[...done, ...applied, ...tests, ...inspections].map((one) => one.photoFileId),
      ]),
  )
}

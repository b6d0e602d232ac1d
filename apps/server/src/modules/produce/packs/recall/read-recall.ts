import type { Actor } from '../../../../platform/actor.ts'
import { hasAnyRole } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { Db } from '../../../../platform/database/database.ts'
import {
  communityRefusals,
  noteAccess,
  readPeopleNames,
  readPhones,
  readSecondPersons,
  readSubjects,
} from '../../../community/index.ts'
import { selectHolds, selectLots, type HarvestLot, type Held, type Hold } from '../../lots/index.ts'
import type { PackReaders } from '../parts.ts'
import { liftOffices } from '../policy.ts'
import { selectReached, type Reached } from './reached.store.ts'
import { resolveHeld } from './resolve-held.ts'

const SHOWN_PACKINGS = 500
const SHOWN_HOLDS = 100

/**
 * What a recall reaches: packings with their packs, and whom to telephone. Each grower can see later
 * who looked.
 * @throws Refusal those of resolveHeld
 */
export async function readRecall(
  { database, clock, newId }: PackReaders,
  { villageId, personId }: Actor,
  asked: Held,
) {
  return database.inVillage(villageId, async (db) => {
    const held = await resolveHeld(db, villageId, asked)
    const reached = await selectReached(db, villageId, held, SHOWN_PACKINGS)
    const lots = await selectLots(db, villageId, reached.lotIds)
    const growerIds = [...new Set(lots.map(({ growerId }) => growerId))]
    await noteAccess({ db, villageId, now: clock.now(), newId }, personId, growerIds, 'recall')
    return presentReached(db, villageId, { ...reached, lots, growerIds })
  })
}

async function presentReached(
  db: Db,
  villageId: string,
  {
    lots,
    growerIds,
    ...reached
  }: Reached & { readonly lots: readonly HarvestLot[]; readonly growerIds: readonly string[] },
) {
  const [names, phones, subjects] = await Promise.all([
    readPeopleNames(db, villageId, growerIds),
    readPhones(db, villageId, growerIds),
    readSubjects(
      db,
      villageId,
      lots.map(({ plotId }) => plotId),
    ),
  ])
  const labelsOf = (growerId: string) => [
    ...new Set(
      lots
        .filter((lot) => lot.growerId === growerId)
        .map(({ plotId }) => subjects.get(plotId)?.label ?? ''),
    ),
  ]
  return {
    packCount: reached.packCount,
    packingCount: reached.packingCount,
    lotCount: lots.length,
    packings: reached.packings.map((packing) => ({
      ...packing,
      packedAt: packing.packedAt.toISOString(),
    })),
    growers: growerIds.map((growerId) => ({
      name: names.get(growerId) ?? null,
      phone: phones.get(growerId) ?? null,
      plotLabels: labelsOf(growerId),
    })),
  }
}

/** Recalls that go on and that ended, the latest first. */
export async function readHolds({ database }: PackReaders, actor: Actor, language: Language) {
  const { villageId, personId } = actor
  return database.inVillage(villageId, async (db) => {
    const holds = await selectHolds(db, villageId, { isOpen: false, limit: SHOWN_HOLDS })
    const whyNot = await seconds(db, actor, holds)
    const people = holds.flatMap(({ placedBy, proposedBy }) => [placedBy, proposedBy ?? placedBy])
    const names = await readPeopleNames(db, villageId, people)
    const named = await readNamed(db, villageId, holds)
    return {
      items: holds.map((hold) => ({
        holdId: hold.holdId,
        reach: hold.reach,
        target: named(hold),
        because: hold.because,
        placedByName: names.get(hold.placedBy) ?? null,
        placedAt: hold.placedAt.toISOString(),
        liftBecause: hold.liftBecause,
        proposedByName: names.get(hold.proposedBy ?? '') ?? null,
        isOwnProposal: hold.proposedBy === personId,
        liftedAt: hold.liftedAt?.toISOString() ?? null,
        canConfirm: permission(whyNot(hold), language),
      })),
    }
  })
}

async function seconds(db: Db, actor: Actor, holds: readonly Hold[]) {
  const { villageId, personId } = actor
  const ids = [personId, ...holds.flatMap(({ proposedBy }) => proposedBy ?? [])]
  const judge = await readSecondPersons(db, villageId, liftOffices, ids)
  return ({ proposedBy, proposerHouseholdId, proposedAt }: Hold) => {
    if (!hasAnyRole(actor, liftOffices.confirming))
      return communityRefusals('second_office_too_new')
    if (proposedBy === null || proposedAt === null) return null
    const code = judge({ proposedBy, proposerHouseholdId, proposedAt }, personId)
    return code === null ? null : communityRefusals(code)
  }
}

/** What is recalled, as people read it. */
async function readNamed(db: Db, villageId: string, holds: readonly Hold[]) {
  const idsOf = (wanted: Hold['reach']) =>
    holds.filter(({ reach }) => reach === wanted).map(({ target }) => target)
  const lots = await selectLots(db, villageId, idsOf('lot'))
  const subjects = await readSubjects(db, villageId, idsOf('plot'))
  const packs = new Map<string, string>()
  for (const packId of idsOf('pack')) {
    const reached = await selectReached(db, villageId, { reach: 'pack', target: packId }, 1)
    packs.set(packId, reached.packings[0]?.number ?? '')
  }
  return ({ reach, target }: Hold) => {
    if (reach === 'lot') return lots.find(({ lotId }) => lotId === target)?.number ?? ''
    if (reach === 'plot') return subjects.get(target)?.label ?? ''
    return reach === 'pack' ? (packs.get(target) ?? '') : target
  }
}

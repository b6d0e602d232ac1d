import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import { MOST_DUE_CASES } from '../../../cases/index.ts'
import { readPeopleNames, readSubjects } from '../../../community/index.ts'
import type { RoundReaders } from '../parts.ts'
import { readWeighInJudges, whyNotDecidingWeighIn } from './weigh-in-bench.ts'
import {
  selectDisputes,
  selectOpenDisputes,
  selectWeighIn,
  type WeighIn,
} from './weigh-in.store.ts'

/** Weigh-ins as their household and who weighs read them. */
export async function presentWeighIns(db: Db, villageId: string, weighIns: readonly WeighIn[]) {
  const ids = weighIns.map(({ weighInId }) => weighInId)
  const disputes = ids.length === 0 ? new Map() : await selectDisputes(db, villageId, ids)
  const plotIds = [...new Set(weighIns.map(({ plotId }) => plotId))]
  const subjects = plotIds.length === 0 ? new Map() : await readSubjects(db, villageId, plotIds)
  const replaced = new Set(weighIns.map(({ replacesId }) => replacesId))
  return weighIns.map((one) => {
    const dispute = disputes.get(one.weighInId)
    return {
      weighInId: one.weighInId,
      harvestId: one.harvestId,
      plotLabel: subjects.get(one.plotId)?.label ?? '',
      grade: one.grade,
      grossGrams: one.grossGrams,
      tareGrams: one.tareGrams,
      netGrams: one.netGrams,
      weighedHow: one.weighedHow,
      photoFileId: one.photoFileId,
      outcome: one.outcome,
      because: one.because,
      lotNumber: one.lotNumber,
      weighedAt: one.weighedAt.toISOString(),
      isVoided: one.voidedAt !== null,
      isReplaced: replaced.has(one.weighInId),
      dispute:
        dispute === undefined
          ? null
          : {
              cause: dispute.cause,
              words: dispute.words,
              dueOn: dispute.dueOn,
              outcome: dispute.outcome,
              reasons: dispute.reasons,
            },
    }
  })
}

/** The doubted weigh-ins that nobody has decided, the oldest first, and whether the reader may. */
export async function readDisputed(
  { database }: Pick<RoundReaders, 'database'>,
  actor: Actor,
  language: Language,
) {
  const { villageId } = actor
  return database.readInVillage(villageId, async (db) => {
    const open = await openDisputes(db, actor)
    const judges = await readWeighInJudges(db, actor, open)
    const people = await readPeopleNames(
      db,
      villageId,
      open.flatMap(({ weighIn, dispute }) => [weighIn.growerId, dispute.disputedBy]),
    )
    return {
      items: open.map(({ weighIn, dispute, shown }) => ({
        ...shown,
        roundId: weighIn.roundId,
        growerName: people.get(weighIn.growerId) ?? null,
        disputedByName: people.get(dispute.disputedBy) ?? null,
        canDecide: permission(whyNotDecidingWeighIn(actor, weighIn, dispute, judges), language),
      })),
    }
  })
}

/** Those that nobody has decided, as far as an inbox goes. */
export async function openDisputes(db: Db, { villageId }: Actor) {
  const disputes = (await selectOpenDisputes(db, villageId)).slice(0, MOST_DUE_CASES)
  const found = []
  for (const dispute of disputes) {
    const weighIn = await selectWeighIn(db, villageId, dispute.weighInId)
    if (weighIn === null) continue
    for (const shown of await presentWeighIns(db, villageId, [weighIn]))
      found.push({ weighIn, dispute, shown })
  }
  return found
}

import { applicationApproved } from '@azalea/records'
import { listInForce } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { sendMessage } from '../../../community/index.ts'
import { requirePhoto } from '../checks/require-photo.ts'
import { selectPublishedLists } from '../lists/approved-list.store.ts'
import type { Commands } from '../parts.ts'
import { readGrownPlot, seasonOf } from '../plot-grower.ts'
import { lockPlotStory } from '../plot-story.store.ts'
import { refuse } from '../refusals.ts'
import { endRequest, insertApplication, lockRequest } from './application.store.ts'
import { judgeRequest, refusalOf } from './judge-request.ts'
import { whyNotAnswering } from './read-asked.ts'

export interface ApproveApplicationInput {
  readonly applicationId: string
  readonly photoFileId: string
}

/**
 * A technician on the spot lets a product be put on the plot, which is done there and then. The rules
 * are asked again: something else may have been put there since it was asked for.
 * @throws Refusal 'unknown_application', 'application_decided', 'own_household_application',
 *   'application_not_possible', those of requirePhoto
 */
export async function approveApplication(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { applicationId, photoFileId }: ApproveApplicationInput,
): Promise<Record<string, never>> {
  const input = { applicationId, photoFileId }
  return act({ name: 'approve-application', actor, key, input }, async (tx) => {
    const { db, villageId, now } = tx
    const request = await lockRequest(db, villageId, applicationId)
    if (request === null) throw refuse('unknown_application')
    if (request.state !== 'asked') throw refuse('application_decided')
    const { plotId, askedBy, registrationNumber, crop, amount } = request
    await lockPlotStory(db, villageId, plotId)
    const grown = await readGrownPlot(db, villageId, plotId, now)
    const bar = await whyNotAnswering(db, actor, grown, request)
    if (bar !== null) throw bar
    await requirePhoto(tx, actor.personId, photoFileId)
    const decision = await judgeRequest(db, villageId, grown, request, now)
    const refusal = refusalOf(decision)
    if (refusal !== null) throw refusal
    const day = civilDay(now)
    const list = listInForce(await selectPublishedLists(db, villageId), day)
    if (decision.use === null || list === null) throw new Error('allowed by no list')
    const { areaSquareMetres } = grown.plot
    const how = { state: 'approved', because: null, by: actor.personId, at: now } as const
    await endRequest(db, villageId, applicationId, how)
    const recordId = tx.newId()
    await insertApplication(db, villageId, {
      ...request,
      recordId,
      use: decision.use,
      season: seasonOf(grown, day).season,
      edition: list.version,
      areaSquareMetres,
      appliedAt: now,
      approvedBy: actor.personId,
      photoFileId,
    })
    const secret = await secrets.of(db, villageId)
    const seasonId = grown.growingSeason?.growingSeasonId
    const approvedBy = actor.personId
    tx.append(
      applicationApproved({
        recordId,
        public: {
          subject: secret.pseudonym('subject', plotId),
          growingSeason:
            seasonId === undefined ? null : secret.pseudonym('growingSeason', seasonId),
          areaSquareMetres,
          edition: list.version,
          registrationNumber,
          crop,
          unit: amount.unit,
          thousandths: amount.thousandths,
        },
        parts: [
          { personId: askedBy, payload: { applicationId, plotId, askedBy } },
          { personId: approvedBy, payload: { applicationId, approvedBy, photoFileId } },
        ],
      }),
    )
    await sendMessage(tx, askedBy, 'application.approved', {
      label: grown.subject.label,
      plotId,
    })
    return {}
  })
}

import { deedDecided } from '@azalea/records'
import { findItem } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import { readKin, requireJoinedHousehold, sendMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { type JudgedContribution, awardContributions } from '../awards/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands, Scoring } from '../rules/index.ts'
import { whyNotDecidable } from './deed-policy.ts'
import { lockDeed, markDecided, type DeedRow } from './deed.store.ts'

export interface DecideDeedInput {
  readonly contributionId: string
  readonly decision: 'accept' | 'refuse'
  /** Needed for a refusal; the person reads it. */
  readonly reason?: string
}

export interface DecidedDeed {
  readonly awardId: string | null
  readonly pointsHundredths: number | null
}

/**
 * The committee accepts a recorded deed, which makes its award, or refuses it with a reason.
 * @throws Refusal 'unknown_deed', 'reason_needed', 'household_not_joined', and those of
 *   `whyNotDecidable`
 */
export async function decideDeed(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: DecideDeedInput,
): Promise<DecidedDeed> {
  return act({ name: 'decide-deed', actor, key, input: { ...input } }, async (tx) => {
    const deed = await lockDeed(tx.db, tx.villageId, input.contributionId)
    if (deed === null) throw refuse('unknown_deed')
    const kin = await readKin(tx.db, tx.villageId, [actor.personId, deed.personId, deed.recordedBy])
    const why = whyNotDecidable(actor, deed, kin)
    if (why !== null) throw why
    const reason = input.reason?.trim() || null
    if (input.decision === 'refuse' && reason === null) throw refuse('reason_needed')
    await markDecided(tx.db, tx.villageId, deed.contributionId, {
      state: input.decision === 'accept' ? 'scored' : 'refused',
      by: actor.personId,
      at: tx.now,
      reason,
    })
    await appendDecided(tx, scoring, actor, deed, input.decision, reason)
    if (input.decision === 'accept') return accept(tx, scoring, deed)
    await sendMessage(tx, deed.personId, 'deed.refused', {
      contributionId: deed.contributionId,
      itemRef: deed.itemRef,
      occurredOn: deed.occurredOn,
      reason,
    })
    return { awardId: null, pointsHundredths: null }
  })
}

async function accept(tx: Tx, scoring: Scoring, row: DeedRow): Promise<DecidedDeed> {
  // A household that has left meanwhile is no longer processed.
  await requireJoinedHousehold(tx, row.personId)
  const sheet = await scoring.sheets.byId(tx.db, tx.villageId, row.ruleSheetId)
  const item = findItem(sheet.sheet, row.itemRef)
  if (item === undefined) throw new Error(`sheet ${row.ruleSheetId} lost item ${row.itemRef}`)
  const { contributionId } = row
  const contribution: JudgedContribution = {
    ...row,
    isNew: false,
    sheet,
    item,
    sourceKind: 'deed',
    sourceId: contributionId,
    leaderScore: null,
    circumstances: null,
  }
  const [award] = await awardContributions(tx, scoring, [contribution])
  if (award === undefined) throw new Error(`deed ${contributionId} came to no award`)
  return { awardId: award.awardId, pointsHundredths: award.calibration.pointsHundredths }
}

async function appendDecided(
  tx: Tx,
  scoring: Scoring,
  actor: Actor,
  deed: DeedRow,
  decision: DecideDeedInput['decision'],
  reason: string | null,
): Promise<void> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  tx.append(
    deedDecided({
      public: { deed: secret.pseudonym('deed', deed.contributionId), decision },
      parts: [
        {
          personId: deed.personId,
          payload: { contribution: deed.contributionId, decidedBy: actor.personId, reason },
        },
      ],
    }),
  )
}

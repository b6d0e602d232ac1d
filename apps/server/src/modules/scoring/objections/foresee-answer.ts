import type { Actor } from '../../../platform/actor.ts'
import { rehearse } from '../../record/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import { requireAnswerable } from './answer-objection.ts'
import type { CorrectedFacts } from './correct-award.ts'
import { applyUpheld } from './uphold-objection.ts'

export interface ForeseenAnswer {
  readonly pointsHundredths: number
  /** Null where no award takes its place. */
  readonly newPointsHundredths: number | null
  readonly newState: 'scored' | 'final' | null
  readonly honourHundredths: number
}

/**
 * What upholding an objection would come to, for whoever may answer it: the answer itself, undone.
 * @throws Refusal what `answerObjection` throws
 */
export async function foreseeAnswer(
  parts: Pick<ScoringParts, 'database' | 'clock' | 'newId' | 'scoring'>,
  actor: Actor,
  objectionId: string,
  correction: CorrectedFacts | null,
): Promise<ForeseenAnswer> {
  return rehearse(parts, actor.villageId, async (tx) => {
    const { award } = await requireAnswerable(tx, actor, objectionId)
    const facts = correction === null ? {} : { correction }
    const input = { objectionId, reasons: '', ...facts }
    const effect = await applyUpheld(tx, parts.scoring, actor, award, input)
    const { newPointsHundredths, newState, honourHundredths } = effect
    const { pointsHundredths } = award
    return { pointsHundredths, newPointsHundredths, newState, honourHundredths }
  })
}

import { isWithinTolerance } from '@azalea/produce-rules'
import { scaleChecked } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import type { RoundCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { disputeByScale } from '../weigh-ins/dispute-weigh-in.ts'
import { insertScaleCheck, lockScale, selectLastCheck } from './scale.store.ts'

export interface CheckScaleInput {
  readonly scaleId: string
  readonly testGrams: number
  readonly readGrams: number
}

/**
 * Enters what a scale shows of a test weight. One that is off by more than its tolerance weighs nothing
 * until it passes, and what was weighed with it since it last passed is doubted, weigh-in by weigh-in:
 * the answer names them.
 * @throws Refusal 'unknown_scale'
 */
export async function checkScale(
  { act, secrets }: RoundCommands,
  actor: Actor,
  key: string,
  { scaleId, testGrams, readGrams }: CheckScaleInput,
): Promise<{ readonly outcome: 'passed' | 'failed'; readonly doubted: readonly string[] }> {
  const input = { scaleId, testGrams, readGrams }
  return act({ name: 'check-scale', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const scale = await lockScale(db, villageId, scaleId, 'alone')
    if (scale === null) throw refuse('unknown_scale')
    const isGood = isWithinTolerance(testGrams, readGrams, scale.toleranceGrams)
    const outcome = isGood ? ('passed' as const) : ('failed' as const)
    const passed = await selectLastCheck(db, villageId, scaleId, 'passed')
    const checkId = tx.newId()
    const checkedBy = actor.personId
    await insertScaleCheck(db, villageId, {
      ...input,
      checkId,
      outcome,
      checkedBy,
      checkedAt: tx.now,
    })
    const secret = await secrets.of(db, villageId)
    tx.append(
      scaleChecked({
        public: { scale: secret.pseudonym('scale', scaleId), testGrams, readGrams, outcome },
        parts: [{ personId: checkedBy, payload: { checkId, checkedBy } }],
      }),
    )
    if (isGood || passed === null) return { outcome, doubted: [] }
    const since = { scaleId, from: passed.checkedAt }
    return { outcome, doubted: await disputeByScale(tx, secrets, checkedBy, since) }
  })
}

/** What bars a scale from weighing today; null when nothing does. */
export async function whyNotWeighingWith(
  db: Db,
  villageId: string,
  scaleId: string,
  now: Date,
): Promise<Refusal | null> {
  const last = await selectLastCheck(db, villageId, scaleId)
  if (last?.outcome === 'failed') return refuse('scale_failed')
  const isToday = last !== null && civilDay(last.checkedAt) === civilDay(now)
  return isToday ? null : refuse('scale_not_checked')
}

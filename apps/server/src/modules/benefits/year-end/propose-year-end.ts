import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { requireLeft } from '../../money/index.ts'
import { readStatement } from '../../scoring/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from './refusals.ts'
import { workOutShares } from './work-out-shares.ts'
import { insertYearEnd } from './year-end.store.ts'

export interface ProposeYearEndInput {
  readonly titleZh: string
  readonly titleEn: string | null
  readonly budgetId: string
  readonly poolFen: number
  /** The first day whose honour counts; null: all. */
  readonly since: string | null
  /** Honour counts up to this day, as the last statement of it or before tells it. */
  readonly until: string
}

const MOST_HOUSEHOLDS = 30_000

/**
 * Proposes to share a pool by points: who would get what can be looked at from now on, and nothing is
 * spent before somebody of another household confirms it.
 * @throws Refusal 'year_end_without_statement', 'year_end_without_points', 'year_end_too_many',
 *   'unknown_budget', 'budget_closed', 'budget_exceeded'
 */
export async function proposeYearEnd(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: ProposeYearEndInput,
): Promise<{ readonly yearEndId: string }> {
  return act({ name: 'propose-year-end', actor, key, input: { ...input } }, async (tx) => {
    const { titleZh, titleEn, budgetId, poolFen, since, until } = input
    await requireLeft(tx, budgetId, poolFen)
    const last = until < civilDay(tx.now) ? until : addCivilDays(civilDay(tx.now), -1)
    const through = await readStatement(tx.db, tx.villageId, addCivilDays(last, 1))
    if (through === null) throw refuse('year_end_without_statement', { day: last })
    const before = since === null ? null : await readStatement(tx.db, tx.villageId, since)
    const yearEndId = tx.newId()
    const terms = { poolFen, through: through.day, before: before?.day ?? null }
    const secret = await secrets.of(tx.db, tx.villageId)
    const shares = await workOutShares(tx.db, tx.villageId, secret, { yearEndId, ...terms })
    if (shares.lines.length === 0) throw refuse('year_end_without_points')
    if (shares.lines.length > MOST_HOUSEHOLDS)
      throw refuse('year_end_too_many', { most: MOST_HOUSEHOLDS })
    await insertYearEnd(tx.db, tx.villageId, {
      yearEndId,
      titleZh,
      titleEn,
      budgetId,
      ...terms,
      totalHundredths: shares.totalHundredths,
      householdCount: shares.lines.length,
      sharesHash: shares.hash,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    })
    return { yearEndId }
  })
}

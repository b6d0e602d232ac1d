import { compareReplays, type BothSides } from '@azalea/scoring/replay'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readHouseholds, selectRosterHouseholds } from '../../community/index.ts'
import { type ScoringParts, selectRuleSheet } from '../rules/index.ts'
import { refuse } from '../ground/refusals.ts'
import { presentComparison, type SheetVersion } from './present-comparison.ts'
import { replayVillage } from './replay-village.ts'
import { lastPeriod, type PeriodKind } from './sandbox-period.ts'
import type { SandboxAnswer } from './schema.ts'

/**
 * What the village's deeds of the last month or quarter would have come to under a sheet, beside
 * what they come to under the sheet in force today. Nothing is written.
 * @throws Refusal 'unknown_rule_sheet', 'no_rule_sheet', 'replay_too_large'
 */
export async function compareWithDraft(
  { database, clock, scoring }: Pick<ScoringParts, 'database' | 'clock' | 'scoring'>,
  { villageId }: Actor,
  asked: { readonly ruleSheetId: string; readonly period: PeriodKind },
  language: Language,
): Promise<SandboxAnswer> {
  const today = civilDay(clock.now())
  const period = lastPeriod(asked.period, today)
  return database.inVillage(villageId, async (db) => {
    const draft = await selectRuleSheet(db, villageId, asked.ruleSheetId)
    if (draft === null) throw refuse('unknown_rule_sheet')
    const current = await scoring.sheets.inForceOn(db, villageId, today)
    if (current === null) throw refuse('no_rule_sheet', { day: today })
    const roster = await selectRosterHouseholds(db, villageId)
    const all = await readHouseholds(
      db,
      villageId,
      roster.map(({ householdId }) => householdId),
    )
    const households = [...all.values()].filter(({ joined }) => joined)
    const sheets: BothSides<SheetVersion> = { current, draft }
    const { replays, contributions } = await replayVillage(db, scoring, villageId, {
      sheets: { current: current.sheet, draft: draft.sheet },
      period,
      householdIds: new Set(households.map(({ householdId }) => householdId)),
    })
    const comparison = compareReplays(households, period, replays)
    const unjudged = replays.draft.unjudged.filter(
      ({ contribution }) =>
        contribution.occurredOn >= period.firstDay && contribution.occurredOn <= period.lastDay,
    )
    const facts = {
      period: { kind: asked.period, ...period },
      sheets,
      contributions,
      households: all,
    }
    return presentComparison({ ...facts, comparison, unjudged }, language)
  })
}

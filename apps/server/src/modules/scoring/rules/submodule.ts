import { hasAdoptedSheet } from './rule-sheet.store.ts'
import { rulesDuties } from './duties.ts'
import type { Module } from '../../../platform/module.ts'
import { checkSheets } from './check-sheets.ts'
import type { ScoringParts } from './parts.ts'
import { registerRuleSheetRoutes } from './rule-sheet.routes.ts'

export const rulesSubmodule: Module<ScoringParts> = {
  name: 'rules',
  routes: registerRuleSheetRoutes,
  checks: [checkSheets],
  setUp: [
    {
      step: 'rules',
      place: 20,
      isDone: ({ db, actor }) => hasAdoptedSheet(db, actor.villageId),
    },
  ],
  duties: [rulesDuties],
}

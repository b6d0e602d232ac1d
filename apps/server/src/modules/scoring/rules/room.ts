import type { Module } from '../../../platform/module.ts'
import { checkSheets } from './check-sheets.ts'
import type { ScoringParts } from './parts.ts'
import { registerRuleSheetRoutes } from './rule-sheet.routes.ts'

export const rulesRoom: Module<ScoringParts> = {
  name: 'rules',
  routes: registerRuleSheetRoutes,
  checks: [checkSheets],
}

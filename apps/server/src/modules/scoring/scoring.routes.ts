import type { FastifyInstance } from 'fastify'
import { registerAwardRoutes } from './awards/award.routes.ts'
import { registerDeedRoutes } from './deeds/deed.routes.ts'
import { registerDeductionRoutes } from './deductions/deduction.routes.ts'
import { registerNoticeRoutes } from './notices/notice.routes.ts'
import { registerObjectionRoutes } from './objections/objection.routes.ts'
import type { ScoringParts } from './parts.ts'
import { registerRuleSheetRoutes } from './rules/rule-sheet.routes.ts'
import { registerSandboxRoutes } from './sandbox/sandbox.routes.ts'

/** Registers every route of scoring, and that of the household's account. */
export function registerScoringRoutes(http: FastifyInstance, parts: ScoringParts): void {
  registerRuleSheetRoutes(http, parts)
  registerSandboxRoutes(http, parts)
  registerAwardRoutes(http, parts)
  registerNoticeRoutes(http, parts)
  registerDeedRoutes(http, parts)
  registerDeductionRoutes(http, parts)
  registerObjectionRoutes(http, parts)
}

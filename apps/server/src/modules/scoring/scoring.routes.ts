import type { FastifyInstance } from 'fastify'
import { registerAwardRoutes } from './awards/award.routes.ts'
import { registerDeedRoutes } from './deeds/deed.routes.ts'
import { registerNoticeRoutes } from './notices/notice.routes.ts'
import { registerObjectionRoutes } from './objections/objection.routes.ts'
import type { ScoringParts } from './parts.ts'
import { registerRuleSheetRoutes } from './rules/rule-sheet.routes.ts'

/** Registers every route of scoring, and that of the household's account. */
export function registerScoringRoutes(http: FastifyInstance, parts: ScoringParts): void {
  registerRuleSheetRoutes(http, parts)
  registerAwardRoutes(http, parts)
  registerNoticeRoutes(http, parts)
  registerDeedRoutes(http, parts)
  registerObjectionRoutes(http, parts)
}

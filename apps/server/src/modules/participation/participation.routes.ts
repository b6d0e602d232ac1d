import type { FastifyInstance } from 'fastify'
import type { Commands } from './commands.ts'
import type { Readers } from './readers.ts'
import { registerActivityRoutes } from './activities/activity.routes.ts'
import { registerAttendanceRoutes } from './attendance/attendance.routes.ts'
import { registerBreachReportRoutes } from './breach-reports/breach-report.routes.ts'
import { registerRatingRoutes } from './ratings/rating.routes.ts'
import { registerShiftRoutes } from './shifts/shift.routes.ts'
import { registerSpotCheckRoutes } from './spot-checks/spot-check.routes.ts'

/** What the module works with. */
export type ParticipationParts = Commands & Readers

export function registerParticipationRoutes(
  http: FastifyInstance,
  parts: ParticipationParts,
): void {
  registerRatingRoutes(http, parts)
  registerActivityRoutes(http, parts)
  registerShiftRoutes(http, parts)
  registerAttendanceRoutes(http, parts)
  registerSpotCheckRoutes(http, parts)
  registerBreachReportRoutes(http, parts)
}

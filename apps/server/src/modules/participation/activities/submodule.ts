import { activitiesHome } from './activities-home.ts'
import { activitiesDuties } from './duties.ts'
import { activityInbox } from './list-activity-inbox.ts'
import { ownActivities } from './own-activities.ts'
import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerActivityRoutes } from './activity.routes.ts'
import { registerAttendanceRoutes } from './attendance/attendance.routes.ts'
import { forgottenCheckOutsJob } from './attendance/close-forgotten-check-outs.ts'
import { leaveShifts } from './leave-shifts.ts'
import { registerShiftRoutes } from './shifts/shift.routes.ts'

export const activitiesSubmodule: Module<ParticipationParts & { readonly events: EventBus<Tx> }> = {
  name: 'activities',
  listen: ({ events, secrets }) => leaveShifts(events, secrets),
  routes: (http, parts) => {
    registerActivityRoutes(http, parts)
    registerShiftRoutes(http, parts)
    registerAttendanceRoutes(http, parts)
  },
  jobs: (parts) => [forgottenCheckOutsJob(parts)],
  inbox: [activityInbox],
  home: [activitiesHome],
  dataBank: [ownActivities],
  duties: [activitiesDuties],
}

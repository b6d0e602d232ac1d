import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const sensorDuties: Duties = {
  judges: {},
  judgesNothing: [
    'POST /api/sensors',
    'POST /api/sensors/{id}/token',
    'POST /api/sensors/{id}/publish',
    'POST /api/sensors/{id}/retire',
  ],
}

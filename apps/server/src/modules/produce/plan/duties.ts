import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const planDuties: Duties = {
  judges: {},
  judgesNothing: [
    'POST /api/crops',
    'POST /api/plantings',
    'POST /api/plantings/preview',
    'POST /api/plantings/{id}/cancel',
    'POST /api/plantings/{id}/change',
  ],
}

import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const planDuties: Duties = {
  judges: {},
  judgesNothing: ['POST /api/crops'],
}

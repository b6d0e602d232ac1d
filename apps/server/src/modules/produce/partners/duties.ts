import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const partnerDuties: Duties = {
  judges: {},
  judgesNothing: [
    'POST /api/partners',
    'POST /api/partners/{id}/key',
    'POST /api/partners/{id}/end',
    'POST /api/villages/{villageId}/epcis/capture',
  ],
}

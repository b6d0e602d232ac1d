import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const landDuties: Duties = {
  judges: {
    'POST /api/plots/{id}/claim': [
      'lease_for_oneself',
      'lease_for_household',
      'lease_not_for_others',
    ],
    'POST /api/leases/{id}/release': [
      'lease_for_oneself',
      'lease_for_household',
      'lease_not_for_others',
    ],
  },
  judgesNothing: [
    'POST /api/conventions',
    'POST /api/growing-seasons',
    'POST /api/growing-seasons/{id}/waiting-list',
    'POST /api/land-bounds',
    'POST /api/plots',
    'POST /api/plots/file',
    'POST /api/plots/{id}/rest',
  ],
}

import type { Role } from '../../../platform/actor.ts'

/** Who gives partners their keys, and takes them away. */
export const partnerKeepers: readonly Role[] = ['committee']
/** Who sees them, and what they told of late. */
export const partnerReaders: readonly Role[] = ['committee', 'supervisor', 'technician', 'auditor']

import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const rulesDuties: Duties = {
  judges: { 'POST /api/rule-sheets/{id}/adopt': ['own_draft'] },
  judgesNothing: ['POST /api/rule-sheets/import'],
}

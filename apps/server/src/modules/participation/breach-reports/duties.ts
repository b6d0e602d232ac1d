import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const breachReportsDuties: Duties = {
  judges: {
    'POST /api/breach-reports': [
      'own_breach',
      'report_for_oneself',
      'report_not_for_others',
      'entered_own_breach',
    ],
    'POST /api/breach-reports/{id}/appeal/decision': [
      'decider_kin',
      'own_report',
      'entered_report',
      'decided_before',
      'passed_on',
    ],
    'POST /api/breach-reports/{id}/attach': [
      'decider_kin',
      'doer_is_reporter',
      'own_report',
      'entered_report',
    ],
    'POST /api/breach-reports/{id}/close': ['own_report', 'entered_report'],
    'POST /api/breach-reports/{id}/decision': [
      'attached_report',
      'decider_kin',
      'own_report',
      'entered_report',
      'passed_on',
    ],
  },
  judgesNothing: ['POST /api/breach-reports/{id}/pass-on'],
}

import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const noticesDuties: Duties = {
  judges: { 'POST /api/notices': ['only_own_awards'] },
}

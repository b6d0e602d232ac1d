import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'
import type { StateTone } from '../../ui/state-badge.tsx'

export type ActivityState =
  'proposed' | 'sent_back' | 'refused' | 'approved' | 'closed' | 'cancelled'

/** A row of `GET /api/activities?scope=proposed`. */
export interface ProposalRow {
  activityId: string
  title: string
  place: string
  startsAt: string
  endsAt: string
  state: ActivityState
}

export interface ProposalPage {
  items: readonly ProposalRow[]
  nextCursor: string | null
}

/** `GET /api/activities/{id}`, as far as it matters to whoever decides. */
export interface Proposal extends ProposalRow {
  itemName: string
  description: string
  signUpClosesAt: string
  leaderName: string | null
  initiatorName: string | null
  pointsPreview: { pointsHundredths: number; minutes: number | null } | null
  decision: { decidedAt: string; words: string | null } | null
  may: { decide: boolean }
  shifts: readonly {
    shiftId: string
    postLabel: string | null
    circumstances: readonly { code: string; name: string }[]
    startsAt: string
    endsAt: string
    quota: number
  }[]
}

export const stateTones: Record<ActivityState, StateTone> = {
  proposed: 'waiting',
  sent_back: 'past',
  refused: 'past',
  approved: 'done',
  closed: 'done',
  cancelled: 'past',
}

export function useProposal(activityId: string) {
  return useQuery({
    queryKey: ['/api/activities', activityId],
    queryFn: ({ signal }) => apiGet<Proposal>(`/api/activities/${activityId}`, {}, { signal }),
  })
}

import type { Answer, Item } from '@azalea/client'
import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../app/api.ts'
import type { StateTone } from '../../ui/state-badge.tsx'

export type ActivityState = Proposal['state']

/** A row of `GET /api/activities?scope=proposed`. */
export type ProposalRow = Item<'/api/activities'>

export type ProposalPage = Answer<'/api/activities'>

/** `GET /api/activities/{id}`, as far as it matters to whoever decides. */
export type Proposal = Answer<'/api/activities/{id}'>

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

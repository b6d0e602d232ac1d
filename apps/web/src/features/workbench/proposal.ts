import type { Answer, Item } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import type { StateTone } from '../../ui/state-badge.tsx'

export type ActivityState = Proposal['state']

/** A row of `GET /api/activities?scope=proposed`. */
export type ProposalRow = Item<'/api/activities'>

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
  return useAnswer('/api/activities/{id}', { id: activityId })
}

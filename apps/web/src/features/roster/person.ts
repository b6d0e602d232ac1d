import type { Answer } from '@azalea/client'
import type { ReactNode } from 'react'

/** `GET /api/roster/people/{id}`; the look is noted. */
export type Person = Answer<'/api/roster/people/{personId}'>

/** What is proposed for somebody; coming to live with others is proposed by moving them. */
export type ProposedRemoval = Exclude<NonNullable<Person['removal']>['removal'], 'moved_in'>

/** Where somebody is entered: a household of the roster, or a door that has none yet. */
export type Place = { householdId: string } | { groupNo: number; houseNo: string }

/** What a form that changes an entry is given. */
export interface ActionProps {
  person: Person
  onClose: () => void
  /** What to say once it is done. */
  onDone: (said: ReactNode) => void
}

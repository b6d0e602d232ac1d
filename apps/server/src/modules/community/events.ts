import { defineEvent } from '../../platform/events.ts'

/** A household has opted in (again): it takes part from now on. */
export const householdJoined = defineEvent<{ readonly householdId: string }>(
  'community.household-joined',
)

/** A household has left: processing of its points stops and it vanishes from the boards. */
export const householdLeft = defineEvent<{ readonly householdId: string }>(
  'community.household-left',
)

/** A household belongs to another group from now on; its points count there. */
export const householdMoved = defineEvent<{ readonly householdId: string }>(
  'community.household-moved',
)

/** A person takes part no more: died, moved away, or lives in a household now that has not joined. */
export const personDeparted = defineEvent<{ readonly personId: string }>(
  'community.person-departed',
)

/** A person lives in another household from now on; what they do counts there. */
export const personRehoused = defineEvent<{ readonly personId: string }>(
  'community.person-rehoused',
)

/**
 * A person has been erased: whoever keeps words or pictures of theirs clears them now, but for what
 * a case that still runs needs. Its pictures are named in `keptFileIds`.
 */
export const personErased = defineEvent<{
  readonly personId: string
  readonly keptFileIds: Set<string>
}>('community.person-erased')

/**
 * How houses are numbered is about to change. Whoever keeps something that hangs on the households
 * as they are refuses.
 */
export const houseNumberingChanging = defineEvent<Record<string, never>>(
  'community.house-numbering-changing',
)

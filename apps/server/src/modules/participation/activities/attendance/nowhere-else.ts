import type { Tx } from '../../../record/index.ts'
import { refuse } from '../../ground/refusals.ts'
import type { Shift } from '../activity.store.ts'
import { clockTime, creditedSpan, overlap, type Times } from '../shifts/shift-times.ts'
import { selectRivalAttendances, type Attendance } from './attendance.store.ts'

/** Where somebody is entered elsewhere, within that shift. */
export interface Elsewhere {
  readonly title: string
  readonly taken: Times
}

/**
 * Where else somebody is entered during a presence at this shift, the first first. Call under
 * `lockSignUpsOf`, or two at once see nothing of each other.
 */
export async function readElsewhere(
  tx: Tx,
  shift: Shift,
  presence: Pick<Attendance, 'personId' | 'checkedInAt' | 'checkedOutAt'>,
): Promise<Elsewhere[]> {
  const span = creditedSpan(shift, presence)
  const rivals = await selectRivalAttendances(tx.db, tx.villageId, presence.personId, shift)
  return rivals
    .map((rival) => ({
      title: rival.activity.title,
      taken: creditedSpan(rival.shift, rival.attendance),
    }))
    .filter(({ taken }) => overlap(span, taken))
    .toSorted((one, other) => one.taken.startsAt.getTime() - other.taken.startsAt.getTime())
}

/** Nobody is in two places at once. */
export function overlapsWith({ title, taken }: Elsewhere) {
  return refuse('attendance_overlaps', {
    title,
    startsAt: clockTime(taken.startsAt),
    endsAt: clockTime(taken.endsAt),
  })
}

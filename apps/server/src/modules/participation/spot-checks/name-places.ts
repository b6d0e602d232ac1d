import type { Db } from '../../../platform/database/database.ts'
import { readSubjects, type SubjectKind } from '../../community/index.ts'
import { selectShiftsById, type SpotPlace } from './spot-draw.store.ts'

/** What is to be looked at, in words. */
export interface NamedPlace {
  readonly kind: 'shift' | SubjectKind
  readonly label: string
  /** Where; null when the label says it. */
  readonly place: string | null
  /** Of a shift. */
  readonly startsAt: string | null
  readonly endsAt: string | null
}

const unknown: NamedPlace = { kind: 'plot', label: '', place: null, startsAt: null, endsAt: null }

/** Names what candidates and checks are of, in three queries. */
export async function namePlaces(
  db: Db,
  villageId: string,
  places: readonly SpotPlace[],
): Promise<(place: SpotPlace) => NamedPlace> {
  const shiftIds = [...new Set(places.flatMap(({ shiftId }) => shiftId ?? []))]
  const shifts = await selectShiftsById(db, villageId, shiftIds)
  const posts = [...shifts.values()].flatMap(({ shift }) => shift.postSubjectId ?? [])
  const subjectIds = places.flatMap(({ subjectId }) => subjectId ?? [])
  const subjects = await readSubjects(db, villageId, [...new Set([...posts, ...subjectIds])])
  return ({ shiftId, subjectId }) => {
    const held = shifts.get(shiftId ?? '')
    if (held !== undefined) {
      const { shift, activity } = held
      return {
        kind: 'shift',
        label: activity.title,
        place: subjects.get(shift.postSubjectId ?? '')?.label ?? activity.place,
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
      }
    }
    const subject = subjects.get(subjectId ?? '')
    if (subject === undefined) return unknown
    const { kind, label, groupName } = subject
    return { kind, label, place: groupName, startsAt: null, endsAt: null }
  }
}

import type { Activity } from './activity.ts'

/** A proposal as it is being written; what is null is not filled in yet. */
export interface ProposalDraft {
  title: string
  description: string
  place: string
  itemRef: string
  shifts: readonly ShiftDraft[]
  signUpClosesAt: string | null
}

export interface ShiftDraft {
  startsAt: string | null
  endsAt: string | null
  quota: number | null
  postSubjectId: string | null
  /** Codes of the item's circumstances that hold for the whole shift. */
  circumstances?: readonly string[]
}

/** What the server is sent; times are instants. */
export interface ProposalBody {
  title: string
  description: string
  place: string
  itemRef: string
  startsAt: string
  endsAt: string
  signUpClosesAt: string
  leaderId?: string
  shifts: readonly {
    startsAt: string
    endsAt: string
    quota: number
    postSubjectId: string | null
    circumstances?: readonly string[]
  }[]
}

const usualShiftMilliseconds = 2 * 3_600_000

export const emptyShift: ShiftDraft = {
  startsAt: null,
  endsAt: null,
  quota: null,
  postSubjectId: null,
}

export const emptyProposal: ProposalDraft = {
  title: '',
  description: '',
  place: '',
  itemRef: '',
  shifts: [emptyShift],
  signUpClosesAt: null,
}

/** A new start; an end that is missing or no longer after it moves along, two hours later. */
export function withStart(shift: ShiftDraft, startsAt: string | null): ShiftDraft {
  if (startsAt === null) return { ...shift, startsAt }
  if (shift.endsAt !== null && shift.endsAt > startsAt) return { ...shift, startsAt }
  const usual = new Date(startsAt).getTime() + usualShiftMilliseconds
  return { ...shift, startsAt, endsAt: new Date(usual).toISOString() }
}

/** One more shift: as long as the last one, beginning when it ends. */
export function nextShift(shifts: readonly ShiftDraft[]): ShiftDraft {
  const last = shifts.at(-1) ?? emptyShift
  if (last.startsAt === null || last.endsAt === null) return last
  const start = new Date(last.startsAt).getTime()
  const end = new Date(last.endsAt).getTime()
  return {
    ...last,
    startsAt: last.endsAt,
    endsAt: new Date(end + (end - start)).toISOString(),
  }
}

export type Missing = 'title' | 'place' | 'item' | 'time' | 'quota'

/** What a proposal still lacks, in the order of the form. */
export function missingIn({ title, place, itemRef, shifts }: ProposalDraft): readonly Missing[] {
  const lacks: Readonly<Record<Missing, boolean>> = {
    title: title.trim() === '',
    place: place.trim() === '',
    item: itemRef === '',
    time:
      shifts.length === 0 ||
      shifts.some(({ startsAt, endsAt }) => startsAt === null || endsAt === null),
    quota: shifts.some(({ quota }) => quota === null),
  }
  return (Object.keys(lacks) as Missing[]).filter((what) => lacks[what])
}

/** Whether a shift would end before it has begun. */
export function endsTooEarly({ shifts }: Pick<ProposalDraft, 'shifts'>): boolean {
  return shifts.some(
    ({ startsAt, endsAt }) => startsAt !== null && endsAt !== null && endsAt <= startsAt,
  )
}

/** What can be sent of a draft; null while something is missing. The shifts give the activity's times. */
export function toBody(draft: ProposalDraft): ProposalBody | null {
  if (missingIn(draft).length > 0 || endsTooEarly(draft)) return null
  const shifts = draft.shifts.flatMap(
    ({ startsAt, endsAt, quota, postSubjectId, circumstances = [] }) =>
      startsAt === null || endsAt === null || quota === null
        ? []
        : [
            {
              startsAt,
              endsAt,
              quota,
              postSubjectId,
              ...(circumstances.length === 0 ? {} : { circumstances }),
            },
          ],
  )
  const startsAt = shifts.map((shift) => shift.startsAt).toSorted()[0]
  const endsAt = shifts
    .map((shift) => shift.endsAt)
    .toSorted()
    .at(-1)
  const [title, place] = [draft.title.trim(), draft.place.trim()]
  if (startsAt === undefined || endsAt === undefined) return null
  return {
    title,
    description: draft.description.trim(),
    place,
    itemRef: draft.itemRef,
    startsAt,
    endsAt,
    signUpClosesAt: draft.signUpClosesAt ?? startsAt,
    shifts,
  }
}

/** A proposal that was sent back, to be changed. */
export function draftOf(activity: Activity): ProposalDraft {
  return {
    title: activity.title,
    description: activity.description,
    place: activity.place,
    itemRef: activity.itemRef,
    signUpClosesAt: activity.signUpClosesAt,
    shifts: activity.shifts.map(({ startsAt, endsAt, quota, postSubjectId, circumstances }) => ({
      startsAt,
      endsAt,
      quota,
      postSubjectId,
      ...(circumstances.length === 0
        ? {}
        : { circumstances: circumstances.map(({ code }) => code) }),
    })),
  }
}

/** Another item: its circumstances are others. */
export function withItem(draft: ProposalDraft, itemRef: string): ProposalDraft {
  const shifts = draft.shifts.map((shift) => ({ ...shift, circumstances: [] }))
  return { ...draft, itemRef, shifts }
}

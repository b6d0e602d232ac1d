import type { NewRecord } from '@azalea/records'

/** By how much a machine's clock may have been set while a command went on. */
const SET_BY_MILLISECONDS = 1_000

/**
 * The log takes records in the order of their ids, which sort by the moment they were made: one with an
 * id of an earlier command would come before what it follows from.
 * @throws Error when the record's id is not of the command that appends it, begun at `from`
 */
export function requireOwnMoment(
  { kind, recordId }: Pick<NewRecord, 'kind' | 'recordId'>,
  { from, until }: { readonly from: Date; readonly until: Date },
): void {
  if (recordId === undefined) return
  const madeAt = Number.parseInt(recordId.replaceAll('-', '').slice(0, 12), 16)
  const isOwn =
    madeAt >= from.getTime() - SET_BY_MILLISECONDS &&
    madeAt <= until.getTime() + SET_BY_MILLISECONDS
  if (!isOwn)
    throw new Error(`the id ${recordId} of a ${kind} is of another moment than its command`)
}

import {
  areKin,
  findOwnSubjectByPlate,
  findPeopleNamed,
  readHouseholds,
  readPeople,
} from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { selectOnDuty } from './breach-report-list.store.ts'
import type { Party } from './breach-report.ts'
import { refuse } from './refusals.ts'

/** Somebody whom a villager points at: by a plate, or by name and group. */
export type KnownDoer =
  | { readonly kind: 'plate'; readonly code: string }
  | { readonly kind: 'person'; readonly name: string; readonly groupNo: number }

/** Where nobody knows who it was: a plate, or a place in the reporter's words. */
export type PlaceOnly = {
  readonly kind: 'place'
  readonly code?: string
  readonly place?: string
}

export type Reported = KnownDoer | PlaceOnly

export interface FoundReported {
  readonly subjectId: string | null
  readonly isPost: boolean
  readonly parties: readonly Omit<Party, 'reply'>[]
}

/**
 * Who has to answer for it: the person; the head of the household that keeps what the plate is fixed
 * to; or who stood at the post then. One party a household.
 * @param reporterId who must not be reported with their kin; null: somebody looks for another's doer
 * @throws Refusal 'reported_unknown', 'reported_ambiguous', 'reported_not_joined', 'nobody_keeps_it',
 *   'nobody_on_post', 'own_breach'; community's for the plate
 */
export async function findReported(
  tx: Tx,
  reporterId: string | null,
  about: KnownDoer,
  at: Date,
): Promise<FoundReported> {
  const found =
    about.kind === 'person' ? await byName(tx, about) : await byPlate(tx, about.code, at)
  const reportedIds = found.parties.map(({ personId }) => personId)
  if (reporterId !== null && (await areKin(tx.db, tx.villageId, reporterId, reportedIds)))
    throw refuse('own_breach')
  const ids = found.parties.map(({ householdId }) => householdId)
  const households = await readHouseholds(tx.db, tx.villageId, ids)
  // Who has not joined is not processed under the rules.
  const joined = found.parties.filter(({ householdId }) => households.get(householdId)?.joined)
  if (joined.length === 0) throw refuse('reported_not_joined')
  return { ...found, parties: joined }
}

async function byName(
  tx: Tx,
  { name, groupNo }: Extract<KnownDoer, { kind: 'person' }>,
): Promise<FoundReported> {
  const [person, other] = await findPeopleNamed(tx.db, tx.villageId, { name, groupNo })
  if (person === undefined) throw refuse('reported_unknown', { name })
  if (other !== undefined) throw refuse('reported_ambiguous', { name })
  return { subjectId: null, isPost: false, parties: [person] }
}

async function byPlate(tx: Tx, code: string, at: Date): Promise<FoundReported> {
  const { subjectId, kind, label, keeperHouseholdId } = await findOwnSubjectByPlate(tx, code)
  if (kind === 'post') {
    const onDuty = await selectOnDuty(tx.db, tx.villageId, subjectId, at)
    const people = [...(await readPeople(tx.db, tx.villageId, onDuty)).values()]
    const parties = new Map(people.map((one) => [one.householdId, one]))
    if (parties.size === 0) throw refuse('nobody_on_post', { label })
    return { subjectId, isPost: true, parties: [...parties.values()] }
  }
  const households = await readHouseholds(
    tx.db,
    tx.villageId,
    keeperHouseholdId === null ? [] : [keeperHouseholdId],
  )
  const [keeper] = [...households.values()]
  if (keeper === undefined || keeper.headPersonId === null)
    throw refuse('nobody_keeps_it', { label })
  const { householdId, headPersonId: personId } = keeper
  return { subjectId, isPost: false, parties: [{ householdId, personId }] }
}

/**
 * Where something was seen of which nobody knows who did it. A post has whoever stood there, who can
 * be found later: only its name is kept.
 * @throws Refusal community's for the plate
 */
export async function findPlace(
  tx: Tx,
  { code, place }: PlaceOnly,
): Promise<{
  subjectId: string | null
  place: string | null
  parties: readonly Omit<Party, 'reply'>[]
}> {
  if (code === undefined) return { subjectId: null, place: place ?? null, parties: [] }
  const { subjectId, kind, label } = await findOwnSubjectByPlate(tx, code)
  return kind === 'post'
    ? { subjectId: null, place: place ?? label, parties: [] }
    : { subjectId, place: place ?? null, parties: [] }
}

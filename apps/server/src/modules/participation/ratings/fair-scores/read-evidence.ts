import {
  explainConsistency,
  explainFlags,
  explainRing,
  explainSeverity,
  RaterFlag,
} from '@azalea/scoring/raters'
import {
  noteAccess,
  readPeople,
  readPeopleNames,
  selectSubjectsOf,
} from '../../../community/index.ts'
import type { Reader, Readers } from '../../ground/readers.ts'
import {
  selectEstimates,
  selectFit,
  selectFlagged,
  selectRings,
  type FoundRing,
} from './estimate.store.ts'

/** Fewer ratings say nothing about how somebody rates. */
const RATINGS_THAT_SAY_SOMETHING = 5
const MOST_FLAGGED = 50

/**
 * How severe and how consistent the reader's own ratings are: for the reader alone, and only where the
 * village's scores allow for it.
 */
export async function readOwnStyle(
  { database }: Pick<Readers, 'database'>,
  { actor, language }: Reader,
) {
  const { villageId, personId } = actor
  return database.inVillage(villageId, async (db) => {
    const own = (await selectEstimates(db, villageId, [personId])).get(personId)
    const fit = await selectFit(db, villageId)
    if (own === undefined || own.ratings < RATINGS_THAT_SAY_SOMETHING || !fit?.usesModel)
      return {
        ratings: own?.ratings ?? 0,
        severityHundredths: null,
        consistencyPermille: null,
        sentences: [],
      }
    const { severity, ratings, consistencyPermille } = own
    return {
      ratings,
      severityHundredths: Math.round(severity * 100),
      consistencyPermille,
      sentences: [
        explainSeverity(severity, ratings, language),
        explainConsistency(consistencyPermille, language),
      ],
    }
  })
}

/**
 * What speaks for rings and for ratings that follow nothing, in words. It takes points from nobody;
 * whoever is named here sees that it was looked at.
 */
export async function readRatingEvidence(
  { database, clock, newId }: Pick<Readers, 'database' | 'clock' | 'newId'>,
  { actor, language }: Reader,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const fit = await selectFit(db, villageId)
    const rings = await selectRings(db, villageId)
    const wanted = RaterFlag.copies | RaterFlag.uninformative
    const flagged = await selectFlagged(db, villageId, wanted, MOST_FLAGGED)
    const members = rings.flatMap(({ memberIds }) => memberIds)
    const ids = [...new Set([...members, ...flagged.map(({ personId }) => personId)])]
    const names = await readPeopleNames(db, villageId, ids)
    const subjectsOf = await subjectsByRing(db, villageId, rings)
    const at = { db, villageId, now: clock.now(), newId }
    if (ids.length > 0) await noteAccess(at, actor.personId, ids, 'rating_evidence')
    return {
      fittedAt: fit?.fittedAt.toISOString() ?? null,
      ratings: fit?.ratings ?? 0,
      usesModel: fit?.usesModel ?? false,
      rings: rings.map(({ ring, memberIds, evidence }) => ({
        sentence: explainRing(evidence, language),
        members: memberIds.map((id) => names.get(id) ?? null),
        subjects: subjectsOf.get(ring) ?? [],
      })),
      flagged: flagged.map(({ personId, ratings, flags }) => ({
        name: names.get(personId) ?? null,
        ratings,
        sentence: explainFlags(flags, ratings, language),
      })),
    }
  })
}

/** The plots and yards that the members' households keep: where a check would tell. */
async function subjectsByRing(
  db: Parameters<typeof selectRings>[0],
  villageId: string,
  rings: readonly FoundRing[],
): Promise<Map<number, string[]>> {
  if (rings.length === 0) return new Map()
  const ids = [...new Set(rings.flatMap(({ memberIds }) => memberIds))]
  const people = await readPeople(db, villageId, ids)
  const subjects = await selectSubjectsOf(db, villageId, ['plot', 'yard'])
  return new Map(
    rings.map(({ ring, memberIds }) => {
      const kept = new Set(memberIds.flatMap((id) => people.get(id)?.householdId ?? []))
      const theirs = subjects.filter((one) => kept.has(one.keeperHouseholdId ?? ''))
      return [ring, theirs.map(({ label }) => label)]
    }),
  )
}

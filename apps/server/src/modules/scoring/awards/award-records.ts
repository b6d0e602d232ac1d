import {
  awardCounted,
  awardFinal,
  awardReversed,
  awardScored,
  type Pseudonym,
  type NewRecord,
} from '@azalea/records'
import type { CalibrationInput } from '@azalea/scoring'
import { sourceOf } from '../ground/sources.ts'
import type { Tx, VillageSecret } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { Judgements } from '../ground/tables.ts'
import type { AwardBrief } from './award-brief.store.ts'
import type { CorrectedBecause, Correction } from './judged-contribution.ts'

/** What an award's own record tells. */
export interface AwardFacts {
  readonly awardId: string
  readonly recordId: string
  readonly pointsHundredths: number
  readonly sheetHash: string
  readonly contributionId: string
  readonly personId: string
  readonly householdId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
  readonly recordedBy: string
  readonly words: string | null
  readonly photoFileId: string | null
  /** 'YYYY-MM' in which it was posted, which decides the boards, when it enters only later. */
  readonly postedMonth?: string
  readonly corrects?: Correction
  readonly judgements?: Judgements | null
}

/**
 * `award.scored`, or `award.final` when the award is final at once: all that a stranger needs to
 * recompute it from the sheet, under pseudonyms; who did what stays with the earner's key.
 */
export async function wholeRecord(
  tx: Tx,
  scoring: Scoring,
  kind: 'award.scored' | 'award.final',
  award: AwardFacts,
  input: CalibrationInput,
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const { namedAs } = sourceOf(award.sourceKind)
  const facts = {
    recordId: award.recordId,
    public: {
      award: secret.pseudonym('award', award.awardId),
      deed: secret.pseudonym('deed', award.sourceId),
      item: input.itemRef,
      pointsHundredths: award.pointsHundredths,
      sheet: award.sheetHash,
      ...(namedAs === null ? {} : { [namedAs]: secret.pseudonym(namedAs, award.sourceId) }),
      ...(award.corrects === undefined
        ? {}
        : {
            corrects: secret.pseudonym('award', award.corrects.namedBy),
            ...becauseOf(secret, award.corrects.because),
          }),
      ...(award.judgements?.spotCheck === undefined
        ? {}
        : { spotCheck: award.judgements.spotCheck }),
      ...(await accountOf(tx, scoring, award)),
      input: publicInput(input),
    },
    parts: [
      {
        personId: award.personId,
        payload: {
          award: award.awardId,
          contribution: award.contributionId,
          person: award.personId,
          household: award.householdId,
          source: { kind: award.sourceKind, id: award.sourceId },
          recordedBy: award.recordedBy,
          words: award.words,
          photo: award.photoFileId,
        },
      },
    ],
  }
  if (kind === 'award.scored') return awardScored(facts)
  const { postedMonth: month } = award
  return awardFinal(month === undefined ? facts : { ...facts, public: { ...facts.public, month } })
}

/** `award.final` of an award that stood on notice: its inputs stand in its `award.scored`. */
export async function finalRecord(
  tx: Tx,
  scoring: Scoring,
  award: AwardBrief & { readonly recordId: string },
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  return awardFinal({
    recordId: award.recordId,
    public: {
      award: secret.pseudonym('award', award.awardId),
      item: award.itemRef,
      pointsHundredths: award.pointsHundredths,
      notice: noticeNameOf(secret, award),
      ...(await accountOf(tx, scoring, award)),
    },
    parts: [{ personId: award.personId, payload: { award: award.awardId } }],
  })
}

/** Awards of one earner that enter the log together: one week, month of posting, sheet and item. */
export interface CountedAwards {
  readonly recordId: string
  readonly personId: string
  readonly householdId: string
  readonly itemRef: string
  readonly sheetHash: string
  /** The Monday of the week of the deeds. */
  readonly week: string
  /** 'YYYY-MM': the month in which they were posted, which decides the boards. */
  readonly month: string
  /** How many on each day, the most first: not which day. */
  readonly counts: readonly number[]
  readonly pointsHundredths: number
  readonly awards: readonly {
    readonly awardId: string
    readonly sourceId: string
    readonly occurredOn: string
    readonly pointsHundredths: number
  }[]
}

/** `award.counted`: which award is for which deed stays with the earner's key. */
export async function countedRecord(
  tx: Tx,
  scoring: Scoring,
  counted: CountedAwards,
): Promise<NewRecord> {
  const { recordId, itemRef, sheetHash, week, month, counts, pointsHundredths } = counted
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  return awardCounted({
    recordId,
    public: {
      award: secret.pseudonym('award', recordId),
      item: itemRef,
      sheet: sheetHash,
      week,
      month,
      counts,
      pointsHundredths,
      ...(await accountOf(tx, scoring, counted)),
    },
    parts: [
      {
        personId: counted.personId,
        payload: {
          awards: counted.awards.map((award) => ({
            award: award.awardId,
            source: award.sourceId,
            day: award.occurredOn,
            pointsHundredths: award.pointsHundredths,
          })),
        },
      },
    ],
  })
}

/**
 * `award.reversed`, which names the award, or the counted awards that it is one of (then without its
 * day); `postedHundredths` is what is taken back from honour.
 */
export async function reversedRecord(
  tx: Tx,
  scoring: Scoring,
  award: AwardBrief,
  why: {
    readonly by: string | null
    readonly reason: string | null
    readonly supersededBy: string | null
    /** The record in which the award was counted with others; null when it stands by itself. */
    readonly countedIn: string | null
    /** Absent when no other award takes its place but by being higher. */
    readonly because?: CorrectedBecause
  },
): Promise<NewRecord> {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  const { supersededBy, countedIn, because } = why
  return awardReversed({
    // Before the record of the award that takes its place: the log orders by these ids.
    recordId: tx.newId(),
    public: {
      award: secret.pseudonym('award', countedIn ?? award.awardId),
      item: award.itemRef,
      day: countedIn === null ? award.occurredOn : null,
      pointsHundredths: award.pointsHundredths,
      postedHundredths: award.state === 'final' ? award.pointsHundredths : 0,
      countedOccurrences: award.countedOccurrences,
      creditedQuantity: award.creditedQuantity,
      notice: noticeNameOf(secret, award),
      supersededBy: supersededBy === null ? null : secret.pseudonym('award', supersededBy),
      ...(because === undefined ? {} : becauseOf(secret, because)),
      ...(await accountOf(tx, scoring, award)),
    },
    parts: [
      {
        personId: award.personId,
        payload: { award: award.awardId, by: why.by, reason: why.reason },
      },
    ],
  })
}

function noticeNameOf(secret: VillageSecret, { noticeId }: AwardBrief): Pseudonym<'notice'> | null {
  return noticeId === null ? null : secret.pseudonym('notice', noticeId)
}

function becauseOf(secret: VillageSecret, because: CorrectedBecause) {
  return 'objectionId' in because
    ? { objection: secret.pseudonym('objection', because.objectionId) }
    : { report: secret.pseudonym('report', because.reportId) }
}

/** How a person and their household stand in the log. */
async function accountOf(
  tx: Tx,
  scoring: Scoring,
  { personId, householdId }: { personId: string; householdId: string },
) {
  const secret = await scoring.secrets.of(tx.db, tx.villageId)
  return {
    earner: secret.pseudonym('earner', personId),
    household: secret.pseudonym('household', householdId),
  }
}

function publicInput(input: CalibrationInput) {
  const { itemRef, quantity, occurredOn, prior, competing, leaderScore, circumstances } = input
  const { spotCheckScore, passersBy, upheldReports, sameInForce } = input
  return {
    itemRef,
    quantity,
    occurredOn,
    prior: prior.map((usage) => ({ ...usage, usedQuantity: usage.usedQuantity ?? 0 })),
    competing: competing.map((one) => ({ ...one })),
    ...(leaderScore === undefined ? {} : { leaderScore }),
    ...(circumstances === undefined ? {} : { circumstances: circumstances.map((c) => ({ ...c })) }),
    ...(spotCheckScore === undefined ? {} : { spotCheckScore }),
    ...(passersBy === undefined ? {} : { passersBy: { ...passersBy } }),
    ...(upheldReports === undefined ? {} : { upheldReports }),
    ...(sameInForce === undefined ? {} : { sameInForce }),
  }
}

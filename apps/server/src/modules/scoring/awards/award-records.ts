import type { CalibrationInput } from '@azalea/scoring'
import type { Json, NewRecord, Tx } from '../../record/index.ts'
import type { Scoring } from '../scoring.ts'
import type { AwardBrief, NewAward } from './award.store.ts'

/** How a person and their household stand in the log. */
async function pseudonymsOf(
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

/**
 * `award.scored`, or `award.final` when the award is final at once: all that a stranger needs to
 * recompute it from the sheet, under pseudonyms; who did what stays with the earner's key.
 */
export async function scoredRecord(
  tx: Tx,
  scoring: Scoring,
  award: NewAward,
  input: CalibrationInput,
): Promise<NewRecord> {
  const { deed, calibration } = award
  return {
    kind: award.state === 'final' ? 'award.final' : 'award.scored',
    public: {
      award: award.awardId,
      item: calibration.itemRef,
      pointsHundredths: calibration.pointsHundredths,
      sheet: deed.sheet.hash,
      period: deed.occurredOn.slice(0, 7),
      ...(await pseudonymsOf(tx, scoring, deed)),
      input: publicInput(input),
    },
    parts: [
      {
        personId: deed.personId,
        payload: {
          award: award.awardId,
          contribution: deed.contributionId,
          person: deed.personId,
          household: deed.householdId,
          source: { kind: deed.sourceKind, id: deed.sourceId },
          recordedBy: deed.recordedBy,
          words: deed.words,
          photo: deed.photoFileId,
        },
      },
    ],
  }
}

/** `award.final` of an award that stood on notice. */
export async function finalRecord(tx: Tx, scoring: Scoring, award: AwardBrief): Promise<NewRecord> {
  return {
    kind: 'award.final',
    public: {
      award: award.awardId,
      item: award.itemRef,
      pointsHundredths: award.pointsHundredths,
      ...(await pseudonymsOf(tx, scoring, award)),
    },
    parts: [{ personId: award.personId, payload: { award: award.awardId } }],
  }
}

/** `award.reversed`, which names the award; `postedHundredths` is what is taken back from honour. */
export async function reversedRecord(
  tx: Tx,
  scoring: Scoring,
  award: AwardBrief,
  why: { readonly by: string | null; reason: string | null; supersededBy: string | null },
): Promise<NewRecord> {
  return {
    kind: 'award.reversed',
    public: {
      award: award.awardId,
      item: award.itemRef,
      postedHundredths: award.state === 'final' ? award.pointsHundredths : 0,
      supersededBy: why.supersededBy,
      ...(await pseudonymsOf(tx, scoring, award)),
    },
    parts: [
      {
        personId: award.personId,
        payload: { award: award.awardId, by: why.by, reason: why.reason },
      },
    ],
  }
}

function publicInput(input: CalibrationInput): { readonly [key: string]: Json } {
  const { itemRef, quantity, occurredOn, prior, competing, leaderScore, circumstances } = input
  return {
    itemRef,
    quantity,
    occurredOn,
    prior: prior.map((usage) => ({ ...usage, usedQuantity: usage.usedQuantity ?? 0 })),
    competing: competing.map((one) => ({ ...one })),
    ...(leaderScore === undefined ? {} : { leaderScore }),
    ...(circumstances === undefined ? {} : { circumstances: circumstances.map((c) => ({ ...c })) }),
  }
}

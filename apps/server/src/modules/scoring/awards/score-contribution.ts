import { findItem, type Calibration } from '@azalea/scoring'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../ground/refusals.ts'
import type { AdoptedSheet, Scoring } from '../rules/index.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { Circumstances, Judgements } from '../ground/tables.ts'
import type { NewAward } from './award.store.ts'
import type { JudgedContribution } from './judged-contribution.ts'
import { awardContributions } from './award-contributions.ts'

/** One deed under one item, as another module reports it. */
export interface NewContribution {
  readonly personId: string
  /** The household that holds the points; it has joined. */
  readonly householdId: string
  readonly itemRef: string
  readonly sourceKind: Exclude<SourceKind, 'deed' | 'repair'>
  /** The rating, attendance or report: it contributes once under an item. */
  readonly sourceId: string
  /** Occurrences where the item has fixed points, else the small measure of its unit (minutes …). */
  readonly quantity: number
  /** The civil day that decides the rule sheet and the windows of caps. */
  readonly occurredOn: string
  readonly leaderScore?: number
  readonly circumstances?: Circumstances
  readonly judgements?: Judgements
  readonly recordedBy: string
  /** What the finder says of it, for a deduction. */
  readonly words?: string
  /** The sheet in force on that day, if the caller has read it already. */
  readonly sheet?: AdoptedSheet
}

export interface ScoredAward {
  readonly awardId: string
  readonly contributionId: string
  readonly itemRef: string
  readonly pointsHundredths: number
  /** 'final' when the item has no notice period: it is posted to the ledger by now. */
  readonly state: 'scored' | 'final'
  readonly calibration: Calibration
}

/**
 * Turns a deed into an award inside the caller's transaction, whatever it comes to: an award of no
 * points is still there with its stages.
 * @throws Refusal 'no_rule_sheet', 'unknown_item'; CalibrationError for inputs that do not fit
 */
export async function scoreContribution(
  tx: Tx,
  scoring: Scoring,
  contribution: NewContribution,
): Promise<ScoredAward> {
  const [award] = await scoreContributions(tx, scoring, [contribution])
  if (award === undefined) throw new Error('a contribution came to no award')
  return award
}

/** The same for many at once, in few statements; answers in the order given. */
export async function scoreContributions(
  tx: Tx,
  scoring: Scoring,
  contributions: readonly NewContribution[],
): Promise<ScoredAward[]> {
  if (contributions.length === 0) return []
  const judged: JudgedContribution[] = []
  for (const contribution of contributions) judged.push(await judgedOf(tx, scoring, contribution))
  const awards = await awardContributions(tx, scoring, judged)
  return awards.map(toScoredAward)
}

function toScoredAward({ awardId, contribution, calibration, state }: NewAward): ScoredAward {
  return {
    awardId,
    contributionId: contribution.contributionId,
    itemRef: calibration.itemRef,
    pointsHundredths: calibration.pointsHundredths,
    state,
    calibration,
  }
}

async function judgedOf(
  tx: Tx,
  scoring: Scoring,
  given: NewContribution,
): Promise<JudgedContribution> {
  const sheet =
    given.sheet ?? (await scoring.sheets.inForceOn(tx.db, tx.villageId, given.occurredOn))
  if (sheet === null) throw refuse('no_rule_sheet', { day: given.occurredOn })
  const item = findItem(sheet.sheet, given.itemRef)
  if (item === undefined) throw refuse('unknown_item', { itemRef: given.itemRef })
  return {
    contributionId: tx.newId(),
    isNew: true,
    sheet,
    item,
    personId: given.personId,
    householdId: given.householdId,
    sourceKind: given.sourceKind,
    sourceId: given.sourceId,
    quantity: given.quantity,
    leaderScore: given.leaderScore ?? null,
    circumstances: given.circumstances ?? null,
    judgements: given.judgements ?? null,
    occurredOn: given.occurredOn,
    words: given.words ?? null,
    photoFileId: null,
    recordedBy: given.recordedBy,
  }
}

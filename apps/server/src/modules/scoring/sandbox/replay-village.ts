import { findItem, type RuleSheet } from '@azalea/scoring'
import {
  measureOf,
  replayReach,
  SheetReplay,
  type BothSides,
  type ReplayContribution,
  type ReplayEvent,
  type ReplayPeriod,
} from '@azalea/scoring/replay'
import { setImmediate } from 'node:timers/promises'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import type { Scoring } from '../rules/index.ts'
import { refuse } from './refusals.ts'
import {
  selectAwardedContributions,
  selectLaterTurns,
  type AwardedContribution,
  type LaterTurn,
} from './sandbox.store.ts'

const PAGE = 500
/** Deeds between two pauses: a few milliseconds in which nobody else is served. */
const BETWEEN_PAUSES = 100
/** Some 25 times what a large village does in a quarter. */
export const MOST_CONTRIBUTIONS = 300_000

export interface VillageReplay {
  readonly replays: BothSides<SheetReplay>
  /** All that were judged, those before the period included, whose sums weigh on it. */
  readonly contributions: number
}

/**
 * Judges a village's deeds by two sheets, each as if it had always been in force: from the first day
 * that can weigh on the period, through caps and bands. Reads page by page and pauses often, so that
 * the server goes on serving.
 * @throws Refusal 'replay_too_large'
 */
export async function replayVillage(
  db: Db,
  scoring: Scoring,
  villageId: string,
  asked: {
    readonly sheets: BothSides<RuleSheet>
    readonly period: ReplayPeriod
    /** Deeds of other households are left out: they have left, or never joined. */
    readonly householdIds: ReadonlySet<string>
  },
): Promise<VillageReplay> {
  const { sheets, period, householdIds } = asked
  const replays = {
    current: new SheetReplay(sheets.current),
    draft: new SheetReplay(sheets.draft),
  }
  const both = Object.values(replays)
  const firstDay = earlier(
    replayReach(sheets.current, period.firstDay),
    replayReach(sheets.draft, period.firstDay),
  )
  const take = (event: ReplayEvent) => {
    for (const replay of both) replay.take(event)
  }
  const turns = await selectLaterTurns(db, villageId)
  let turnNo = 0
  let contributions = 0
  for await (const page of awardedPages(db, villageId, firstDay)) {
    for (const award of page) {
      for (let turn = turns[turnNo]; turn && isBefore(turn, award); turn = turns[turnNo]) {
        take(eventOf(turn))
        turnNo += 1
      }
      if (!householdIds.has(award.householdId)) continue
      if (award.correctsAwardId !== null)
        take({ kind: 'reversal', contributionId: award.correctsAwardId })
      take(repairOf(award) ?? (await contributionOf(db, scoring, villageId, award)))
      contributions += award.repair === null ? 1 : 0
      if (contributions > MOST_CONTRIBUTIONS)
        throw refuse('replay_too_large', { most: MOST_CONTRIBUTIONS })
      if (contributions % BETWEEN_PAUSES === 0) await setImmediate()
    }
  }
  for (const turn of turns.slice(turnNo)) take(eventOf(turn))
  return { replays, contributions }
}

/** Page by page; the next is on its way while one is judged. */
async function* awardedPages(
  db: Db,
  villageId: string,
  firstDay: string | null,
): AsyncGenerator<AwardedContribution[]> {
  const read = (after: string | null) => {
    const page = selectAwardedContributions(db, villageId, { firstDay, after, limit: PAGE })
    // Told to whoever awaits it, which nobody does after a refusal.
    page.catch(() => undefined)
    return page
  }
  let coming = read(null)
  for (;;) {
    const page = await coming
    const last = page.at(-1)
    if (last === undefined) return
    if (page.length < PAGE) return yield page
    coming = read(last.awardId)
    yield page
  }
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null
  return one < other ? one : other
}

/**
 * Within a thousandth of a second what was reversed had been awarded before, and what became final
 * had counted before: no deduction is final in the moment in which it is made.
 */
function isBefore({ kind, at }: LaterTurn, { awardId }: AwardedContribution): boolean {
  const since = madeAt(awardId) - at.getTime()
  return kind === 'final' ? since >= 0 : since > 0
}

function eventOf({ kind, awardId, at }: LaterTurn): ReplayEvent {
  return kind === 'final'
    ? { kind, contributionId: awardId, on: civilDay(at) }
    : { kind, contributionId: awardId }
}

/** The award as a repair; null when it is for a deed. */
function repairOf({ awardId, occurredOn, repair }: AwardedContribution): ReplayEvent | null {
  if (repair === null) return null
  const { deductionId: contributionId, way, minutes } = repair
  return { kind: 'repair', repair: { repairId: awardId, contributionId, way, minutes, occurredOn } }
}

/** When an identifier was made, in milliseconds: the first 48 bits of a UUID of version 7. */
function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

async function contributionOf(
  db: Db,
  scoring: Scoring,
  villageId: string,
  award: AwardedContribution,
): Promise<ReplayEvent> {
  const { sheet } = await scoring.sheets.byId(db, villageId, award.ruleSheetId)
  const item = findItem(sheet, award.itemRef)
  if (item === undefined) throw new Error(`sheet ${award.ruleSheetId} lost item ${award.itemRef}`)
  const { leaderScore, circumstances, judgements } = award
  const contribution: ReplayContribution = {
    contributionId: award.awardId,
    personId: award.personId,
    householdId: award.householdId,
    sourceKind: award.sourceKind,
    sourceId: award.sourceId,
    occurredOn: award.occurredOn,
    itemRef: award.itemRef,
    quantity: award.quantity,
    measure: measureOf(item),
    ...(leaderScore === null ? {} : { leaderScore }),
    ...(circumstances === null ? {} : { circumstances }),
    ...judgements,
  }
  return { kind: 'contribution', contribution }
}

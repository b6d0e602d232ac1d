import {
  capWindows,
  findItem,
  type CalibrationInput,
  type CalibrationStage,
  type CompetingAward,
  type RuleItem,
} from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'
import { wholeRecord } from './award-records.ts'
import { markEntered, selectUncounted, type UncountedAward } from './uncounted.store.ts'

/**
 * Enters an award that waits to be counted into the log by itself, with all its inputs: because it
 * is about to be reversed, which must name it. Does nothing when it is in the log already.
 */
export async function enterBeforeReversal(
  tx: Tx,
  scoring: Scoring,
  awardId: string,
): Promise<void> {
  const award = await selectUncounted(tx.db, tx.villageId, awardId)
  if (award === null) return
  await markEntered(tx.db, tx.villageId, tx.now, [await appendByItself(tx, scoring, award)])
}

/** Appends the record of one award with all its inputs; the caller marks the award as entered by it. */
export async function appendByItself(
  tx: Tx,
  scoring: Scoring,
  award: UncountedAward,
): Promise<{ awardId: string; recordId: string }> {
  const { hash, sheet } = await scoring.sheets.byId(tx.db, tx.villageId, award.ruleSheetId)
  const item = findItem(sheet, award.itemRef)
  if (item === undefined) throw new Error(`sheet ${award.ruleSheetId} lost item ${award.itemRef}`)
  const postedMonth = civilDay(award.finalAt).slice(0, 7)
  const facts = { ...award, recordId: tx.newId(), sheetHash: hash, postedMonth }
  tx.append(await wholeRecord(tx, scoring, 'award.final', facts, inputOf(item, award)))
  return facts
}

/** The inputs of a calibration, read back from its stages. */
function inputOf(item: RuleItem, award: UncountedAward): CalibrationInput {
  const { calibration, itemRef, quantity, occurredOn } = award
  const stageOf = (name: CalibrationStage['stage']) =>
    calibration.stages.find(({ stage }) => stage === name)?.input
  const caps = (stageOf('cap')?.['caps'] ?? []) as unknown as readonly CapInput[]
  const earlier = stageOf('base')?.['earlier']
  return {
    itemRef,
    quantity,
    occurredOn,
    prior: capWindows(item, occurredOn).map(({ scope, of, key, window }) => {
      const cap = caps.find((one) => one.scope === scope && one.of === of && one.window === window)
      return {
        scope,
        of,
        key,
        window,
        usedHundredths: cap?.usedHundredths ?? 0,
        usedCount: cap?.usedCount ?? 0,
        usedQuantity: typeof earlier === 'number' ? earlier : 0,
      }
    }),
    competing: (stageOf('only_highest')?.['competing'] ??
      []) as unknown as readonly CompetingAward[],
  }
}

interface CapInput {
  readonly scope: string
  readonly of: string
  readonly window: string
  readonly usedHundredths: number
  readonly usedCount: number
}

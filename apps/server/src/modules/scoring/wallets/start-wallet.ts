import { walletStarted } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { EventBus } from '../../../platform/events.ts'
import { householdJoined } from '../../community/index.ts'
import { householdOf, issuerOf, selectPosted, transferAll } from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Scoring } from '../rules/index.ts'

/** The cause of starting points; each household is its own, so that it begins once. */
export const START = 'start'

/** Whoever joins gets what the sheet in force lets a household start with. */
export function startWhoJoins(events: EventBus<Tx>, scoring: Scoring): void {
  events.on(householdJoined, async (tx, { householdId }) => {
    await startWallets(tx, scoring, [householdId])
  })
}

/**
 * Gives households that take part their starting points, each once for ever: who left and joins again
 * has had them. Call with the households held against joining and leaving.
 * @returns how many began
 */
export async function startWallets(
  tx: Tx,
  scoring: Scoring,
  householdIds: readonly string[],
): Promise<number> {
  const { db, villageId } = tx
  const inForce = await scoring.sheets.inForceOn(db, villageId, civilDay(tx.now))
  const pointsHundredths = inForce?.sheet.policies.startingHundredths ?? 0
  if (inForce === null || pointsHundredths === 0) return 0
  const begun = await selectPosted(db, villageId, START, householdIds)
  const beginning = householdIds.filter((householdId) => !begun.has(householdId))
  await transferAll(
    tx,
    beginning.map((householdId) => ({
      cause: { kind: START, id: householdId, mayLeaveDebt: false },
      lines: [
        { account: householdOf('wallet', householdId), amount: pointsHundredths },
        { account: issuerOf('wallet'), amount: -pointsHundredths },
      ],
    })),
  )
  const secret = await scoring.secrets.of(db, villageId)
  for (const householdId of beginning) {
    const household = secret.pseudonym('household', householdId)
    const told = { household, pointsHundredths, sheet: inForce.hash }
    tx.append(walletStarted({ public: told, parts: [] }))
  }
  return beginning.length
}

import { type CivilDay, isCivilDay } from '@azalea/text'
import { scaleTowardZero } from './integer-arithmetic.ts'
import type { WalletPolicy } from './rule-sheet.ts'

/** What a wallet keeps and loses when its year ends. */
export interface WalletClosing {
  keptHundredths: number
  droppedHundredths: number
}

/**
 * What happens to a wallet's balance on the day its year ends. A part of a hundredth is dropped; a
 * balance at or below zero stays as it is. Honour is never closed.
 *
 * @throws CalibrationError `out_of_range` for a balance beyond exact integers.
 */
export function closeWallet(policy: WalletPolicy, balanceHundredths: number): WalletClosing {
  const keptHundredths =
    balanceHundredths <= 0 ? balanceHundredths : keptOf(policy, balanceHundredths)
  return { keptHundredths, droppedHundredths: balanceHundredths - keptHundredths }
}

/** Whether wallets end their year on that day. @throws RangeError if it is not a civil day. */
export function closesWalletsOn(policy: WalletPolicy, day: CivilDay): boolean {
  if (!isCivilDay(day)) throw new RangeError(`not a civil day: ${day}`)
  return policy.kind !== 'keep' && day.slice(5) === policy.on
}

function keptOf(policy: WalletPolicy, balanceHundredths: number): number {
  switch (policy.kind) {
    case 'keep':
      return balanceHundredths
    case 'reset':
      return 0
    case 'carry_over':
      return Math.min(
        policy.atMostHundredths ?? balanceHundredths,
        scaleTowardZero(balanceHundredths, policy.keepPermille, 1000),
      )
  }
}

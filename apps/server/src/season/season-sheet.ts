import gardenSheet from '@azalea/scoring/rule-sheets/dashigai-garden.json' with { type: 'json' }
import { addCivilDays } from '@azalea/text'

const CLOSES_AFTER_DAYS = 20
const LEAP_DAY = '02-29'

/**
 * The garden sheet as the demonstration's village voted it: the wallets' year ends soon after the
 * season, so that it is announced within it; who joins starts with a few points to spend; neighbours
 * may give each other some.
 */
export function seasonSheet(lastDay: string) {
  const { policies } = gardenSheet
  return {
    ...gardenSheet,
    policies: {
      ...policies,
      wallet: { kind: 'carry_over', on: closingDay(lastDay), keepPermille: 500 },
      startingHundredths: 500,
      gifts: { atMostHundredthsPerMonth: 2_000 },
    },
  }
}

/** A day that every year has. */
function closingDay(lastDay: string): string {
  const day = addCivilDays(lastDay, CLOSES_AFTER_DAYS).slice(5)
  return day === LEAP_DAY ? '03-01' : day
}

import type { Calibration, CompetingAward, JsonValue } from './calibration.ts'

/**
 * Which of the awards for the same deed must give way to a calibrated one: those with which it
 * competed as the highest. What it did not compete with (another group, the other sign) stays.
 */
export function beatenBy({ stages }: Calibration): (rival: CompetingAward) => boolean {
  const stage = stages.find((one) => one.stage === 'only_highest')
  const competing = stage?.input['competing']
  if (stage?.reason.code !== 'highest' || !Array.isArray(competing)) return () => false
  const names = new Set(competing.map(nameOf))
  return ({ itemRef, pointsHundredths }) => names.has(nameOf({ itemRef, pointsHundredths }))
}

function nameOf(rival: JsonValue): string {
  const { itemRef, pointsHundredths } = rival as unknown as CompetingAward
  return `${pointsHundredths} ${itemRef}`
}

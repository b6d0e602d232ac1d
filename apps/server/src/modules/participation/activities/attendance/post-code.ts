import type { VillageSecret } from '../../../record/index.ts'

const STEP_MILLISECONDS = 30_000
const CODES = 1_000_000
/** How far a phone's own clock may be off when it tells the time of something done offline. */
export const CLOCK_TOLERANCE_MILLISECONDS = 2 * 60_000

/** The six digits shown at a place (a post, or an activity without posts) during one half minute. */
function codeOfStep(secret: VillageSecret, placeId: string, step: number): string {
  const hash = Buffer.from(secret.hashOf('post-code', `${placeId}/${step}`), 'base64url')
  return String(hash.readUIntBE(0, 6) % CODES).padStart(6, '0')
}

const stepAt = (instant: Date) => Math.floor(instant.getTime() / STEP_MILLISECONDS)

/** The code shown now, and for how many more whole seconds. */
export function currentPostCode(
  secret: VillageSecret,
  placeId: string,
  now: Date,
): { code: string; secondsLeft: number } {
  const step = stepAt(now)
  const endsAt = (step + 1) * STEP_MILLISECONDS
  return {
    code: codeOfStep(secret, placeId, step),
    secondsLeft: Math.ceil((endsAt - now.getTime()) / 1000),
  }
}

/**
 * Whether the code was shown at the place at that instant. Sent at once: the present half minute
 * or the one before (the time it takes to type). Told afterwards by an offline phone: also within
 * the tolerance of its clock.
 */
export function isPostCode(
  secret: VillageSecret,
  placeId: string,
  code: string,
  at: { readonly instant: Date; readonly isLate: boolean },
): boolean {
  const step = stepAt(at.instant)
  const slack = at.isLate ? CLOCK_TOLERANCE_MILLISECONDS / STEP_MILLISECONDS : 0
  for (let candidate = step - 1 - slack; candidate <= step + slack; candidate += 1)
    if (codeOfStep(secret, placeId, candidate) === code) return true
  return false
}

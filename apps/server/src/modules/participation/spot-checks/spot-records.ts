import type { Pseudonym } from '@azalea/records'
import type { VillageSecret } from '../../record/index.ts'

/** How the log names a draw. */
export function drawName(secret: VillageSecret, drawId: string): Pseudonym<'draw'> {
  return secret.pseudonym('draw', drawId)
}

/**
 * How a list names what may be drawn from it: another name in each draw, so that a list tells nobody
 * which plot is in question.
 */
export function candidateName(
  secret: VillageSecret,
  drawId: string,
  placeId: string,
): Pseudonym<'candidate'> {
  return secret.pseudonym('candidate', `${drawId} ${placeId}`)
}

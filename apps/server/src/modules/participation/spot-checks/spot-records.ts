import type { VillageSecret } from '../../record/index.ts'

const NAME_CHARACTERS = 22 // as all pseudonyms: 132 bits

/** How the log names a draw. */
export function drawName(secret: VillageSecret, drawId: string): string {
  return secret.hashOf('spot-draw', drawId).slice(0, NAME_CHARACTERS)
}

/**
 * How a list names what may be drawn from it: another name in each draw, so that a list tells nobody
 * which plot is in question.
 */
export function candidateName(secret: VillageSecret, drawId: string, placeId: string): string {
  return secret.hashOf('spot-candidate', `${drawId} ${placeId}`).slice(0, NAME_CHARACTERS)
}

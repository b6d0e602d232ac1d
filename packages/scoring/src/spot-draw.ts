import { canonicalJson } from '@azalea/text'
import { safeProduct } from './integer-arithmetic.ts'

/** One line of an announced list: a name that means nothing outside it, and how much a check matters. */
export interface SpotCandidate {
  candidate: string
  /** From 0; how far a check could change ranks, or how far the evidence disagrees. */
  priority: number
}

/** What is announced before a draw; its hash stands in the log. */
export interface SpotList {
  draw: string
  /** Share of the candidates that is checked, in thousandths, rounded up. */
  ratePermille: number
  /** Share of the checks that goes by lot alone, in thousandths, rounded up; the rest by priority. */
  randomPermille: number
  /** By name, ascending; each once. */
  candidates: readonly SpotCandidate[]
}

export interface DrawnCandidate {
  candidate: string
  drawnBy: 'lot' | 'priority'
}

/** The bytes of a list, as text, whose SHA-256 is announced. */
export function spotListBytes({
  draw,
  ratePermille,
  randomPermille,
  candidates,
}: SpotList): string {
  return canonicalJson({
    schema: 'azalea-spot-list/1',
    draw,
    ratePermille,
    randomPermille,
    candidates: candidates.map(({ candidate, priority }) => ({ candidate, priority })),
  })
}

/**
 * Draws from an announced list. Each candidate's lot is the hash of `<seed>\n<candidate>`; the lowest
 * lots are drawn, then of the others those of the highest priority, equal ones by lot. Whoever has
 * list and seed comes to the same.
 *
 * @param sha256 SHA-256 of a text in UTF-8, hexadecimal in small letters
 * @param seed SHA-256, hexadecimal, of the text of the checkpoint that first covers the announcement
 * @returns those by lot in the order of lots, then those by priority
 * @throws RangeError for a list that cannot be drawn from
 */
export function drawSpotChecks(
  sha256: (text: string) => string,
  seed: string,
  list: SpotList,
): DrawnCandidate[] {
  checkList(list)
  const { candidates, ratePermille, randomPermille } = list
  const total = shareUp(candidates.length, ratePermille)
  const byLot = shareUp(total, randomPermille)
  const lots = candidates
    .map((one) => ({ ...one, lot: sha256(`${seed}\n${one.candidate}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
  const rest = lots.slice(byLot).sort((a, b) => b.priority - a.priority || (a.lot < b.lot ? -1 : 1))
  return [
    ...lots.slice(0, byLot).map(({ candidate }) => ({ candidate, drawnBy: 'lot' as const })),
    ...rest
      .slice(0, total - byLot)
      .map(({ candidate }) => ({ candidate, drawnBy: 'priority' as const })),
  ]
}

function checkList({ candidates, ratePermille, randomPermille }: SpotList): void {
  for (const permille of [ratePermille, randomPermille])
    if (!Number.isSafeInteger(permille) || permille < 1 || permille > 1000)
      throw new RangeError(`not a share in thousandths: ${permille}`)
  candidates.forEach(({ candidate, priority }, at) => {
    const before = candidates[at - 1]
    if (candidate === '' || (before !== undefined && before.candidate >= candidate))
      throw new RangeError(`candidate ${candidate} is out of order`)
    if (!Number.isSafeInteger(priority) || priority < 0)
      throw new RangeError(`priority ${priority} of ${candidate}`)
  })
}

function shareUp(count: number, permille: number): number {
  const parts = safeProduct(count, permille)
  const rest = parts % 1000
  return (parts - rest) / 1000 + (rest > 0 ? 1 : 0)
}

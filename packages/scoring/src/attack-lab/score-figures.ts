import { kendallTau } from '../raters/kendall-tau.ts'

/** How near scores come to the truth. */
export interface ScoreFigures {
  /** Kendall's τ-b. */
  tau: number
  /** Pearson's r. */
  correlation: number
  /** Root mean square error, in stars. */
  error: number
}

export function scoreFigures(score: ArrayLike<number>, truth: ArrayLike<number>): ScoreFigures {
  let squares = 0
  for (let j = 0; j < truth.length; j += 1) {
    const gap = (score[j] as number) - (truth[j] as number)
    squares += gap * gap
  }
  return {
    tau: kendallTau(score, truth),
    correlation: correlation(score, truth),
    error: Math.sqrt(squares / truth.length),
  }
}

/** Pearson's r. */
export function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const count = one.length
  let [meanOne, meanOther] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    meanOne += (one[at] as number) / count
    meanOther += (other[at] as number) / count
  }
  let [both, squaresOne, squaresOther] = [0, 0, 0]
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [(one[at] as number) - meanOne, (other[at] as number) - meanOther]
    both += a * b
    squaresOne += a * a
    squaresOther += b * b
  }
  return both / Math.sqrt(squaresOne * squaresOther)
}

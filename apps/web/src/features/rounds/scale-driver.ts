/** Why a scale tells no weight. */
export type ScaleProblem = 'noBluetooth' | 'notConnected' | 'overload' | 'unsettled'

export class ScaleError extends Error {
  override readonly name = 'ScaleError'
  constructor(readonly problem: ScaleProblem) {
    super(problem)
  }
}

/** How a scale is read, whatever it speaks: the weight in grams once it has settled. */
export interface ScaleDriver {
  /** @throws ScaleError, or the server's refusal in its own words */
  read(): Promise<number>
}

/** Why a scale tells no weight. */
export type ScaleProblem = 'noBluetooth' | 'notConnected' | 'overload' | 'unsettled'

export class ScaleError extends Error {
  override readonly name = 'ScaleError'
  constructor(readonly problem: ScaleProblem) {
    super(problem)
  }
}

export interface Reading {
  readonly grams: number
  /** Of what the server has read itself. */
  readonly readingId?: string
}

/** How a scale is read, whatever it speaks: the weight once it has settled. */
export interface ScaleDriver {
  /** @throws ScaleError, or the server's refusal in its own words */
  read(): Promise<Reading>
}

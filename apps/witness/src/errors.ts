/**
 * Why the witness cannot start or go on. `message` is a sentence for the person who runs it.
 *
 * - `bad_config`: the configuration does not say what it must
 * - `bad_key`: the key file is missing beside existing state, readable by others, or not ours
 * - `bad_state`: what was cosigned last cannot be read back; going on would risk a rollback
 * - `already_running`: another process holds the state directory
 */
export type WitnessErrorCode = 'bad_config' | 'bad_key' | 'bad_state' | 'already_running'

export class WitnessError extends Error {
  readonly code: WitnessErrorCode

  constructor(code: WitnessErrorCode, message: string) {
    super(message)
    this.name = 'WitnessError'
    this.code = code
  }
}

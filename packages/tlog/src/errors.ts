/**
 * Why something was refused.
 *
 * - `malformed`: the bytes are not in the one accepted encoding
 * - `unsupported_key`: a key of a type this package does not know
 * - `bad_signature`: a signature by a key we trust does not verify
 * - `untrusted`: nobody we trust signed, or the origin is not one we accept
 * - `quorum_not_met`: too few witnesses cosigned for the policy
 * - `bad_proof`: an inclusion or consistency proof does not lead to the root
 * - `bad_tile`: a tile or bundle is missing bytes or does not lead to the root
 * - `out_of_range`: an argument outside what the format can carry
 */
export type TlogErrorCode =
  | 'malformed'
  | 'unsupported_key'
  | 'bad_signature'
  | 'untrusted'
  | 'quorum_not_met'
  | 'bad_proof'
  | 'bad_tile'
  | 'out_of_range'

/** The only error this package throws on purpose; `code` is stable, `message` is for people. */
export class TlogError extends Error {
  readonly code: TlogErrorCode

  constructor(code: TlogErrorCode, message: string) {
    super(message)
    this.name = 'TlogError'
    this.code = code
  }
}

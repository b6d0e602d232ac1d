/**
 * Why the log goes no further until somebody has looked. Nothing is signed after one.
 *
 * - `fenced`: another process holds the log now; harmless, this one waits
 * - `other_bytes`: other bytes stand where a tile or bundle belongs
 * - `missing_tile`: a tile that the tree needs is not there
 * - `head_moved`: the stored head is not the one that was read under its lock
 * - `behind`: a checkpoint that we signed is ahead of the stored log, or not a part of it
 * - `fork`: a witness cosigned something that the log is not an extension of
 */
export type LogFaultCode =
  | 'fenced'
  | 'fork'
  | 'other_bytes'
  | 'missing_tile'
  | 'head_moved'
  | 'behind'

export class LogFault extends Error {
  override readonly name = 'LogFault'
  constructor(
    readonly code: LogFaultCode,
    message: string,
  ) {
    super(message)
  }
}

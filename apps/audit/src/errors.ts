/** What ends an audit before it can judge: nothing is said of the log then. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
  constructor(
    readonly code:
      | 'usage'
      | 'unreachable'
      | 'not_found'
      | 'bad_state'
      | 'bad_openings'
      | 'bad_policy',
    message: string,
  ) {
    super(message)
  }
}
